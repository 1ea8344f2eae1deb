"""An "et al." among the names.

It is read as a person's name, so it is sorted, shortened and printed as one. How many
names are printed is up to the style.

    @article{pettit2004, author = {Pettit, Becky and et al.}}

Write all the names; APA lists up to twenty. Where you don't know them, `and others`
stands for the rest:

    @article{pettit2004, author = {Pettit, Becky and Western, Bruce}}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.names import names_of
from loccit.lint.rule import CheckedEntry, Violation
from loccit.values.names import full_name

_ET_AL = regex(r"(?:^|[\s,])et(?:\.\s?|\s)al(?:\.|ii|$)", re.IGNORECASE)


def check(entry: CheckedEntry) -> Iterator[Violation]:
    for variable, name in names_of(entry):
        if _ET_AL.search(text := full_name(name)):
            yield Violation(
                f"`{text}` is read as a name.",
                variable,
                "Write all the names, or `and others` at the end.",
            )

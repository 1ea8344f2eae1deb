"""A "Jr." or "III" behind the given name.

BibTeX has it between the surname and the given name; where it stands last, the given
name is taken for the suffix.

    @book{king1963, author = {King, Martin Luther, Jr.}}

Write it behind the surname:

    @book{king1963, author = {King, Jr., Martin Luther}}
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit.bibliography.formats.bibtex.names import SUFFIX
from loccit.lint.names import written_names
from loccit.lint.rule import CheckedEntry, Violation
from loccit.model import Safety

FIX_SAFETY: Safety = "safe"


def check(entry: CheckedEntry) -> Iterator[Violation]:
    for field, tex, sections in written_names(entry):
        if len(sections) == 3 and SUFFIX.match(suffix := " ".join(sections[2])):
            family, given = (" ".join(section) for section in sections[:2])
            right = f"{family}, {suffix}, {given}"
            if not SUFFIX.match(given):
                fix = {field: entry.fields[field].replace(tex, right)}
                yield Violation(
                    f"In `{tex}` the suffix stands last.",
                    field,
                    f"Write `{right}`.",
                    fix,
                )

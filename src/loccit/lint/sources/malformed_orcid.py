"""An ORCID whose check digit is wrong.

The last digit is computed from the others, so a digit that was mistyped shows.

    @article{pettit2004, author = {Pettit, Becky}, orcid = {0000-0002-1825-0079}}

Copy it from the author's page:

    @article{pettit2004, author = {Pettit, Becky}, orcid = {0000-0002-1825-0097}}
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.rule import CheckedEntry, Violation
from loccit.values.check_digits import is_orcid

_ORCID = regex(r"\b\d{4}-\d{4}-\d{4}-\d{3}[\dXx]\b")


def check(entry: CheckedEntry) -> Iterator[Violation]:
    for field, tex in entry.fields.items():
        if "orcid" in field:
            for orcid in _ORCID.findall(tex):
                if not is_orcid(orcid.replace("-", "").upper()):
                    yield Violation(
                        f"The ORCID {orcid} has a wrong digit.",
                        field,
                        "Compare it with the author's page.",
                    )

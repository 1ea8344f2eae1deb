"""An ORCID whose check digit is wrong.

The last digit is computed from the others, so a digit that was mistyped shows.

    @article{pettit2004, author = {Pettit, Becky}, orcid = {0000-0002-1825-0079}}

Copy it from the author's page:

    @article{pettit2004, author = {Pettit, Becky}, orcid = {0000-0002-1825-0097}}
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit.lint.rule import CheckedEntry, Violation
from loccit.values.identifiers import is_orcid, orcids_in


def check(entry: CheckedEntry) -> Iterator[Violation]:
    for field, tex in entry.fields.items():
        if "orcid" in field:
            for orcid in orcids_in(tex):
                if not is_orcid(orcid):
                    yield Violation(
                        f"The ORCID {orcid} has a wrong digit.",
                        field,
                        "Compare it with the author's page.",
                    )

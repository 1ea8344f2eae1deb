"""An ORCID with a wrong check digit.

## What it does

Computes the check digit, which is the last one, in every field whose name has `orcid`
in it.

## Why is this bad?

A digit is mistyped, and the ORCID is nobody's, or somebody else's.

## Example

    @article{pettit2004, author = {Pettit, Becky}, orcid = {0000-0002-1825-0079}}

## Use instead

The ORCID from the author's page:

    @article{pettit2004, author = {Pettit, Becky}, orcid = {0000-0002-1825-0097}}
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit.lint.rule import CheckedEntry, Violation
from loccit.values.identifiers import is_orcid, orcids_in


def check(entry: CheckedEntry) -> Iterator[Violation]:
    for field, tex in entry.fields.items():
        if "orcid" not in field:
            continue
        for orcid in orcids_in(tex):
            if not is_orcid(orcid):
                message = f"The ORCID {orcid} has a wrong digit."
                advice = "Compare it with the author's page."
                yield Violation(message, field, advice)

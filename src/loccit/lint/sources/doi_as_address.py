"""A DOI with a URL or a label before it, in a .bib file.

## What it does

Finds a `doi` that begins with `https://doi.org/`, `doi:` or the like.

## Why is this bad?

loccit removes such a prefix when it reads the field. LaTeX puts the resolver's URL
before whatever the field holds, and the link breaks.

## Example

    @article{crenshaw1991, doi = {https://doi.org/10.2307/1229039}}

## Use instead

The DOI alone:

    @article{crenshaw1991, doi = {10.2307/1229039}}

## Fix safety

This fix is safe: loccit reads the same DOI before and after.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit.bibliography.formats.bibtex.identifiers import read_verbatim
from loccit.lint.rule import CheckedEntry, Violation
from loccit.model import Safety, Severity
from loccit.values.identifiers import read_doi

SEVERITY: Severity = "note"
FIX_SAFETY: Safety = "safe"


def check(entry: CheckedEntry) -> Iterator[Violation]:
    tex = entry.fields.get("doi", "")
    doi = read_doi(read_verbatim(tex))
    if doi and not tex.strip("{} ").startswith("10."):
        message = "The DOI has a URL or a label before it."
        yield Violation(message, "doi", f"Write `{doi}`.", {"doi": doi})

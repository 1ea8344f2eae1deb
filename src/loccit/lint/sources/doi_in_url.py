"""A `url` that contains the work's DOI, and no `doi`.

## What it does

Finds DOIs in the URLs of the resolver (doi.org), of publishers' pages and of libraries'
proxies.

## Why is this bad?

In APA the reference comes out right, but other styles, lookups and the search for
duplicates need the DOI in its own field. A library's proxy is of no use to readers
elsewhere.

## Example

    @article{crenshaw1991,
      url = {https://www-jstor-org.proxy.example.edu/stable/10.2307/1229039}
    }

## Use instead

The DOI in its own field:

    @article{crenshaw1991,
      url = {https://www-jstor-org.proxy.example.edu/stable/10.2307/1229039},
      doi = {10.2307/1229039}
    }

## Fix safety

This fix is safe: the DOI is the one that loccit finds in the URL anyway. The URL stays,
unless it is the DOI's own.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit.lint.rule import CheckedEntry, Violation
from loccit.model import Safety, Severity
from loccit.values.identifiers import doi_of_page, is_doi_address

SEVERITY: Severity = "note"
FIX_SAFETY: Safety = "safe"


def check(entry: CheckedEntry) -> Iterator[Violation]:
    url = entry.source.text("URL")
    doi = doi_of_page(url)
    if doi and "DOI" not in entry.source.variables:
        fix = {"doi": doi, "url": "" if is_doi_address(url) else url}
        if entry.kind and entry.field_of("URL") != "url":
            fix = {}
        advice = _advice(doi, url, is_bib=bool(entry.kind))
        yield Violation("The URL contains the DOI.", "URL", advice, fix)


def _advice(doi: str, url: str, *, is_bib: bool) -> str:
    if not is_bib:
        return f"Write `{doi}` as its `DOI`."
    where = "instead" if is_doi_address(url) else "too"
    return f"Write `doi = {{{doi}}}` {where}."

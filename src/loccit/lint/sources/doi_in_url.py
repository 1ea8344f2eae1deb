"""An address in `url` that tells the work's DOI, and no `doi`.

The reference comes out right in APA style, but other styles, look-ups and the search
for duplicates want the DOI by its own name.  It is not only the resolver's address:
publishers' pages have DOIs in theirs, and a library's proxy is of no use to readers
elsewhere.

    @article{crenshaw1991, url =
    {https://www-jstor-org.proxy.example.edu/stable/10.2307/1229039}}

Write the DOI in its own field:

    @article{crenshaw1991, doi = {10.2307/1229039}}
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit.lint.rule import CheckedEntry, Violation
from loccit.model import Safety, Severity
from loccit.values.identifiers import doi_of_page, is_doi_address

SEVERITY: Severity = "note"
FIX_SAFETY: Safety = "safe"


def check(entry: CheckedEntry) -> Iterator[Violation]:
    source = entry.source
    url = source.text("URL")
    if "DOI" not in source.variables and (doi := doi_of_page(url)):
        field = entry.field_of("URL")
        fix = (
            {"doi": doi, "url": "" if is_doi_address(url) else url}
            if field == "url" or not entry.kind
            else {}
        )
        place = "in its place" if is_doi_address(url) else "beside it"
        advice = (
            f"Write `doi = {{{doi}}}` {place}."
            if entry.kind
            else f"Write `{doi}` as its `DOI`."
        )
        yield Violation("The address tells the DOI.", "URL", advice, fix)

"""A DOI's address in `url`, and no `doi`.

The reference comes out right in APA style, but other styles, look-ups and the search for duplicates want the DOI by its
own name.

    @article{crenshaw1991, url = {https://doi.org/10.2307/1229039}}

Write it in its own field:

    @article{crenshaw1991, doi = {10.2307/1229039}}
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit.lint.entry import Entry, Fault
from loccit.model import Severity
from loccit.model.doi import is_doi_address, plain_doi

SEVERITY: Severity = "note"


def check(entry: Entry) -> Iterator[Fault]:
    source = entry.source
    if "DOI" not in source.variables and is_doi_address(url := source.text("URL")):
        doi = plain_doi(url)
        field = entry.field_of("URL")
        fix = {"doi": doi, "url": ""} if field == "url" or not entry.kind else {}
        advice = f"Write `doi = {{{doi}}}` in its place." if entry.kind else f"Write `{doi}` as its `DOI`."
        yield Fault("The address is that of a DOI.", "URL", advice, fix)

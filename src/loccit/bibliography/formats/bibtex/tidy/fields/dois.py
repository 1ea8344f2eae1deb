"""DOIs in their own field, and nothing but them: what styles print before one they add
themselves.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit.bibliography.formats.bibtex.identifiers import read_doi
from loccit.bibliography.formats.bibtex.tidy.action import Action
from loccit.bibliography.formats.bibtex.tidy.entry import OneEntry
from loccit.model import Edit
from loccit.values.identifiers import is_doi_address, plain_doi


def _dois(entry: OneEntry) -> Iterator[Edit]:
    doi, url = entry.tex("doi"), entry.tex("url")
    of_url = plain_doi(url) if url and is_doi_address(url) else ""
    if doi:
        if (plain := plain_doi(doi)) != doi:
            yield entry.put_tex("doi", plain)
        if (
            of_url.startswith("10.")
            and read_doi(of_url).lower() == read_doi(doi).lower()
        ):
            yield from entry.without(["url"])
    elif of_url.startswith("10."):
        if doi is not None:
            yield entry.put_tex("doi", of_url)
            yield from entry.without(["url"])
        elif "doi" not in entry.parts.fields:
            yield Edit(entry.name("url"), "doi")
            yield entry.put_tex("url", of_url)


ACTION = Action(
    "dois",
    "DOIs without `doi:` or `https://doi.org/`; an address in `url` that is a DOI's becomes the `doi`.",
    of_entry=_dois,
    keeps_meaning=False,
)

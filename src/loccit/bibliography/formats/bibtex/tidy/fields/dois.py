"""DOIs in their own field, and nothing but them: what styles print before one they add
themselves.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit.bibliography.formats.bibtex.identifiers import read_verbatim
from loccit.bibliography.formats.bibtex.tidy.action import Action
from loccit.bibliography.formats.bibtex.tidy.entry import OneEntry
from loccit.model import Edit
from loccit.values.identifiers import is_doi_address, plain_doi, read_doi


def _dois(entry: OneEntry) -> Iterator[Edit]:
    doi, url = entry.tex("doi"), entry.tex("url")
    of_url = read_doi(url) if url and is_doi_address(url) else ""
    if doi:
        if (plain := plain_doi(doi)) != doi:
            yield entry.put_tex("doi", plain)
        if of_url and _is_same(of_url, doi):
            yield from entry.without(["url"])
    elif of_url:
        if doi is not None:
            yield entry.put_tex("doi", of_url)
            yield from entry.without(["url"])
        elif "doi" not in entry.parts.fields:
            yield Edit(entry.name("url"), "doi")
            yield entry.put_tex("url", of_url)


def _is_same(one: str, other: str) -> bool:
    """Case does not distinguish DOIs (DOI Handbook, 2.4), and TeX may escape them."""
    one, other = (plain_doi(read_verbatim(tex)).lower() for tex in (one, other))
    return one == other


ACTION = Action(
    "dois",
    "DOIs without `doi:` or `https://doi.org/`; an address in `url` that is a DOI's becomes the `doi`.",
    of_entry=_dois,
    keeps_meaning=False,
)

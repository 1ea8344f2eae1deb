"""Put DOIs, and nothing but them, in `doi`: styles print the resolver themselves."""

from __future__ import annotations

from collections.abc import Iterator

from loccit.bibliography.formats.bibtex.identifiers import read_verbatim
from loccit.bibliography.formats.bibtex.tidy.actions import Action
from loccit.bibliography.formats.bibtex.tidy.entry import TidyEntry
from loccit.model import Edit
from loccit.values.identifiers import is_doi_address, plain_doi, read_doi


def _dois(entry: TidyEntry) -> Iterator[Edit]:
    doi = entry.tex("doi")
    from_url = _doi_of_url(entry)
    if doi:
        plain = plain_doi(doi)
        if plain != doi:
            yield entry.put_tex("doi", plain)
        if from_url and _is_same(from_url, doi):
            yield from entry.without(["url"])
    elif from_url and doi is not None:  # an empty field
        yield entry.put_tex("doi", from_url)
        yield from entry.without(["url"])
    elif from_url and "doi" not in entry.parts.fields:
        yield Edit(entry.name("url"), "doi")
        yield entry.put_tex("url", from_url)


def _doi_of_url(entry: TidyEntry) -> str:
    url = entry.tex("url")
    if url is None or not is_doi_address(url):
        return ""
    return read_doi(url)


def _is_same(one: str, other: str) -> bool:
    """Compare DOIs without case (DOI Handbook, 2.4) and without TeX's escapes."""
    return _comparable(one) == _comparable(other)


def _comparable(tex: str) -> str:
    return plain_doi(read_verbatim(tex)).lower()


ACTION = Action(
    "dois",
    "Remove `doi:` and `https://doi.org/` from DOIs, and move a DOI from `url` to "
    "`doi`.",
    of_entry=_dois,
    keeps_meaning=False,
)

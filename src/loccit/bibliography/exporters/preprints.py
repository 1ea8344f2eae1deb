"""Numbers of preprints in archives, which some exports have in the address alone."""

from __future__ import annotations

from loccit.model import Source
from loccit.values.identifiers import read_arxiv

_PREPUBLISHED = frozenset(["prepublished", "preprint"])


def without_status_of_preprint(source: Source) -> Source:
    """Omit Better BibTeX's "prepublished", which the type says already."""
    if source.type != "article" or source.text("status").lower() not in _PREPUBLISHED:
        return source
    return source.with_variables({"status": None})


def with_arxiv_number(source: Source) -> Source:
    """Give a preprint at arXiv its number.

    >>> preprint = {"publisher": "arXiv", "URL": "https://arxiv.org/abs/1706.03762"}
    >>> with_arxiv_number(Source("x", "article", preprint)).text("number")
    'arXiv:1706.03762'
    """
    if source.type != "article" or source.text("publisher") != "arXiv":
        return source
    given = source.text("number")
    if given.lower().startswith("arxiv"):
        return source
    doi = source.text("DOI").lower().removeprefix("10.48550/arxiv.")
    found = map(read_arxiv, (given, doi, source.text("URL")))
    number = next(filter(None, found), "")
    if not number:
        return source
    return source.with_variables({"number": f"arXiv:{number}"})

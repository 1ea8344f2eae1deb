"""Numbers of preprints in archives, which some exports have in the address alone."""

from __future__ import annotations

from loccit.model import Source, Value
from loccit.values.identifiers import read_arxiv

_PREPUBLISHED = frozenset(["prepublished", "preprint"])


def without_idle_words(source: Source) -> Source:
    """Omit Better BibTeX's "prepublished", and a number that the DOI has at its end.

    >>> preprint = {"number": "x3k9d", "DOI": "10.31234/osf.io/x3k9d"}
    >>> without_idle_words(Source("x", "article", preprint)).text("number")
    ''
    """
    if source.type != "article":
        return source
    changed: dict[str, Value | None] = {}
    if source.text("status").lower() in _PREPUBLISHED:
        changed["status"] = None
    number = source.text("number").lower()
    is_word = number.isalnum() and not number.isdecimal()
    if is_word and source.text("DOI").lower().endswith(f"/{number}"):
        changed["number"] = None
    return source.with_variables(changed) if changed else source


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

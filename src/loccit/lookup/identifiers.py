"""Recognize the identifier that someone pastes for a work."""

from __future__ import annotations

import re
from typing import Literal

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.values.identifiers import (
    read_arxiv,
    read_doi,
    read_isbn,
    read_pmcid,
    read_pmid,
)

Kind = Literal["doi", "isbn", "arxiv", "pmid", "pmcid", "url"]

_LABELS: dict[Kind, str] = {
    "doi": "DOI ",
    "isbn": "ISBN ",
    "arxiv": "arXiv:",
    "pmid": "PMID ",
    "pmcid": "",
    "url": "",
}
_URL = regex(
    r"https?://[^\s/?#]+\.[^\s]*|https?://(?:localhost|[\d.]+)(?::\d+)?(?:/\S*)?",
    re.IGNORECASE,
)


class Identifier(NamedTuple):
    """A work's identifier in its plain form: `Identifier("doi", "10.2307/1229039")`."""

    kind: Kind
    value: str

    def __str__(self) -> str:
        return _LABELS[self.kind] + self.value


def identify(text: str) -> Identifier | None:
    """Return the identifier that `text` is or, if it is an address, has; else None.

    >>> identify("https://doi.org/10.2307/1229039")
    Identifier(kind='doi', value='10.2307/1229039')
    >>> identify("978-1-59558-103-7"), identify("978-1-59558-103-8")
    (Identifier(kind='isbn', value='9781595581037'), None)
    """
    text = text.strip().strip("<>")
    if number := read_arxiv(text):  # before its DOI, since arXiv says more
        return Identifier("arxiv", number)
    if number := read_pmid(text):
        return Identifier("pmid", number)
    if number := read_pmcid(text):
        return Identifier("pmcid", number)
    if doi := read_doi(text):
        return Identifier("doi", doi)
    if isbn := read_isbn(text):
        return Identifier("isbn", isbn)
    return Identifier("url", text) if _URL.fullmatch(text) else None

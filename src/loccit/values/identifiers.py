"""DOIs, however they are typed."""

from __future__ import annotations

import re
from urllib.parse import unquote

from loccit._startup.regex import regex

_DOI = r"10\.\d{4,9}(?:\.\d+)*/"  # DOI Handbook, 2.2
_RESOLVER = r"(?:https?://)?(?:(?:www|dx)\.)?doi\.org/"
#: What people, databases and publishers put before a DOI: a label, the resolver's
#: address, a publisher's.
_BEFORE = regex(
    rf"(?:{_RESOLVER}|(?:urn:|info:)?doi(?:\s*[:/]\s*|\s+)(?={_DOI}|{_RESOLVER})|https?://[^\s?#]+/(?={_DOI}))+",
    re.IGNORECASE,
)
_RESOLVED = regex(rf"{_RESOLVER}10\.", re.IGNORECASE)
#: A publisher's page of a work, which it finds by the DOI; what may stand behind that
#: tells the form of the page.
_PAGE = regex(
    r"https?://[^\s?#]+(?:/doi/(?:[a-z]+/)?|/(?:article|articles|chapter|content|stable)/|\?id=)"
    rf"(?P<doi>{_DOI}[^\s/?#&]+?)(?:\.(?:abstract|full|html?|pdf))*"
    r"(?:/(?:abstract|epdf|full|fulltext|html|meta|pdf|references|summary))?/?(?:[?#&]\S*)?",
    re.IGNORECASE,
)
#: bioRxiv and medRxiv count the versions of a preprint behind its DOI.
_VERSION = regex(r"(?<=^10\.1101/[\d.]{17})v\d+$")
#: What `%` may not be undone to: an address would end there, or lead elsewhere.
_RESERVED = regex(r"[\s%?#\x00-\x1f\ufffd]")


def plain_doi(text: str) -> str:
    """A DOI without a label, the resolver's address, escapes of addresses, and what
    ended a sentence behind it.

    >>> plain_doi("https://doi.org/10.2307/1229039"), plain_doi("DOI: 10.2307/1229039.")
    ('10.2307/1229039', '10.2307/1229039')
    >>> plain_doi("http://dx.doi.org/10.1002%2Fbin.1234"), plain_doi("https://doi.org/f3mt")
    ('10.1002/bin.1234', 'f3mt')
    """
    if "%" in text and not _RESERVED.search(unescaped := unquote(text)):
        text = unescaped
    if before := _BEFORE.match(text):
        text = text[before.end() :]
    return text.rstrip(" .,;") if text.startswith("10.") else text


def is_doi_address(address: str) -> bool:
    """Whether an address is a DOI's.

    >>> is_doi_address("http://dx.doi.org/10.2307/1229039"), is_doi_address("https://www.doi.org/")
    (True, False)
    """
    return _RESOLVED.match(address) is not None


def doi_of_address(address: str) -> str:
    """The DOI that an address tells, its own or that of a publisher's page; `""` where
    it tells none for sure.

    >>> doi_of_address("https://journals.sagepub.com/doi/full/10.1177/000312240406900201?journalCode=asra")
    '10.1177/000312240406900201'
    """
    if is_doi_address(address):
        return plain_doi(address)
    page = _PAGE.fullmatch(unquote(address) if "%2F" in address else address)
    return _VERSION.sub("", page["doi"]) if page else ""

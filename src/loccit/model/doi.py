"""DOIs, however they are typed."""

from __future__ import annotations

import re
from urllib.parse import unquote

from loccit.model.pattern import pattern

_DOI = r"10\.\d{4,9}(?:\.\d+)*/"  # DOI Handbook, 2.2
_RESOLVER = r"(?:https?://)?(?:(?:www|dx)\.)?doi\.org/"
#: What people, databases and publishers put before a DOI: a label, the resolver's address, a publisher's.
_BEFORE = pattern(
    rf"(?:{_RESOLVER}|(?:urn:|info:)?doi(?:\s*[:/]\s*|\s+)(?={_DOI}|{_RESOLVER})|https?://[^\s?#]+/(?={_DOI}))+",
    re.IGNORECASE,
)
_RESOLVED = pattern(rf"{_RESOLVER}10\.", re.IGNORECASE)
#: What `%` may not be undone to: an address would end there, or lead elsewhere.
_RESERVED = pattern(r"[\s%?#\x00-\x1f\ufffd]")


def plain_doi(text: str) -> str:
    """A DOI without a label, the resolver's address, escapes of addresses, and what ended a sentence behind it.

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

"""Read DOIs, web addresses and ISBNs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loccit._startup.regex import regex
from loccit.model.source import Value
from loccit.values.identifiers import doi_of_page, isbns_in, numbers_in, read_doi

_LABEL = regex(
    r"\s*(?:url|uri|link|available (?:at|from)|from|at)\s*:?\s+", re.IGNORECASE
)
_SPACES = regex(r"\s+")
_AROUND = " \t\n.,;:<>\"'“”‘’([{|"
_CLOSING = {")": "(", "]": "[", "}": "{"}


def doi(texts: Sequence[str]) -> dict[str, Value]:
    """Read a DOI in any form, also one that a space divides."""
    return {"DOI": read_doi(_SPACES.sub("", texts[0]))}


def url(texts: Sequence[str]) -> dict[str, Value]:
    """Read an address, and the DOI that it is or has."""
    address = plain_address(texts[0])
    found = doi_of_page(address)
    return {"DOI": found, "URL": "" if _is_resolver(address) and found else address}


def isbn(texts: Sequence[str]) -> dict[str, Value]:
    """Read an ISBN as it is typed."""
    found = [number for number in numbers_in(texts[0]) if isbns_in(number)]
    return {"ISBN": found[0]} if found else {}


def plain_address(text: str) -> str:
    """Return an address without the spaces in it and the punctuation around it.

    >>> plain_address("<https://example.org/a_(b)>."), plain_address("URL: www.example. org/a")
    ('https://example.org/a_(b)', 'www.example.org/a')
    """
    label = _LABEL.match(text)
    address = _SPACES.sub("", text[label.end() :] if label else text).strip(_AROUND)
    address = address.replace("\\_", "_")  # Markdown's escape, typed in vain
    while address[-1:] in _CLOSING and _is_lone(address):
        address = address[:-1].rstrip(_AROUND)
    return address


def _is_lone(address: str) -> bool:
    opening = _CLOSING[address[-1]]
    return address.count(opening) < address.count(address[-1])


def _is_resolver(address: str) -> bool:
    return "doi.org/" in address.lower()

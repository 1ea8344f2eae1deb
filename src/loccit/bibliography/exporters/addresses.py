"""Addresses: one a source, and as evidence of what it is."""

from __future__ import annotations

import re

from loccit._startup.dataclass import replace
from loccit._startup.regex import regex
from loccit.model import Source

#: What separates two URLs in one field.
_NEXT_URL = regex(r"(?:\s*[;,]\s*|\s+)(?=[a-z]+://).*", re.DOTALL)
_HOST = regex(r"(?:https?:)?//(?:[^/@]*@)?(?:www\d?\.)?([^/:?#]+)")


def host_of(url: str) -> str:
    """Return the host of a URL in small letters, without "www"; `""` if it has none.

    >>> host_of("https://www.who.int/news"), host_of("who.int")
    ('who.int', '')
    """
    found = _HOST.match(url.lower())
    return found[1] if found else ""


def with_one_address(source: Source) -> Source:
    """Keep the first of several URLs, as Mendeley has them.

    >>> with_one_address(Source("x", "webpage", {"URL": "https://a.org; https://b.org"})).text("URL")
    'https://a.org'
    """
    url = _NEXT_URL.sub("", source.text("URL"))
    if url == source.text("URL"):
        return source
    return replace(source, variables={**source.variables, "URL": url})

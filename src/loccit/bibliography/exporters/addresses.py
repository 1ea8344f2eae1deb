"""Addresses as evidence of what a source is."""

from __future__ import annotations

from loccit._startup.regex import regex

_HOST = regex(r"(?:https?:)?//(?:[^/@]*@)?(?:www\d?\.)?([^/:?#]+)")


def host_of(url: str) -> str:
    """Return the host of a URL in small letters, without "www"; `""` if it has none.

    >>> host_of("https://www.who.int/news"), host_of("who.int")
    ('who.int', '')
    """
    found = _HOST.match(url.lower())
    return found[1] if found else ""

"""Addresses: one a source, and as evidence of what it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loccit._startup.dataclass import replace
from loccit._startup.regex import regex
from loccit.model import Source
from loccit.values.groups import acronym

#: What separates two URLs in one field.
_BETWEEN_URLS = regex(r"(?:\s*[;,]\s*|\s+)(?=[a-z]+://)")
#: Databases that readers may have no access to, and catalogues' tables of contents.
_OF_DATABASES = regex(
    r"proquest\.com|ebscohost\.com|umi\.com|worldcat\.org|loc\.gov/catdir",
    re.IGNORECASE,
)
_DOMAIN = regex(r"(?:[\w-]+\.)+[A-Za-z]{2,}")
_HOST = regex(r"(?:https?:)?//(?:[^/@]*@)?(?:www\d?\.)?([^/:?#]+)")


def host_of(url: str) -> str:
    """Return the host of a URL in small letters, without "www"; `""` if it has none.

    >>> host_of("https://www.who.int/news"), host_of("who.int")
    ('who.int', '')
    """
    found = _HOST.match(url.lower())
    return found[1] if found else ""


def is_domain_of(site: str, words: Sequence[str]) -> bool:
    """Return whether a site is named by its domain, which has a group's words.

    >>> is_domain_of("www.apa.org", ("american", "psychological", "association"))
    True
    >>> is_domain_of("Example News", ("example",))
    False
    """
    if not _DOMAIN.fullmatch(site):
        return False
    return not {"".join(words), acronym(words)}.isdisjoint(site.lower().split("."))


def with_one_address(source: Source) -> Source:
    """Print the first of several URLs, as Mendeley has them; preferably no database's.

    The others stay as a custom value.

    >>> with_one_address(Source("x", "webpage", {"URL": "https://a.org; https://b.org"})).text("URL")
    'https://a.org'
    """
    if "URL" not in source.variables:
        return source
    urls = _BETWEEN_URLS.split(source.text("URL"))
    if len(urls) == 1:
        return source
    own = [url for url in urls if not _OF_DATABASES.search(url)]
    first = own[0] if own else urls[0]
    others = "; ".join(url for url in urls if url != first)
    return replace(
        source,
        variables={**source.variables, "URL": first},
        custom={**source.custom, "urls": others},
    )

"""Keys in prefixes and suffixes, where they cite nothing."""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.namedtuple import NamedTuple
from loccit.essays.syntax.keys import find_key, find_keys
from loccit.model import Citation


class StrayKey(NamedTuple):
    """A key, and where its `@` is in the citation's characters."""

    name: str
    start: int


def keys_in_affixes(citation: Citation) -> Iterator[StrayKey]:
    """Yield the keys in the affixes of a citation, except those that are escaped."""
    for cite in citation.cites:
        for affix in (cite.prefix.plain, cite.suffix.plain):
            if "@" not in affix:
                continue
            for name in find_keys(affix):
                if f"\\@{name}" not in citation.source:
                    yield StrayKey(name, find_key(name, citation.source) or 0)

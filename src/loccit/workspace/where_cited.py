"""Where, and how often, essays cite the sources of a library."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from contextlib import suppress
from typing import TypeAlias

from loccit import csl
from loccit._startup.namedtuple import NamedTuple
from loccit.errors import InvalidSettings
from loccit.essays import Essay, nocite_keys
from loccit.essays.rename import nocited
from loccit.model import Citation, Cite, Place
from loccit.workspace.membership import own_keys

#: A citation, and its place in an essay.
PlacedCitation: TypeAlias = tuple[Place, Citation]


class Usage(NamedTuple):
    """What essays cite of a library.

    Attributes:
        essays: how many of them cite or list a source of the library; a README counts
            only if it does.
        times: how often they cite each key.
        listed: the keys in their `nocite`.
    """

    essays: int
    times: Counter[str]
    listed: frozenset[str]

    def uses(self, key: str) -> bool:
        """Return whether some essay has that source in its list; `@*` lists all."""
        if "*" in self.listed:
            return True
        return key in self.times or key in self.listed


def where_cited(key: str, essays: Iterable[Essay]) -> Iterator[PlacedCitation]:
    """Yield every citation of a source, with its place; `nocite` counts too."""
    words = csl.locator_terms("en-US")
    for essay in essays:
        if key not in essay.document.searchable or key in own_keys(essay):
            continue
        yield from _where_listed(key, essay)
        for citation in essay.citations(words):
            if any(cite.key == key for cite in citation.cites):
                yield essay.place(citation.span.start, citation.part), citation


def _where_listed(key: str, essay: Essay) -> Iterator[PlacedCitation]:
    """Yield the places of a key in an essay's `nocite`."""
    with suppress(InvalidSettings):  # unreadable front matter lists nothing
        for span, _, part in nocited(essay, [key]):
            source = span.of(essay.text)
            citation = Citation((Cite(key),), span=span, source=source)
            yield essay.place(span.start, part), citation


def usage(essays: Iterable[Essay], library: Container[str]) -> Usage:
    """Count what essays cite of a library, given its keys."""
    words = csl.locator_terms("en-US")
    count = 0
    times = Counter[str]()
    listed = set[str]()
    for essay in essays:
        cited = list(_cited(essay, words))
        named = _listed(essay)
        times.update(cited)
        listed.update(named)
        keys = {*cited, *named}
        if "*" in keys or any(key in library for key in keys):
            count += 1
    return Usage(count, times, frozenset(listed))


def _cited(essay: Essay, words: Mapping[str, str]) -> Iterator[str]:
    """Yield the key of each cite that means the library."""
    own = own_keys(essay)
    for citation in essay.citations(words):
        for cite in citation.cites:
            if cite.key not in own:
                yield cite.key


def _listed(essay: Essay) -> set[str]:
    """Return the keys in an essay's `nocite` that mean the library."""
    if essay.front_matter is None:
        return set()
    keys = nocite_keys(essay.front_matter.values.get("nocite"))
    return set(keys) - own_keys(essay)

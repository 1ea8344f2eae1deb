"""Group the cites of the same authors (CSL 1.0.2, "Cite Grouping")."""

from __future__ import annotations

from itertools import pairwise

from loccit.csl.citations.pieces import runs
from loccit.csl.citations.renderer import PlacedCite, Renderer
from loccit.csl.locales.locale import Locale
from loccit.csl.output_tree import find
from loccit.csl.text.typeset import plain_text


def group_cites(renderer: Renderer, cites: list[PlacedCite]) -> list[list[PlacedCite]]:
    """Group adjacent cites of the same authors; a prefix or suffix ends a group.

    If the style sorts its cites, those of the same authors come together even if others
    are between them.
    """
    return _Grouping(renderer, cites).groups()


def authors_of(placed: PlacedCite, locale: Locale) -> str:
    """The names that a cite has, even if they are suppressed."""
    names = find(placed.output, "names")
    return plain_text(names, locale) if names is not None else ""


class _Grouping:
    """The cites of one citation."""

    def __init__(self, renderer: Renderer, cites: list[PlacedCite]) -> None:
        self.locale = renderer.locale
        self.is_sorted = bool(renderer.style.citation.sort_keys)
        self.cites = cites
        #: The authors of each cite, by the identity of the cite.
        self.known: dict[int, str] = {}
        #: Cites of works that were read in the next one.
        self.unread: set[int] = set()
        for placed, after in pairwise(cites):
            if after.cite.secondary:
                self.unread.add(id(placed))

    def groups(self) -> list[list[PlacedCite]]:
        adjacent = runs(self.cites, self._follows)
        return self._gathered(adjacent) if self.is_sorted else adjacent

    def _follows(self, before: PlacedCite, placed: PlacedCite) -> bool:
        if before.cite.suffix or placed.cite.prefix or id(placed) in self.unread:
            return False
        authors = self._authors(before)
        if authors != self._authors(placed):
            return False
        # Works without authors, as laws, differ by their titles.
        return bool(authors) or find(placed.output, "title") is None

    def _gathered(self, groups: list[list[PlacedCite]]) -> list[list[PlacedCite]]:
        """The groups with those of the same authors joined, at the place of the first."""
        gathered: list[list[PlacedCite]] = []
        by_authors: dict[str, list[PlacedCite]] = {}
        for group in groups:
            authors = self._authors(group[0])
            if not authors or any(map(self._is_fixed, group)):
                gathered.append(group)
            elif authors in by_authors:
                by_authors[authors] += group
            else:
                by_authors[authors] = group
                gathered.append(group)
        return gathered

    def _is_fixed(self, placed: PlacedCite) -> bool:
        """Return whether a cite belongs where it is."""
        if placed.cite.prefix or placed.cite.suffix:
            return True
        return id(placed) in self.unread

    def _authors(self, placed: PlacedCite) -> str:
        authors = self.known.get(id(placed))
        if authors is None:
            authors = self.known[id(placed)] = authors_of(placed, self.locale)
        return authors

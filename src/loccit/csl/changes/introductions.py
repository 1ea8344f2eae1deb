"""Abbreviations of groups in a document that is edited (APA 7, section 8.21)."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from loccit.csl.changes.rows import Row, Rows
from loccit.csl.citations.group_abbreviations import abbreviated_groups
from loccit.csl.citations.renderer import Renderer
from loccit.csl.elements.context import Abbreviation
from loccit.csl.elements.name_parts import abbreviation_of
from loccit.model import Source


class Introductions:
    """Keeps which sources are by groups with an abbreviation."""

    def __init__(self, renderer: Renderer, rows: Rows) -> None:
        self._renderer = renderer
        self._rows = rows
        self._is_wanted = renderer.style.citation_options.group_abbreviations
        self._sources: dict[str, Source] = {}
        self._groups: dict[str, str] = {}

    def update(self, keys: Collection[str]) -> set[str]:
        """Look at sources that were added, changed or removed.

        Returns:
            the keys of all sources whose cites are abbreviated now, or are no longer.
        """
        if not self._is_wanted or not self._note(keys):
            return set()
        old, self._groups = self._groups, abbreviated_groups(self._sources)
        return {key for key, _ in old.items() ^ self._groups.items()}

    def around(self, row: Row) -> Iterator[Row]:
        """The rows that cite a group which this row cites."""
        groups = {self._groups[key] for key in row.keys if key in self._groups}
        for group in groups:
            yield from self._rows.citing_any(self._works(group))

    def of(self, row: Row) -> list[Abbreviation]:
        """Whether the cites of a row introduce abbreviations, or may use them."""
        abbreviations: list[Abbreviation] = []
        for cite in row.printed.cites:
            group = self._groups.get(cite.key, "")
            if not group or cite.mode == "suppress-author":
                abbreviations.append("")
            elif self._is_introduced(group, row):
                abbreviations.append("known")
            else:
                abbreviations.append("introduced")
        return abbreviations

    def _note(self, keys: Collection[str]) -> bool:
        """Note the sources that have an abbreviation; return whether they changed."""
        is_changed = False
        for key in keys:
            source = self._renderer.sources.get(key)
            if source is not None and not abbreviation_of(source)[1]:
                source = None
            if self._sources.get(key) is source:
                continue
            is_changed = True
            if source is None:
                del self._sources[key]
            else:
                self._sources[key] = source
        return is_changed

    def _works(self, group: str) -> list[str]:
        return [key for key, other in self._groups.items() if other == group]

    def _is_introduced(self, group: str, row: Row) -> bool:
        """Return whether a row before this one names the group."""
        for key in self._works(group):
            for before in self._rows.citing_before(key, row):
                for cite in before.citation.cites:
                    if cite.key == key and cite.mode != "suppress-author":
                        return True
        return False

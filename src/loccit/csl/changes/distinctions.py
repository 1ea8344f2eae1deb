"""Steps 4 and 5 in a document that is edited: distinguish the cites that look alike.

Groups of cites that look alike have nothing to do with each other: only those that a
source leaves or joins are distinguished again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

from loccit.csl.changes.listed import ListedSources
from loccit.csl.changes.rows import Rows
from loccit.csl.citations.disambiguate import BASE, base_state, distinguish
from loccit.csl.citations.renderer import Renderer
from loccit.csl.elements.context import CiteState


class Distinctions:
    """Keeps the states of the sources.

    Attributes:
        states: by key.
    """

    def __init__(
        self,
        renderer: Renderer,
        rows: Rows,
        listed: ListedSources,
    ) -> None:
        self.states: dict[str, CiteState] = {}
        self._renderer = renderer
        self._rows = rows
        self._listed = listed
        #: What listed sources look like if nothing distinguishes them, and the keys of
        #: those that look so.
        self._bases: dict[str, CiteState] = {}
        self._texts: dict[str, str] = {}
        self._groups: dict[str, set[str]] = defaultdict(set)

    def noted_elsewhere(self, keys: Collection[str]) -> set[str]:
        """The keys of listed sources whose first cite is in another note than before."""
        noted: set[str] = set()
        for key in keys:
            base = self._bases.get(key)
            if base is not None and base != self._base(key):
                noted.add(key)
        return noted

    def update(self, keys: Collection[str]) -> set[str]:
        """Distinguish sources that changed or moved.

        Returns:
            the keys of all sources whose state is another one.
        """
        texts: dict[str, None] = {}
        changed: set[str] = set()
        for key in keys:
            if key in self._texts:
                texts[self._take_out(key)] = None
            if key in self._renderer.numbers:
                texts[self._put(key)] = None
            elif key not in self._renderer.sources:
                self.states.pop(key, None)
            elif self.states.get(key) != BASE:
                self.states[key] = BASE
                changed.add(key)
        for text in texts:
            changed |= self._distinguish(text)
        return changed

    def _base(self, key: str) -> CiteState:
        rows = self._rows.citing(key)
        return base_state(rows[0].citation.note if rows else 0)

    def _take_out(self, key: str) -> str:
        text = self._texts.pop(key)
        del self._bases[key]
        self._groups[text].discard(key)
        return text

    def _put(self, key: str) -> str:
        base = self._bases[key] = self._base(key)
        text = self._texts[key] = self._renderer.text(key, base)
        self._groups[text].add(key)
        return text

    def _distinguish(self, text: str) -> set[str]:
        """Distinguish the sources whose cites have this text."""
        group = self._groups[text]
        if not group:
            del self._groups[text]
            return set()
        states = {key: self._bases[key] for key in group}
        if len(group) > 1:
            keys = tuple(sorted(group, key=self._listed.place))
            distinguish(self._renderer, states, [keys])
        changed = {key for key in group if self.states.get(key) != states[key]}
        self.states.update(states)
        return changed

"""Show more names, and more of them, until cites differ (CSL 1.0.2,
"Disambiguation").
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from loccit._startup.dataclass import replace
from loccit._startup.namedtuple import NamedTuple
from loccit.csl.citations.renderer import Renderer
from loccit.csl.elements.context import CiteState, GivenLevel
from loccit.csl.elements.tally import NamesList

#: How much of a given name is tried: its initials, then all given names.
_LEVELS: tuple[GivenLevel, ...] = (1, 2)


def by_text(
    renderer: Renderer,
    keys: Iterable[str],
    states: Mapping[str, CiteState],
) -> list[tuple[str, ...]]:
    """The keys in groups whose cites have the same text."""
    groups: dict[str, list[str]] = defaultdict(list)
    for key in keys:
        groups[renderer.text(key, states[key])].append(key)
    return [tuple(group) for group in groups.values()]


def ambiguous(
    renderer: Renderer,
    keys: Iterable[str],
    states: Mapping[str, CiteState],
) -> list[tuple[str, ...]]:
    """The groups of several keys whose cites have the same text."""
    return [group for group in by_text(renderer, keys, states) if len(group) > 1]


class _NameAt(NamedTuple):
    """A name by its list in the cite, and its index there."""

    list: int
    name: int


class _Search(NamedTuple):
    """Keys whose cites look alike, and the first name whose expansion may help."""

    keys: tuple[str, ...]
    start: _NameAt


class _Found(NamedTuple):
    """States in which cites differ, and the name that was expanded."""

    states: dict[str, CiteState]
    name: _NameAt


class NameExpansion:
    """Changes the states of ambiguous cites.

    Attributes:
        states: of all sources.
        by_cite: given names are expanded too.
    """

    def __init__(
        self,
        renderer: Renderer,
        states: dict[str, CiteState],
        by_cite: bool,
    ) -> None:
        self.renderer = renderer
        self.states = states
        self.by_cite = by_cite
        self.add_names = renderer.style.citation_options.add_names

    def expand(self, group: tuple[str, ...]) -> list[tuple[str, ...]]:
        """Expand names one by one while that splits the group; return what is left.

        Args:
            group: keys whose cites look alike.
        """
        left: list[tuple[str, ...]] = []
        searches = [_Search(group, _NameAt(0, 0))]
        while searches:
            search = searches.pop()
            found = self._next(search)
            if found is None:
                left.append(search.keys)
                continue
            parts = by_text(self.renderer, search.keys, found.states)
            self.states.update(found.states)
            for part in reversed(parts):
                if len(part) > 1:
                    searches.append(_Search(part, found.name))
        return left

    def _next(self, search: _Search) -> _Found | None:
        """The first expansion that splits the group."""
        states = {key: self.states[key] for key in search.keys}
        for name in self._names(search):
            if self._is_hidden(states, name):
                if not self.add_names:
                    continue
                states = _with_name_shown(states, name)
                if self._differ(states):
                    return _Found(states, name)
            if self.by_cite:
                for level in _LEVELS:
                    expanded = _with_level(states, name, level)
                    if self._differ(expanded):
                        return _Found(expanded, name)
        return None

    def _differ(self, states: Mapping[str, CiteState]) -> bool:
        return len(by_text(self.renderer, states, states)) > 1

    def _names(self, search: _Search) -> Iterator[_NameAt]:
        """Every name of every list that any of the cites has, from the start on."""
        cites = [self._lists(key, self.states[key]) for key in search.keys]
        start = search.start
        for index in range(start.list, max(map(len, cites), default=0)):
            count = max(
                len(lists[index].names) for lists in cites if index < len(lists)
            )
            first = start.name if index == start.list else 0
            for name in range(first, count):
                yield _NameAt(index, name)

    def _is_hidden(self, states: Mapping[str, CiteState], name: _NameAt) -> bool:
        """Return whether "et al." hides the name in any of the cites."""
        for key, state in states.items():
            lists = self._lists(key, state)
            if name.list < len(lists):
                names = lists[name.list]
                if names.shown <= name.name < len(names.names):
                    return True
        return False

    def _lists(self, key: str, state: CiteState) -> tuple[NamesList, ...]:
        return self.renderer.cite(key, state).lists

    def show_last_names(self) -> None:
        """Show a last name that "et al." hides alone (APA 7, section 8.18).

        Only in lists that were expanded.
        """
        for key, state in self.states.items():
            lists = self._lists(key, state) if state.names_shown else ()
            for index, names in enumerate(lists[: len(state.names_shown)]):
                if names.shown == len(names.names) - 1:
                    changed = _show(self.states[key], index, len(names.names))
                    self.states[key] = changed


def _with_name_shown(
    states: Mapping[str, CiteState],
    name: _NameAt,
) -> dict[str, CiteState]:
    return {
        key: _show(state, name.list, name.name + 1) for key, state in states.items()
    }


def _with_level(
    states: Mapping[str, CiteState],
    name: _NameAt,
    level: GivenLevel,
) -> dict[str, CiteState]:
    return {key: _expand(state, name, level) for key, state in states.items()}


def _show(
    state: CiteState,
    index: int,
    count: int,
) -> CiteState:
    """The state with that many names shown in a list."""
    shown = list(state.names_shown)
    while len(shown) <= index:
        shown.append(0)
    shown[index] = count
    return replace(state, names_shown=tuple(shown))


def _expand(
    state: CiteState,
    name: _NameAt,
    level: GivenLevel,
) -> CiteState:
    """The state with that much of a given name shown."""
    lists = list(state.given_levels)
    while len(lists) <= name.list:
        lists.append(())
    levels = list(lists[name.list])
    while len(levels) <= name.name:
        levels.append(0)
    levels[name.name] = level
    lists[name.list] = tuple(levels)
    return replace(state, given_levels=tuple(lists))

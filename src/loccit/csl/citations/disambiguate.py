"""Telling apart cites that look alike (CSL 1.0.2, "Disambiguation").

Cites are compared as they look on a later occasion ("subsequent"), where styles are
tersest.  Only the ambiguous ones are rendered again, each time with a new state; what
does not help is taken back.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from loccit._startup.dataclass import dataclass, replace
from loccit.csl.citations.entries import entry_state
from loccit.csl.citations.given_names import given_name_hints
from loccit.csl.citations.renderer import Renderer
from loccit.csl.elements.context import CiteState, GivenLevel
from loccit.csl.output_tree import is_empty

BASE = CiteState(position="subsequent")


def disambiguate(
    renderer: Renderer,
    keys: list[str],
    unlisted: Iterable[str],
    notes: Mapping[str, int],
) -> Mapping[str, CiteState]:
    """The states of all sources that tell their cites apart.

    `keys` are the sources in the order of the bibliography, by which year suffixes are
    given out; those `unlisted` get none, which would lead nowhere.  `notes` has the
    note of each source's first citation ("see note 3" tells cites apart, too).
    """
    unlisted = tuple(unlisted)
    options = renderer.style.citation_options
    if options.add_givenname and options.givenname_rule != "by-cite":
        hints = given_name_hints(
            renderer, [*keys, *unlisted], options.givenname_rule, BASE
        )
        renderer.expand_names(
            hints, primary_only=options.givenname_rule.startswith("primary")
        )
    return {
        **dict.fromkeys(unlisted, BASE),
        **_Disambiguation(renderer, keys, notes).run(),
    }


@dataclass(frozen=True, slots=True)
class _Search:
    """A set of cites that look alike, with the name from which on expansion may yet
    help.
    """

    keys: tuple[str, ...]
    names_list: int = 0
    name: int = 0


class _Disambiguation:
    """The states of all sources, and the steps that change them."""

    def __init__(
        self, renderer: Renderer, keys: list[str], notes: Mapping[str, int]
    ) -> None:
        self.renderer = renderer
        self.options = renderer.style.citation_options
        self.states = {
            key: replace(BASE, first_note=note) if (note := notes.get(key)) else BASE
            for key in keys
        }

    def run(self) -> Mapping[str, CiteState]:
        """Names, then conditions, then year suffixes, each for what is still ambiguous."""
        by_cite = (
            self.options.add_givenname and self.options.givenname_rule == "by-cite"
        )
        groups = self._alike(self.states, self.states)
        if groups and (by_cite or self.options.add_names):
            groups = [
                left for group in groups for left in self._by_names(group, by_cite)
            ]
            if not self.options.et_al_hides_one:
                self._show_last_names()
        groups = [left for group in groups for left in self._by_condition(group)]
        if self.options.add_year_suffix:
            for group in groups:
                for number, key in enumerate(filter(self._is_listed, group), start=1):
                    self.states[key] = replace(self.states[key], year_suffix=number)
        return self.states

    def _is_listed(self, key: str) -> bool:
        """Whether there is an entry that a letter would lead to; of a personal
        communication there is none.
        """
        if self.renderer.style.bibliography is None:
            return True
        return not is_empty(
            self.renderer.entry(key, entry_state(self.states[key])).output
        )

    def _show_last_names(self) -> None:
        """Where names were added until one was left for "et al.", that one is shown
        (APA 7, section 8.18).
        """
        for key, state in self.states.items():
            if not state.names_shown:
                continue
            for number, names_list in enumerate(self.renderer.cite(key, state).lists):
                if (
                    number < len(state.names_shown)
                    and names_list.shown == len(names_list.names) - 1
                ):
                    self.states[key] = _show(
                        self.states[key], number, len(names_list.names)
                    )

    def _parts(
        self, keys: Iterable[str], states: Mapping[str, CiteState]
    ) -> list[tuple[str, ...]]:
        """The keys parted by what their cites look like."""
        looks: dict[str, list[str]] = defaultdict(list)
        for key in keys:
            looks[self.renderer.text(key, states[key])].append(key)
        return [tuple(part) for part in looks.values()]

    def _alike(
        self, keys: Iterable[str], states: Mapping[str, CiteState]
    ) -> list[tuple[str, ...]]:
        return [part for part in self._parts(keys, states) if len(part) > 1]

    def _by_names(self, group: tuple[str, ...], by_cite: bool) -> list[tuple[str, ...]]:
        """Show more names and given names, one by one, for as long as that parts the
        group further.
        """
        left: list[tuple[str, ...]] = []
        searches = [_Search(group)]
        while searches:
            search = searches.pop()
            found = self._next_parting(search, by_cite)
            if found is None:
                left.append(search.keys)
                continue
            states, names_list, name = found
            parts = self._parts(search.keys, states)
            self.states.update(states)
            searches += [
                _Search(part, names_list, name)
                for part in reversed(parts)
                if len(part) > 1
            ]
        return left

    def _next_parting(
        self, search: _Search, by_cite: bool
    ) -> tuple[dict[str, CiteState], int, int] | None:
        """The first expansion that parts the group, with its place; None if none does."""
        keys = search.keys
        states = {key: self.states[key] for key in keys}
        for names_list, name in self._places(search):
            if self._is_hidden(keys, states, names_list, name):
                if not self.options.add_names:
                    continue
                states = {
                    key: _show(state, names_list, name + 1)
                    for key, state in states.items()
                }
                if len(self._parts(keys, states)) > 1:
                    return states, names_list, name
            if not by_cite:
                continue
            levels: tuple[GivenLevel, ...] = (1, 2)
            for level in levels:
                expanded = {
                    key: _expand(state, names_list, name, level)
                    for key, state in states.items()
                }
                if len(self._parts(keys, expanded)) > 1:
                    return expanded, names_list, name
        return None

    def _places(self, search: _Search) -> Iterator[tuple[int, int]]:
        """Every name of every list, from where the search stands."""
        rendered = [
            self.renderer.cite(key, self.states[key]).lists for key in search.keys
        ]
        for names_list in range(search.names_list, max(map(len, rendered), default=0)):
            count = max(
                len(lists[names_list].names)
                for lists in rendered
                if names_list < len(lists)
            )
            start = search.name if names_list == search.names_list else 0
            for name in range(start, count):
                yield names_list, name

    def _is_hidden(
        self,
        keys: Iterable[str],
        states: Mapping[str, CiteState],
        names_list: int,
        name: int,
    ) -> bool:
        for key in keys:
            lists = self.renderer.cite(key, states[key]).lists
            if names_list < len(lists) and lists[names_list].shown <= name < len(
                lists[names_list].names
            ):
                return True
        return False

    def _by_condition(self, group: tuple[str, ...]) -> list[tuple[str, ...]]:
        """Let one more `disambiguate="true"` condition hold, and yet one more for what
        that parts the group into.
        """
        count = self.states[group[0]].disambiguate + 1
        if self.renderer.cite(group[0], self.states[group[0]]).conditions < count:
            return [group]
        for key in group:
            self.states[key] = replace(self.states[key], disambiguate=count)
        parts = self._parts(group, self.states)
        if len(parts) == 1:
            return [group]
        return [
            left for part in parts if len(part) > 1 for left in self._by_condition(part)
        ]


def _show(state: CiteState, names_list: int, count: int) -> CiteState:
    shown = [*state.names_shown, *[0] * (names_list + 1 - len(state.names_shown))]
    shown[names_list] = count
    return replace(state, names_shown=tuple(shown))


def _expand(
    state: CiteState, names_list: int, name: int, level: GivenLevel
) -> CiteState:
    lists = [*state.given_levels, *[()] * (names_list + 1 - len(state.given_levels))]
    levels = list(lists[names_list])
    while len(levels) <= name:
        levels.append(0)
    levels[name] = level
    lists[names_list] = tuple(levels)
    return replace(state, given_levels=tuple(lists))

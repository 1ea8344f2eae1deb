"""Steps 4 and 5: distinguish cites that look alike (CSL 1.0.2, "Disambiguation").

Cites are compared as they look later in the document ("subsequent"), where styles are
tersest.  Only the ambiguous ones are rendered again, each time with a new state; what
does not help is taken back.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from loccit._startup.dataclass import replace
from loccit.csl.citations.entries import entry_state
from loccit.csl.citations.expand_names import NameExpansion, ambiguous, by_text
from loccit.csl.citations.given_names import given_name_hints
from loccit.csl.citations.renderer import Renderer
from loccit.csl.elements.context import CiteState
from loccit.csl.output_tree import is_empty, without

BASE = CiteState(position="subsequent")


def disambiguate(
    renderer: Renderer,
    keys: list[str],
    unlisted: Iterable[str],
    first_notes: Mapping[str, int],
) -> Mapping[str, CiteState]:
    """The states of all sources in which their cites differ.

    Args:
        keys: the sources in the order of the bibliography, by which year suffixes are
            assigned.
        unlisted: sources that get no suffix, as it would lead nowhere.
        first_notes: the note of each source's first citation; "see note 3" distinguishes
            cites too.
    """
    unlisted = tuple(unlisted)
    options = renderer.style.citation_options
    rule = options.givenname_rule
    if options.add_givenname and rule != "by-cite":
        hints = given_name_hints(renderer, [*keys, *unlisted], rule, BASE)
        renderer.expand_names(hints, primary_only=rule.startswith("primary"))
    states: dict[str, CiteState] = {}
    for key in keys:
        states[key] = base_state(first_notes.get(key, 0))
    groups = ambiguous(renderer, states, states)
    distinguish(renderer, states, groups)
    states.update(dict.fromkeys(unlisted, BASE))
    return states


def base_state(first_note: int) -> CiteState:
    """The state of a source that nothing distinguishes but the note of its first cite."""
    return replace(BASE, first_note=first_note) if first_note else BASE


def distinguish(
    renderer: Renderer,
    states: dict[str, CiteState],
    groups: list[tuple[str, ...]],
) -> None:
    """Change the states of sources until their cites differ.

    Args:
        groups: sources whose cites look alike, each in the order of the bibliography.
    """
    if groups:
        _Disambiguation(renderer, states).run(groups)


class _Disambiguation:
    """The states of the sources, and the steps that change them."""

    def __init__(self, renderer: Renderer, states: dict[str, CiteState]) -> None:
        self.renderer = renderer
        self.options = renderer.style.citation_options
        self.states = states

    def run(self, groups: list[tuple[str, ...]]) -> None:
        """Names, then conditions, then year suffixes, each for what is still ambiguous."""
        groups = self._by_names(groups)
        groups = self._by_conditions(groups)
        if self.options.add_year_suffix:
            for group in groups:
                self._add_year_suffixes(group)

    def _by_names(self, groups: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
        options = self.options
        by_cite = options.add_givenname and options.givenname_rule == "by-cite"
        if not (by_cite or options.add_names):
            return groups
        expansion = NameExpansion(self.renderer, self.states, by_cite)
        left: list[tuple[str, ...]] = []
        for group in groups:
            left += expansion.expand(group)
        if not options.et_al_hides_one:
            expansion.show_last_names()
        return left

    def _by_conditions(self, groups: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
        left: list[tuple[str, ...]] = []
        for group in groups:
            left += self._by_condition(group)
        return left

    def _by_condition(self, group: tuple[str, ...]) -> list[tuple[str, ...]]:
        """Let one more `disambiguate="true"` condition hold.

        And yet another one in each of the groups that this splits the group into.
        """
        first = self.states[group[0]]
        count = first.disambiguate + 1
        if self.renderer.cite(group[0], first).conditions < count:
            return [group]
        for key in group:
            self.states[key] = replace(self.states[key], disambiguate=count)
        parts = by_text(self.renderer, group, self.states)
        if len(parts) == 1:
            return [group]
        return self._by_conditions([part for part in parts if len(part) > 1])

    def _add_year_suffixes(self, group: tuple[str, ...]) -> None:
        number = 1
        for key in group:
            state = replace(self.states[key], year_suffix=number)
            if self._is_listed(key, state):
                self.states[key] = state
                number += 1

    def _is_listed(self, key: str, state: CiteState) -> bool:
        """Return whether there is an entry that a letter would lead to.

        A personal communication has none.
        """
        if self.renderer.style.bibliography is None:
            return True
        # The entry with the letter is the one that will be printed.
        entry = self.renderer.entry(key, entry_state(state))
        return not is_empty(without(entry.output, "year-suffix"))

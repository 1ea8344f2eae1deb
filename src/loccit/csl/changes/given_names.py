"""Given names in a document that is edited: how much of them distinguishes people."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from typing import TypeVar

from loccit.csl.changes.listed import ListedSources
from loccit.csl.citations.disambiguate import BASE
from loccit.csl.citations.given_names import (
    NamedPerson,
    Namesakes,
    levels_of,
    named_people,
)
from loccit.csl.citations.renderer import Renderer, names_of
from loccit.csl.elements.context import GivenLevel
from loccit.model import Name

T = TypeVar("T")


class GivenNames:
    """Keeps the hints of a renderer, surname by surname.

    Only for rules that distinguish people in the whole document.
    """

    def __init__(self, renderer: Renderer, listed: ListedSources) -> None:
        self._renderer = renderer
        self._listed = listed
        options = renderer.style.citation_options
        self._rule = options.givenname_rule
        self._is_wanted = options.add_givenname and self._rule != "by-cite"
        self._primary_only = self._rule.startswith("primary")
        self._people: dict[str, list[NamedPerson]] = {}
        self._names: dict[str, set[Name]] = {}
        self._levels: dict[str, dict[Name, GivenLevel]] = {}
        #: The keys of the sources whose cites name a surname, and of those that have a
        #: name in any role.
        self._by_surname: dict[str, set[str]] = defaultdict(set)
        self._by_name: dict[Name, set[str]] = defaultdict(set)

    def update(self, keys: Collection[str]) -> None:
        """Find the hints again for the names of sources that changed or moved."""
        if not self._is_wanted:
            return
        surnames: dict[str, None] = {}
        for key in keys:
            for person in self._people.get(key, ()):
                surnames[person.surname] = None
            self._take_out(key)
            if key in self._renderer.sources:
                self._put(key)
            for person in self._people.get(key, ()):
                surnames[person.surname] = None
        self._expand(surnames)

    def _take_out(self, key: str) -> None:
        for person in self._people.pop(key, ()):
            _discard(self._by_surname, person.surname, key)
        for name in self._names.pop(key, ()):
            _discard(self._by_name, name, key)

    def _put(self, key: str) -> None:
        people = named_people(self._renderer, key, self._rule, BASE)
        self._people[key] = people
        for person in people:
            self._by_surname[person.surname].add(key)
        names = names_of(self._renderer.sources[key], self._primary_only)
        self._names[key] = names
        for name in names:
            self._by_name[name].add(key)

    def _expand(self, surnames: Collection[str]) -> None:
        """Change the hints for these surnames, and forget what was set by others."""
        hints = dict(self._renderer.document.given_hints)
        changed: set[Name] = set()
        for surname in surnames:
            old = self._levels.pop(surname, {})
            new = levels_of(self._namesakes(surname), self._rule)
            if new:
                self._levels[surname] = new
            changed.update(name for name, _ in old.items() ^ new.items())
            for name in old:
                del hints[name]
            hints.update(new)
        self._renderer.set_given_hints(hints, primary_only=self._primary_only)
        for name in changed:
            for key in self._by_name.get(name, ()):
                self._renderer.forget_cites(key)

    def _namesakes(self, surname: str) -> Namesakes:
        """The people with a surname, with the options of the first source of each."""
        people: Namesakes = {}
        for key in sorted(self._by_surname.get(surname, ()), key=self._listed.place):
            for person in self._people[key]:
                if person.surname == surname:
                    people.setdefault(person.name, person.options)
        return people


def _discard(index: dict[T, set[str]], value: T, key: str) -> None:
    """Remove a key from an index, and its set when that is empty."""
    index[value].discard(key)
    if not index[value]:
        del index[value]

"""How much of the given names distinguishes people with the same surname.

For the rules of `givenname-disambiguation-rule` other than `by-cite`, which distinguish
people in the whole document, not cites.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from typing import TypeAlias

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.csl.citations.renderer import Renderer
from loccit.csl.elements.context import CiteState, GivenLevel
from loccit.csl.elements.initials import initials
from loccit.csl.elements.name_options import NameOptions
from loccit.csl.elements.name_parts import split_name
from loccit.model import Name
from loccit.values.names import surname

#: People with the same surname, with the options of the first list that names them.
Namesakes: TypeAlias = dict[Name, NameOptions]

_SPACE_OR_POINT = regex(r"[\s.]")


class NamedPerson(NamedTuple):
    """A person with a surname, and the options of the list that names them."""

    surname: str
    name: Name
    options: NameOptions


def given_name_hints(
    renderer: Renderer,
    keys: Iterable[str],
    rule: str,
    state: CiteState,
) -> dict[Name, GivenLevel]:
    """How much to show of the given names of people who share a surname."""
    namesakes: dict[str, Namesakes] = defaultdict(dict)
    for key in keys:
        for person in named_people(renderer, key, rule, state):
            namesakes[person.surname].setdefault(person.name, person.options)
    hints: dict[Name, GivenLevel] = {}
    for people in namesakes.values():
        hints.update(levels_of(people, rule))
    return hints


def named_people(
    renderer: Renderer,
    key: str,
    rule: str,
    state: CiteState,
) -> list[NamedPerson]:
    """The people whom a cite of a source names, as far as the rule asks for them."""
    lists = renderer.cite(key, state).lists
    people: list[NamedPerson] = []
    if rule.startswith("primary"):
        if lists:
            _add(people, lists[0].names[:1], lists[0].options)
        return people
    for names in lists:
        _add(people, names.names, names.options)
    return people


def _add(
    people: list[NamedPerson],
    names: tuple[Name, ...],
    options: NameOptions,
) -> None:
    for name in names:
        family = _surname(name)
        if family:
            people.append(NamedPerson(family, name, options))


@lru_cache(maxsize=65536)
def _surname(name: Name) -> str:
    """The surname of a person with given names, together with its particle."""
    parts = split_name(name)
    return surname(parts) if parts.family and parts.given else ""


@lru_cache(maxsize=65536)
def _bare_given(name: Name) -> str:
    """The given names without spaces and full stops, which distinguish nobody."""
    return _SPACE_OR_POINT.sub("", split_name(name).given)


def levels_of(people: Namesakes, rule: str) -> dict[Name, GivenLevel]:
    """How much to show of the given names of people with one surname.

    Initials for those whose initials nobody else has, else all given names; if only
    initials are shown, for all whose initials distinguish them from somebody (APA 7,
    section 8.20).
    """
    if len({_bare_given(name) for name in people}) < 2:
        return {}
    only_initials = rule.endswith("with-initials")
    owners: dict[str, set[str]] = defaultdict(set)
    for name, options in people.items():
        owners[_initials(name, options)].add(_bare_given(name))
    levels: dict[Name, GivenLevel] = {}
    for name, options in people.items():
        shown = _initials(name, options)
        is_apart = len(owners) > 1 if only_initials else len(owners[shown]) == 1
        if shown and is_apart:
            levels[name] = 1
        elif not only_initials:
            levels[name] = 2
    return levels


def _initials(name: Name, options: NameOptions) -> str:
    if options.initialize_with is None:
        return ""
    return initials(split_name(name).given, options.initialize_with)

"""Which names share a surname, and how much of the given names tells them apart
throughout the document.

This is for the rules of `givenname-disambiguation-rule` other than `by-cite`: they tell
apart people, not cites.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from loccit.csl.citations.renderer import Renderer
from loccit.csl.elements.context import CiteState, GivenLevel
from loccit.csl.elements.initials import initials
from loccit.csl.elements.name_options import NameOptions
from loccit.csl.elements.name_parts import split_name
from loccit.csl.elements.tally import NamesList
from loccit.model import Name
from loccit.values.names import surname


def given_name_hints(
    renderer: Renderer, keys: Iterable[str], rule: str, state: CiteState
) -> dict[Name, GivenLevel]:
    """Name to what must be shown of its given names, for the names that share their
    surname with others.
    """
    namesakes: dict[str, dict[Name, NameOptions]] = defaultdict(dict)
    for key in keys:
        for name, options in _names(renderer.cite(key, state).lists, rule):
            if family := _surname(name):
                namesakes[family].setdefault(name, options)
    hints: dict[Name, GivenLevel] = {}
    only_initials = rule.endswith("with-initials")
    for people in namesakes.values():
        if len(people) > 1 and len({_same(name) for name in people}) > 1:
            hints.update(_levels(people, only_initials))
    return hints


def _names(
    lists: tuple[NamesList, ...], rule: str
) -> Iterable[tuple[Name, NameOptions]]:
    if rule.startswith("primary"):
        return [(lists[0].names[0], lists[0].options)] if lists else []
    return [(name, names.options) for names in lists for name in names.names]


@lru_cache(maxsize=65536)
def _surname(name: Name) -> str:
    """The surname of a person who has given names, with the particle that belongs to
    it.
    """
    parts = split_name(name)
    return surname(parts) if parts.family and parts.given else ""


@lru_cache(maxsize=65536)
def _same(name: Name) -> str:
    """Given names that differ in spaces and full stops alone are the same."""
    return re.sub(r"[\s.]", "", split_name(name).given)


def _levels(
    people: dict[Name, NameOptions], only_initials: bool
) -> dict[Name, GivenLevel]:
    owners: dict[str, set[str]] = defaultdict(set)
    for name, options in people.items():
        owners[_initials(name, options)].add(_same(name))
    levels: dict[Name, GivenLevel] = {}
    for name, options in people.items():
        shown = _initials(name, options)
        if shown and len(owners[shown]) == 1:
            levels[name] = 1
        elif not only_initials:
            levels[name] = 2
    return levels


def _initials(name: Name, options: NameOptions) -> str:
    if options.initialize_with is None:
        return ""
    return initials(split_name(name).given, options.initialize_with)

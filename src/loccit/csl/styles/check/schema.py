"""What CSL's RELAX NG schema allows in an element, as tables that a message can be made
of.

RELAX NG validators say that an element is wrong, and seldom why.  Here the schema is
read for what may stand where; the validator itself has the last word
(`Definition.allows`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from functools import cache, cached_property
from typing import TYPE_CHECKING

from loccit._startup.dataclass import dataclass
from loccit.csl.locales.installed import schema_path

if TYPE_CHECKING:
    from lxml.etree import RelaxNG, _Element

_RNG = "{http://relaxng.org/ns/structure/1.0}"
#: Patterns whose content need not be there.
_OPTIONAL = frozenset(["optional", "zeroOrMore", "choice"])
_BOOLEAN = frozenset(["true", "false"])
_NUMBERS = frozenset(["integer", "nonNegativeInteger"])


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute: the words it may be and their patterns, or else any text, perhaps a
    number.

    `is_list` says that it may be several words, `required` that it must be there.
    """

    words: frozenset[str]
    patterns: frozenset[str]
    is_open: bool
    is_number: bool
    is_list: bool
    required: bool

    def allows(self, word: str) -> bool:
        """Whether it may be that word."""
        return (
            self.is_open
            or word in self.words
            or any(re.fullmatch(pattern, word) for pattern in self.patterns)
        )


class Definition:
    """One definition of an element.  CSL has several of some: `label` in `names` is
    another than in `group`.
    """

    def __init__(self, pattern: _Element) -> None:
        self._pattern = pattern
        self.name = _name(pattern)

    @cached_property
    def attributes(self) -> dict[str, Attribute]:
        """By name."""
        found: dict[str, Attribute] = {}
        for pattern, required in self._parts:
            if pattern.tag == f"{_RNG}attribute":
                name, new = _name(pattern), self._attribute(pattern, required)
                found[name] = _either(found[name], new) if name in found else new
        return found

    @cached_property
    def children(self) -> dict[str, list[Definition]]:
        """The elements that may stand in it, by name."""
        found: dict[str, list[Definition]] = {}
        for pattern, _ in self._parts:
            if pattern.tag == f"{_RNG}element":
                definition = _definition(pattern)
                found.setdefault(definition.name, []).append(definition)
        return found

    @cached_property
    def required_children(self) -> frozenset[str]:
        """The elements that must stand in it."""
        return frozenset(
            _name(part)
            for part, required in self._parts
            if required and part.tag == f"{_RNG}element"
        )

    def allows(self, element: _Element) -> bool:
        """Whether an element, with all that stands in it, is as defined."""
        return bool(self._validator.validate(element))

    @cached_property
    def _validator(self) -> RelaxNG:
        """A schema of this element alone."""
        from lxml import etree

        grammar = deepcopy(_grammar())
        for start in grammar.iter(f"{_RNG}start"):
            start[:] = [deepcopy(self._pattern)]
        return etree.RelaxNG(grammar)

    @cached_property
    def _parts(self) -> list[tuple[_Element, bool]]:
        return list(self._walk(self._pattern, True))

    def _walk(
        self, pattern: _Element, required: bool
    ) -> Iterator[tuple[_Element, bool]]:
        """The attributes and elements of a pattern, each with whether it must be there."""
        for part in pattern:
            match part.tag.removeprefix(_RNG):
                case "attribute" | "element":
                    yield part, required
                case "ref":
                    yield from self._walk(_defines()[part.get("name") or ""], required)
                case name:
                    yield from self._walk(part, required and name not in _OPTIONAL)

    def _attribute(self, pattern: _Element, required: bool) -> Attribute:
        words: set[str] = set()
        patterns: set[str] = set()
        is_list = is_open = is_number = False
        parts = [part for part in pattern if part.tag != f"{_RNG}name"]
        while parts:
            part = parts.pop()
            match part.tag.removeprefix(_RNG):
                case "value":
                    words.add(part.text or "")
                case "data" if part.get("type") == "boolean":
                    words |= _BOOLEAN
                case "data" if (
                    found := part.find(f"{_RNG}param[@name='pattern']")
                ) is not None:
                    patterns.add(found.text or "")
                case "data" | "text":
                    is_open = True
                    is_number = part.get("type") in _NUMBERS
                case "ref":
                    parts += _defines()[part.get("name") or ""]
                case name:
                    is_list = is_list or name == "list"
                    parts += part
        return Attribute(
            frozenset(words), frozenset(patterns), is_open, is_number, is_list, required
        )


def _either(one: Attribute, other: Attribute) -> Attribute:
    return Attribute(
        one.words | other.words,
        one.patterns | other.patterns,
        one.is_open or other.is_open,
        one.is_number and other.is_number,
        one.is_list or other.is_list,
        one.required or other.required,
    )


@cache
def _grammar() -> _Element:
    from lxml import etree

    return etree.parse(schema_path()).getroot()


@cache
def _defines() -> dict[str, _Element]:
    """The schema's named patterns."""
    return {
        str(define.get("name")): define for define in _grammar().iter(f"{_RNG}define")
    }


@cache
def _definition(pattern: _Element) -> Definition:
    return Definition(pattern)


def _name(pattern: _Element) -> str:
    """The name of an element or attribute, with its namespace as lxml writes it."""
    name = pattern.find(f"{_RNG}name")
    assert name is not None, "the schema names each by a child"
    return f"{{{name.get('ns')}}}{name.text}" if name.get("ns") else name.text or ""


def root_definitions() -> list[Definition]:
    """The definitions of what a CSL file may be: an independent style, a dependent one,
    a locale.
    """
    return [
        _definition(pattern)
        for start in _grammar().iter(f"{_RNG}start")
        for ref in start.iter(f"{_RNG}ref")
        if (pattern := _defines()[str(ref.get("name"))].find(f"{_RNG}element"))
        is not None
    ]

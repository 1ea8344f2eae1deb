"""The content model of each element in CSL's RELAX NG schema, as tables.

RELAX NG validators say that an element is wrong, and seldom why.  Messages are made from
these tables; the validator has the last word (`Definition.allows`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from functools import cache, cached_property
from typing import TYPE_CHECKING

from loccit._startup.dataclass import dataclass
from loccit._startup.namedtuple import NamedTuple
from loccit.csl.locales.installed import schema_path

if TYPE_CHECKING:
    from lxml.etree import RelaxNG, _Element

_RNG = "{http://relaxng.org/ns/structure/1.0}"
#: Patterns whose content is optional.
_OPTIONAL = frozenset(["optional", "zeroOrMore", "choice"])
_BOOLEAN = frozenset(["true", "false"])
_NUMBERS = frozenset(["integer", "nonNegativeInteger"])


@dataclass(frozen=True, slots=True)
class Attribute:
    """The values that an attribute can have.

    Attributes:
        words: the words that are allowed.
        patterns: regular expressions of others.
        is_open: any text is allowed.
        is_number: the text is a number.
        is_list: several words are allowed.
        required: the attribute must be present.
    """

    words: frozenset[str]
    patterns: frozenset[str]
    is_open: bool
    is_number: bool
    is_list: bool
    required: bool

    def allows(self, word: str) -> bool:
        """Return whether a word is allowed."""
        if self.is_open or word in self.words:
            return True
        return any(re.fullmatch(pattern, word) for pattern in self.patterns)


class Definition:
    """A definition of an element.

    Some elements have several: `label` in `names` differs from `label` in `group`.
    """

    def __init__(self, pattern: _Element) -> None:
        self._pattern = pattern
        self.name = _name(pattern)

    @cached_property
    def attributes(self) -> dict[str, Attribute]:
        """The attributes by name."""
        found: dict[str, Attribute] = {}
        for part in self._parts:
            if part.pattern.tag == f"{_RNG}attribute":
                name = _name(part.pattern)
                attribute = _AttributeReader().read(part)
                if name in found:
                    attribute = _either(found[name], attribute)
                found[name] = attribute
        return found

    @cached_property
    def children(self) -> dict[str, list[Definition]]:
        """The definitions of the elements that are allowed inside, by name."""
        found: dict[str, list[Definition]] = {}
        for part in self._parts:
            if part.pattern.tag == f"{_RNG}element":
                definition = _definition(part.pattern)
                found.setdefault(definition.name, []).append(definition)
        return found

    @cached_property
    def required_children(self) -> frozenset[str]:
        """The elements that are required inside."""
        names: set[str] = set()
        for part in self._parts:
            if part.required and part.pattern.tag == f"{_RNG}element":
                names.add(_name(part.pattern))
        return frozenset(names)

    def allows(self, element: _Element) -> bool:
        """Return whether an element with all inside is valid."""
        return bool(self._validator.validate(element))

    @cached_property
    def _validator(self) -> RelaxNG:
        """A schema of this element alone."""
        from lxml import etree  # heavy; only checks of styles need it

        grammar = deepcopy(_grammar())
        for start in grammar.iter(f"{_RNG}start"):
            start[:] = [deepcopy(self._pattern)]
        return etree.RelaxNG(grammar)

    @cached_property
    def _parts(self) -> list[_Part]:
        return list(_parts(self._pattern, required=True))


class _Part(NamedTuple):
    """The pattern of an attribute or an element inside a pattern."""

    pattern: _Element
    required: bool


def _parts(pattern: _Element, *, required: bool) -> Iterator[_Part]:
    """The attributes and elements of a pattern."""
    for part in pattern:
        match part.tag.removeprefix(_RNG):
            case "attribute" | "element":
                yield _Part(part, required)
            case "ref":
                yield from _parts(_referenced(part), required=required)
            case name:
                is_required = required and name not in _OPTIONAL
                yield from _parts(part, required=is_required)


class _AttributeReader:
    """Collects the values that the pattern of an attribute allows."""

    def __init__(self) -> None:
        self.words: set[str] = set()
        self.patterns: set[str] = set()
        self.is_open = False
        self.is_number = False
        self.is_list = False

    def read(self, part: _Part) -> Attribute:
        """The attribute."""
        for inner in part.pattern:
            if inner.tag != f"{_RNG}name":
                self._value(inner)
        return Attribute(
            frozenset(self.words),
            frozenset(self.patterns),
            self.is_open,
            self.is_number,
            self.is_list,
            part.required,
        )

    def _value(self, pattern: _Element) -> None:
        match pattern.tag.removeprefix(_RNG):
            case "value":
                self.words.add(pattern.text or "")
            case "data":
                self._data(pattern)
            case "text":
                self.is_open = True
            case "ref":
                self._values(_referenced(pattern))
            case name:
                self.is_list = self.is_list or name == "list"
                self._values(pattern)

    def _values(self, patterns: _Element) -> None:
        for pattern in patterns:
            self._value(pattern)

    def _data(self, pattern: _Element) -> None:
        expression = pattern.find(f"{_RNG}param[@name='pattern']")
        if pattern.get("type") == "boolean":
            self.words |= _BOOLEAN
        elif expression is not None:
            self.patterns.add(expression.text or "")
        else:
            self.is_open = True
            self.is_number = pattern.get("type") in _NUMBERS


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
    from lxml import etree  # heavy; only checks of styles need it

    return etree.parse(schema_path()).getroot()


@cache
def _defines() -> dict[str, _Element]:
    """The schema's named patterns."""
    defines = _grammar().iter(f"{_RNG}define")
    return {str(define.get("name")): define for define in defines}


def _referenced(ref: _Element) -> _Element:
    return _defines()[ref.get("name") or ""]


@cache
def _definition(pattern: _Element) -> Definition:
    return Definition(pattern)


def _name(pattern: _Element) -> str:
    """The name of an element or attribute, with its namespace as lxml writes it."""
    name = pattern.find(f"{_RNG}name")
    assert name is not None, "the schema names each by a child"
    namespace = name.get("ns")
    if namespace:
        return f"{{{namespace}}}{name.text}"
    return name.text or ""


def root_definitions() -> list[Definition]:
    """The definitions of a whole CSL file: independent style, dependent style, locale."""
    definitions: list[Definition] = []
    for start in _grammar().iter(f"{_RNG}start"):
        for ref in start.iter(f"{_RNG}ref"):
            pattern = _referenced(ref).find(f"{_RNG}element")
            if pattern is not None:
                definitions.append(_definition(pattern))
    return definitions

"""A style against CSL's schema, each fault in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from loccit.csl.locales.xml import LANG, NAMESPACE, tag
from loccit.csl.styles.check.schema import Attribute, Definition, root_definitions

if TYPE_CHECKING:
    from lxml.etree import _Element

#: How like a word (of 100) one must be to be suggested for it, and how many words are
#: listed where none is.
_ALIKE = 60
_LISTED = 12
#: Attributes whose values are things of a kind.
_KINDS = {"variable": "variable", "term": "term", "type": "item type"}


class Fault(NamedTuple):
    """What is wrong at an element, or at its attribute of that name."""

    element: _Element
    attribute: str
    rule: str
    message: str
    advice: str = ""


def against_schema(root: _Element) -> list[Fault]:
    """What the schema does not allow in a style."""
    definitions = [known for known in root_definitions() if known.name == root.tag]
    faults = list(_element_faults(root, definitions))
    explained = {
        element
        for fault in faults
        for element in (fault.element, *fault.element.iterancestors())
    }
    return [*faults, *map(_invalid, _unexplained(root, definitions, explained))]


def _unexplained(
    element: _Element, definitions: list[Definition], explained: set[_Element]
) -> Iterator[_Element]:
    """The innermost elements that a validator refuses, but for those whose fault is
    known, or lies within.
    """
    if any(definition.allows(element) for definition in definitions):
        return
    inner = [
        found
        for child in element.iterchildren("*")
        if (inside := _definitions_of(child, definitions))
        for found in _unexplained(child, inside, explained)
    ]
    yield from inner
    if not inner and element not in explained:
        yield element


def _definitions_of(child: _Element, definitions: list[Definition]) -> list[Definition]:
    return [
        inner
        for definition in definitions
        for inner in definition.children.get(child.tag, [])
    ]


def _element_faults(
    element: _Element, definitions: list[Definition]
) -> Iterator[Fault]:
    fitting = [
        definition for definition in definitions if _fits(element, definition)
    ] or definitions
    yield from _attribute_faults(element, fitting)
    allowed = {name for definition in fitting for name in definition.children}
    present = set()
    for child in element.iterchildren("*"):
        present.add(child.tag)
        if inside := _definitions_of(child, fitting):
            yield from _element_faults(child, inside)
        else:
            message = f"`<{tag(child)}>` can't stand in `<{tag(element)}>`."
            yield Fault(
                child,
                "",
                "unknown-element",
                message,
                _suggestion(tag(child), map(_bare, allowed)),
            )
    for name in sorted(
        frozenset.intersection(
            *(definition.required_children for definition in fitting)
        )
        - present
    ):
        yield Fault(
            element,
            "",
            "missing-element",
            f"`<{tag(element)}>` needs `<{_bare(name)}>` in it.",
        )


def _fits(element: _Element, definition: Definition) -> bool:
    """Whether a definition knows all that is there; a name may have several
    definitions.
    """
    return definition.attributes.keys() >= set(
        element.attrib
    ) and definition.children.keys() >= {
        child.tag for child in element.iterchildren("*")
    }


def _attribute_faults(
    element: _Element, definitions: list[Definition]
) -> Iterator[Fault]:
    name = tag(element)
    known = {name for definition in definitions for name in definition.attributes}
    for attribute, value in _attributes(element).items():
        found = [
            each.attributes[attribute]
            for each in definitions
            if attribute in each.attributes
        ]
        if not found:
            message = f"`<{name}>` has no attribute `{_shown(attribute)}`."
            advice = _suggestion(_shown(attribute), map(_shown, known))
            yield Fault(element, attribute, "unknown-attribute", message, advice)
        elif all(each.is_number for each in found) and not value.strip().isdecimal():
            message = (
                f"`{_shown(attribute)}` of `<{name}>` must be a number, not `{value}`."
            )
            yield Fault(element, attribute, "unknown-value", message)
        for word in _wrong_words(value, found):
            allowed = {word for each in found for word in each.words}
            yield Fault(
                element, attribute, *_unknown_value(name, attribute, word, allowed)
            )
    for attribute in sorted(known):
        if attribute not in element.attrib and all(
            attribute in each.attributes and each.attributes[attribute].required
            for each in definitions
        ):
            message = f"`<{name}>` needs the attribute `{_shown(attribute)}`."
            yield Fault(element, "", "missing-attribute", message)


def _attributes(element: _Element) -> dict[str, str]:
    """Name to value, which lxml's types leave open."""
    return {str(name): str(value) for name, value in element.attrib.items()}


def _wrong_words(value: str, found: list[Attribute]) -> list[str]:
    """The words of a value that no definition of its attribute has."""
    words = (
        value.split()
        if any(each.is_list for each in found)
        else [" ".join(value.split())]
    )
    return [
        word for word in words if found and not any(each.allows(word) for each in found)
    ]


def _unknown_value(
    name: str, attribute: str, word: str, allowed: set[str]
) -> tuple[str, str, str]:
    """Rule, message and advice for a word that an attribute can't have."""
    if kind := _KINDS.get(attribute):
        if kind == "variable" and name not in ("text", "if", "else-if", "key"):
            message = f"`{word}` is no variable for `<{name}>`."
        else:
            message = f"There is no {kind} `{word}`."
        return f"unknown-{kind.replace(' ', '-')}", message, _suggestion(word, allowed)
    return (
        "unknown-value",
        f"`{_shown(attribute)}` of `<{name}>` can't be `{word}`.",
        _suggestion(word, allowed),
    )


def _suggestion(word: str, allowed: Iterable[str]) -> str:
    """The allowed word that is like it, or all of them if they are few."""
    from rapidfuzz import fuzz, process

    words = sorted(set(allowed))
    if near := process.extractOne(word, words, scorer=fuzz.ratio, score_cutoff=_ALIKE):
        return f"Did you mean `{near[0]}`?"
    return (
        f"Allowed: {', '.join(f'`{known}`' for known in words)}."
        if 0 < len(words) <= _LISTED
        else ""
    )


def _invalid(element: _Element) -> Fault:
    message = f"`<{tag(element)}>` is not as the schema has it."
    advice = (
        "Something in it is missing, repeated, at odds with something else, "
        "or has a value of another kind."
    )
    return Fault(element, "", "invalid-element", message, advice)


def _bare(name: str) -> str:
    return name.removeprefix(NAMESPACE)


def _shown(attribute: str) -> str:
    return "xml:lang" if attribute == LANG else attribute

"""Check a style by CSL's schema, and say in words what is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from loccit.csl.locales.xml import LANG, NAMESPACE, tag
from loccit.csl.styles.check.finding import Finding
from loccit.csl.styles.check.schema import Attribute, Definition, root_definitions

if TYPE_CHECKING:
    from lxml.etree import _Element

#: How similar a word must be to be suggested, in per cent.
_SIMILAR = 60
#: The most words to list where none is similar.
_LISTED = 12
#: Attributes whose values have a name of their own.
_KINDS = {"variable": "variable", "term": "term", "type": "item type"}
#: Elements that take any variable; others take those of one type.
_TAKE_ANY_VARIABLE = ("text", "if", "else-if", "key")
_VAGUE_ADVICE = (
    "Something in it is missing, repeated, at odds with something else, "
    "or has a value of another kind."
)


def against_schema(root: _Element) -> list[Finding]:
    """The problems of a style that the schema knows."""
    definitions = [known for known in root_definitions() if known.name == root.tag]
    findings = list(_element_findings(root, definitions))
    explained: set[_Element] = set()
    for finding in findings:
        explained.add(finding.element)
        explained.update(finding.element.iterancestors())
    refused = _unexplained(root, definitions, explained)
    return findings + [_invalid(element) for element in refused]


def _unexplained(
    element: _Element,
    definitions: list[Definition],
    explained: set[_Element],
) -> Iterator[_Element]:
    """The innermost elements that a validator refuses for reasons not found yet."""
    if any(definition.allows(element) for definition in definitions):
        return
    has_inner = False
    for child in element.iterchildren("*"):
        inside = _definitions_of(child, definitions)
        if inside:
            for found in _unexplained(child, inside, explained):
                has_inner = True
                yield found
    if not has_inner and element not in explained:
        yield element


def _definitions_of(child: _Element, definitions: list[Definition]) -> list[Definition]:
    """What the definitions of an element say about a child."""
    found: list[Definition] = []
    for definition in definitions:
        found += definition.children.get(child.tag, [])
    return found


def _element_findings(
    element: _Element,
    definitions: list[Definition],
) -> Iterator[Finding]:
    """The problems of an element and of all inside."""
    fitting = [found for found in definitions if _fits(element, found)] or definitions
    yield from _attribute_findings(element, fitting)
    for child in element.iterchildren("*"):
        inside = _definitions_of(child, fitting)
        if inside:
            yield from _element_findings(child, inside)
        else:
            yield _unknown_element(element, child, fitting)
    yield from _missing_elements(element, fitting)


def _unknown_element(
    parent: _Element,
    element: _Element,
    definitions: list[Definition],
) -> Finding:
    allowed: set[str] = set()
    for definition in definitions:
        allowed.update(definition.children)
    message = f"`<{tag(element)}>` is not allowed in `<{tag(parent)}>`."
    advice = _suggestion(tag(element), map(_bare, allowed))
    return Finding(element, "", "unknown-element", message, advice)


def _missing_elements(
    element: _Element,
    definitions: list[Definition],
) -> Iterator[Finding]:
    """Children that all definitions require."""
    required = [definition.required_children for definition in definitions]
    present = {child.tag for child in element.iterchildren("*")}
    for name in sorted(frozenset.intersection(*required) - present):
        message = f"`<{tag(element)}>` must contain `<{_bare(name)}>`."
        yield Finding(element, "", "missing-element", message)


def _fits(element: _Element, definition: Definition) -> bool:
    """Return whether a definition knows all attributes and children.

    An element can have several definitions.
    """
    children = {child.tag for child in element.iterchildren("*")}
    if not definition.children.keys() >= children:
        return False
    return definition.attributes.keys() >= set(element.attrib)


def _attribute_findings(
    element: _Element,
    definitions: list[Definition],
) -> Iterator[Finding]:
    """The problems of an element's attributes."""
    for attribute, value in _attributes(element).items():
        found = _definitions_of_attribute(attribute, definitions)
        if not found:
            yield _unknown_attribute(element, attribute, definitions)
            continue
        if all(each.is_number for each in found) and not value.strip().isdecimal():
            yield _not_a_number(element, attribute, value)
        for word in _wrong_words(value, found):
            yield _unknown_value(element, attribute, word, found)
    yield from _missing_attributes(element, definitions)


def _attributes(element: _Element) -> dict[str, str]:
    """Values by name, as text for certain; lxml's types leave that open."""
    return {str(name): str(value) for name, value in element.attrib.items()}


def _definitions_of_attribute(
    attribute: str,
    definitions: list[Definition],
) -> list[Attribute]:
    found: list[Attribute] = []
    for definition in definitions:
        if attribute in definition.attributes:
            found.append(definition.attributes[attribute])
    return found


def _unknown_attribute(
    element: _Element,
    attribute: str,
    definitions: list[Definition],
) -> Finding:
    name = _shown(attribute)
    message = f"`<{tag(element)}>` has no attribute `{name}`."
    advice = _suggestion(name, map(_shown, _known_attributes(definitions)))
    return Finding(element, attribute, "unknown-attribute", message, advice)


def _known_attributes(definitions: list[Definition]) -> set[str]:
    known: set[str] = set()
    for definition in definitions:
        known.update(definition.attributes)
    return known


def _not_a_number(
    element: _Element,
    attribute: str,
    value: str,
) -> Finding:
    name = _shown(attribute)
    message = f"`{name}` of `<{tag(element)}>` must be a number, not `{value}`."
    return Finding(element, attribute, "unknown-value", message)


def _missing_attributes(
    element: _Element,
    definitions: list[Definition],
) -> Iterator[Finding]:
    """Attributes that all definitions require."""
    for attribute in sorted(_known_attributes(definitions)):
        if attribute in element.attrib:
            continue
        found = _definitions_of_attribute(attribute, definitions)
        if len(found) == len(definitions) and all(each.required for each in found):
            message = f"`<{tag(element)}>` needs the attribute `{_shown(attribute)}`."
            yield Finding(element, "", "missing-attribute", message)


def _wrong_words(value: str, found: list[Attribute]) -> list[str]:
    """The words of a value that no definition of its attribute has."""
    words = value.split()
    if not any(each.is_list for each in found):
        words = [" ".join(words)]
    return [word for word in words if not any(each.allows(word) for each in found)]


def _unknown_value(
    element: _Element,
    attribute: str,
    word: str,
    found: list[Attribute],
) -> Finding:
    """The problem that an attribute can't have a value."""
    allowed: set[str] = set()
    for each in found:
        allowed.update(each.words)
    rule = "unknown-value"
    message = f"`{_shown(attribute)}` of `<{tag(element)}>` can't be `{word}`."
    kind = _KINDS.get(attribute)
    if kind is not None:
        rule = f"unknown-{kind.replace(' ', '-')}"
        message = f"There is no {kind} `{word}`."
    if kind == "variable" and tag(element) not in _TAKE_ANY_VARIABLE:
        message = f"`<{tag(element)}>` takes no variable `{word}`."
    return Finding(element, attribute, rule, message, _suggestion(word, allowed))


def _suggestion(word: str, allowed: Iterable[str]) -> str:
    """Suggest the most similar allowed word, or list all of them if they are few."""
    from rapidfuzz import fuzz, process  # heavy; only a style with problems needs it

    words = sorted(set(allowed))
    near = process.extractOne(word, words, scorer=fuzz.ratio, score_cutoff=_SIMILAR)
    if near:
        return f"Did you mean `{near[0]}`?"
    if not 0 < len(words) <= _LISTED:
        return ""
    return f"Allowed: {', '.join([f'`{known}`' for known in words])}."


def _invalid(element: _Element) -> Finding:
    message = f"`<{tag(element)}>` does not match the schema."
    return Finding(element, "", "invalid-element", message, _VAGUE_ADVICE)


def _bare(name: str) -> str:
    return name.removeprefix(NAMESPACE)


def _shown(attribute: str) -> str:
    return "xml:lang" if attribute == LANG else attribute

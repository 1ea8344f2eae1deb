"""The objects in a code of Citavi.

JSON of .NET writes each object once, with an `$id`; where it occurs again, it is
`{"$ref": "7"}`.  The XML of Citavi 4 has the same names, and repeats its objects.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree

from loccit.essays.live_citations.broken_code import BrokenCode
from loccit.essays.live_citations.values import mapping_at, mappings_at
from loccit.essays.live_citations.xml_code import read_xml

#: The elements of XML that contain a list.
_LISTS = frozenset(
    ["Authors", "Editors", "Entries", "Organizations", "Publishers", "Translators"]
)


class Objects:
    """The objects of a code, of which `root` is the outermost.

    Raises:
        BrokenCode: the value is not an object.
    """

    def __init__(self, value: object) -> None:
        if not isinstance(value, Mapping):
            raise BrokenCode("Its code has no data.")
        self.root: Mapping[str, object] = value
        self._by_id = {each["$id"]: each for each in _within(value) if _has_id(each)}

    def first(self, parent: Mapping[str, object], name: str) -> Mapping[str, object]:
        """Return the object that a member is or refers to; else an empty one."""
        return self._resolved(mapping_at(parent, name))

    def all(
        self, parent: Mapping[str, object], name: str
    ) -> list[Mapping[str, object]]:
        """Return the objects that a member has or refers to."""
        return [self._resolved(each) for each in mappings_at(parent, name)]

    def _resolved(self, found: Mapping[str, object]) -> Mapping[str, object]:
        reference = found.get("$ref")
        if not isinstance(reference, str):
            return found
        return self._by_id.get(reference, found)


def objects_of_xml(text: str) -> Objects:
    """Read the XML of Citavi 4.

    Raises:
        BrokenCode: it is not well-formed.
    """
    return Objects(_value(read_xml(text)))


def _within(value: object) -> Iterator[Mapping[str, object]]:
    """Yield all objects in a value, however deep."""
    left = [value]
    while left:
        each = left.pop()
        if isinstance(each, Mapping):
            yield each
            left += each.values()
        elif isinstance(each, list):
            left += each


def _has_id(found: Mapping[str, object]) -> bool:
    return isinstance(found.get("$id"), str)


def _value(element: etree._Element) -> object:
    """Return an element as JSON would have it; the parser bounds how deep it is."""
    if element.tag in _LISTS:
        return [_value(child) for child in element]
    if len(element):
        return {str(child.tag): _value(child) for child in element}
    return element.text or ""

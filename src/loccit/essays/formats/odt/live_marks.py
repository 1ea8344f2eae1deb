"""The live citations of OpenDocument, in the forms in which programs keep them.

- Reference marks, whose name is the code (Zotero, Mendeley, JabRef): ODF 1.3, part 3,
  section 6.1.8.
- Bookmarks, whose code is in properties of the document: section 6.2.1.
- Fields as LibreOffice keeps those of Word: `field:fieldmark-start`.
- LibreOffice's own `text:bibliography-mark`, a whole element: section 7.8.6.

The list of sources is in a section with a code for its name, in such a mark, or in
LibreOffice's own index, `text:bibliography`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from loccit._startup.namedtuple import NamedTuple
from loccit.essays.formats.odt.properties import Property
from loccit.essays.formats.odt.tracked import TrackedChanges
from loccit.essays.live_citations import FieldCode, Kind, what_is
from loccit.essays.packages.element import Element
from loccit.essays.packages.story import CodePlace
from loccit.essays.packages.xml_part import XmlPart
from loccit.model import Span

#: The parameter of a field of Word that is its code.
_CODE = "vnd.oasis.opendocument.field.code"
#: How a mark begins, by how it ends.
ENDS = {
    "text:reference-mark-end": "text:reference-mark-start",
    "text:bookmark-end": "text:bookmark-start",
    "field:fieldmark-end": "field:fieldmark-start",
}
_STARTS = frozenset(ENDS.values())


class LiveMark(NamedTuple):
    """A stretch of a part with a code.

    Attributes:
        whole: from its first element to its last.
        last: where its last element begins.
    """

    code: FieldCode
    what: Kind
    place: CodePlace
    whole: Span
    last: int


class _Code(NamedTuple):
    """A code, and where it is written."""

    text: str
    place: CodePlace


class LiveMarks:
    """The live citations and lists of a part.

    Attributes:
        starts: the marks by where they begin.
        ends: the marks by where their last element begins.
        lists: the places of the lists of sources.
    """

    def __init__(self, part: XmlPart, kept_codes: Mapping[str, Property]) -> None:
        """Find the marks of a part.

        Args:
            part: the part.
            kept_codes: those that the document keeps for bookmarks, by their names.
        """
        self._part = part
        self._kept_codes = kept_codes
        found = [*self._found(part.root)]
        self.starts = {mark.whole.start: mark for mark in found}
        self.ends = {mark.last: mark for mark in found}
        self.lists = [mark.whole for mark in found if mark.what == "list"]
        self.lists += _own_lists(part.root)
        # The next one is the last.
        self._sections = [
            mark
            for mark in reversed(found)
            if mark.what == "list" and mark.whole.start == mark.last
        ]
        self._deletions = TrackedChanges(part.root).deletions

    def deleted(self, identifier: str) -> Iterator[LiveMark]:
        """Yield the live citations that a tracked change deleted."""
        if identifier in self._deletions:
            yield from self._found(self._deletions[identifier])

    def take_section(self, offset: int) -> LiveMark | None:
        """Return the list whose section begins before a paragraph, only once.

        Args:
            offset: where the paragraph begins; they come in order.
        """
        if self._sections and self._sections[-1].whole.start < offset:
            return self._sections.pop()
        return None

    def is_listed(self, element: Element) -> bool:
        """Return whether a paragraph is in a list of sources that a program keeps."""
        return any(
            each.start < element.end and element.start < each.end for each in self.lists
        )

    def _found(self, root: Element) -> Iterator[LiveMark]:
        opened: dict[tuple[str, str], list[Element]] = {}
        for element in _in_order(root):
            if element.tag in _STARTS:
                opened.setdefault(identity(element), []).append(element)
            elif element.tag in ENDS:
                starts = opened.get(identity(element))
                if starts:
                    yield from self._mark(starts.pop(), element)
            elif element.tag in ("text:section", "text:bibliography-mark"):
                yield from self._mark(element, element)

    def _mark(self, first: Element, last: Element) -> Iterator[LiveMark]:
        """Yield the mark between two elements, if it has a code."""
        written = self._code(first, last)
        if written is None:
            return
        code = FieldCode(written.text)
        what = what_is(code)
        if what is not None:
            whole = Span(first.start, last.end)
            yield LiveMark(code, what, written.place, whole, last.start)

    def _code(self, first: Element, last: Element) -> _Code | None:
        """Return the code of a mark, if there is one."""
        match first.tag:
            case "text:bibliography-mark":
                return self._of_bibliography_mark(first)
            case "text:bookmark-start":
                found = self._kept_codes.get(first.get("text:name"))
                if found is None:
                    return None
                return _Code(found.value, CodePlace("text", found.spans, found.part))
            case "field:fieldmark-start":
                return self._of_field(first)
            case "text:section":
                return self._named(first)
            case _:
                return self._named(first, last)

    def _of_bibliography_mark(self, mark: Element) -> _Code:
        """Return the start tag; but the code of Word where LibreOffice made the mark of
        Word's citation, for whose key it takes the whole code.
        """
        identifier = mark.get("text:identifier")
        tag = Span(mark.start, mark.inner.start)
        place = CodePlace("attribute", (tag,), self._part.name)
        is_of_word = what_is(FieldCode(identifier)) == "citation"
        return _Code(identifier if is_of_word else tag.of(self._part.text), place)

    def _of_field(self, first: Element) -> _Code | None:
        """Return the code of a field of Word."""
        for each in first.elements:
            if each.tag == "field:param" and each.get("field:name") == _CODE:
                spans = _values([each], "value", self._part)
                place = CodePlace("attribute", spans, self._part.name)
                return _Code(each.get("field:value"), place)
        return None

    def _named(self, *elements: Element) -> _Code:
        """Return the code that is the name of elements."""
        spans = _values(elements, "name", self._part)
        place = CodePlace("attribute", spans, self._part.name)
        return _Code(elements[0].get("text:name"), place)


def identity(element: Element) -> tuple[str, str]:
    """Return what the two ends of a mark have in common; fields of Word nest, and their
    ends have no names.
    """
    tag = ENDS.get(element.tag, element.tag)
    name = "" if tag.startswith("field:") else element.get("text:name")
    return tag, name


def _in_order(element: Element) -> Iterator[Element]:
    """Yield the elements of a part, without what was deleted."""
    for child in element.elements:
        if child.tag != "text:tracked-changes":
            yield child
            yield from _in_order(child)


def _own_lists(root: Element) -> Iterator[Span]:
    """Yield the places of LibreOffice's own lists, without their titles."""
    for each in root.iterate("text:bibliography"):
        body = each.find("text:index-body")
        if body is not None:
            title = body.find("text:index-title")
            start = title.end if title else body.inner.start
            yield Span(start, body.inner.end)


def _values(
    elements: tuple[Element, ...] | list[Element], name: str, part: XmlPart
) -> tuple[Span, ...]:
    """Return where the values of an attribute are."""
    # Whatever prefix the file has, and either kind of quotes (XML 1.0, section 3.1).
    pattern = re.compile(rf"""\s(?:[\w.-]+:)?{name}\s*=\s*("[^"]*"|'[^']*')""")
    found = []
    for element in elements:
        tag = part.text[element.start : max(element.inner.start, element.start)]
        value = pattern.search(tag)
        if value:
            start, end = value.span(1)
            found.append(Span(element.start + start + 1, element.start + end - 1))
    return tuple(found)

"""What a document keeps of its citations apart from its text: the codes of bookmarks,
and Word's own sources.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from loccit._startup.namedtuple import NamedTuple
from loccit.essays.formats.docx.custom_properties import (
    properties_part,
    property_elements,
)
from loccit.essays.formats.docx.word_sources import source_parts
from loccit.essays.packages.element import Element
from loccit.essays.packages.package import Package
from loccit.essays.packages.story import CodePlace
from loccit.essays.packages.xml_part import escape

_BIBLIOGRAPHY = "http://schemas.openxmlformats.org/officeDocument/2006/bibliography"
#: What the names of bookmarks of Zotero and Mendeley begin with.
_BOOKMARKS = ("ZOTERO_BREF_", "Mendeley_Bookmark_")


class StoredCode(NamedTuple):
    """A code, and where it is written."""

    text: str
    place: CodePlace


class StoredCodes(NamedTuple):
    """What is kept apart.

    Attributes:
        bookmarks: the codes of bookmarks by their names.
        sources: Word's `b:Source` elements by tag, as XML.
    """

    bookmarks: Mapping[str, StoredCode]
    sources: Mapping[str, str]


def stored_codes(package: Package, main: str) -> StoredCodes:
    """Find what a document keeps.

    Args:
        package: the document.
        main: the name of its main part.
    """
    roots = [root for _, root in source_parts(package, main)]
    sources = {tag: xml for root in roots for tag, xml in _sources(root)}
    return StoredCodes(_bookmarks(package), sources)


def is_of_program(bookmark: str) -> bool:
    """Return whether a bookmark of that name is a citation or a list."""
    return bookmark.startswith(_BOOKMARKS)


def _sources(root: Element) -> Iterator[tuple[str, str]]:
    """Yield Word's sources, each by its tag."""
    for source in root.elements:
        tag = source.find("b:Tag")
        if tag is not None:
            yield tag.text.strip(), _xml(source, f' xmlns:b="{_BIBLIOGRAPHY}"')


def _xml(element: Element, declared: str = "") -> str:
    """Write an element of a source, which has no attributes that matter."""
    inside = "".join(_xml(each) for each in element.elements) + escape(element.text)
    return f"<{element.tag}{declared}>{inside}</{element.tag}>"


def _bookmarks(package: Package) -> dict[str, StoredCode]:
    """Read the properties `NAME_1`, `NAME_2` ... that together are a code."""
    part = properties_part(package)
    if part is None:
        return {}
    chunks: dict[str, dict[int, Element]] = {}
    for each in property_elements(package):
        name, _, number = each.get("name").rpartition("_")
        value = next(each.elements, None)
        if is_of_program(name) and number.isdecimal() and value is not None:
            chunks.setdefault(name, {})[int(number)] = value
    return {name: _joined(found, part) for name, found in chunks.items()}


def _joined(chunks: Mapping[int, Element], part: str) -> StoredCode:
    values = [chunks[number] for number in sorted(chunks)]
    spans = tuple(each.inner for each in values)
    text = "".join(each.text for each in values)
    return StoredCode(text, CodePlace("text", spans, part))

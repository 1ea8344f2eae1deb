"""Read CSL's XML safely: nothing is fetched, and no entity is expanded."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from loccit._startup.regex import regex
from loccit.csl.output_tree import PLAIN, Formatting
from loccit.errors import InvalidStyle
from loccit.model import Mark, Place
from loccit.model.rich_text import MarkName

if TYPE_CHECKING:
    from lxml.etree import _Element

NAMESPACE = "{http://purl.org/net/xbiblio/csl}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"

#: libxml2 ends its messages with a position, which we give as a place.
_POSITION = regex(r", line \d+, column \d+$")
_MARKS: tuple[MarkName, ...] = (
    "font-style",
    "font-variant",
    "font-weight",
    "text-decoration",
    "vertical-align",
)


def parse_xml(data: bytes, path: str) -> _Element:
    """The root element of a CSL style or locale.

    Raises:
        InvalidStyle: it is not well-formed, or has a document type.
    """
    from lxml import etree  # heavy; `import loccit.csl` does without it

    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(_declaration_first(data), parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        raise InvalidStyle(
            f"This is not well-formed XML: {_POSITION.sub('', str(error.msg))}.",
            place=Place(path, line or 0, column or 0),
            advice="Download the style again, or correct that line.",
        ) from None
    # whatever its options, the parser would expand entities in attributes
    if root.getroottree().docinfo.doctype:  # type: ignore[union-attr]  # lxml-stubs lacks it
        message = "A CSL file must have no document type"
        raise invalid(path, root, message, "Remove the `<!DOCTYPE>` declaration.")
    return root


def _declaration_first(data: bytes) -> bytes:
    """XML whose declaration is at the start.

    A style in JSON or in a template often has a line break before it.  It goes after the
    declaration, so that the lines keep their numbers.
    """
    xml = data.lstrip()
    space = data[: len(data) - len(xml)]
    if not space or not xml.startswith(b"<?xml"):
        return data
    declaration, end, rest = xml.partition(b"?>")
    return declaration + end + space + rest


def invalid(
    path: str,
    element: _Element,
    message: str,
    advice: str,
) -> InvalidStyle:
    """The error for a problem at an element; `message` has no full stop."""
    line: int | None = element.sourceline  # type: ignore[assignment]  # lxml-stubs has no type
    return InvalidStyle(f"{message}.", place=Place(path, line or 0), advice=advice)


def tag(element: _Element) -> str:
    """The element's name, without CSL's namespace."""
    return element.tag.removeprefix(NAMESPACE)


def elements(parent: _Element) -> Iterator[_Element]:
    """The child elements in CSL's namespace."""
    for element in parent:
        if isinstance(element.tag, str) and element.tag.startswith(NAMESPACE):
            yield element


def child(parent: _Element, name: str) -> _Element | None:
    """The first child element of that name, or None."""
    return parent.find(NAMESPACE + name)


def text_of(parent: _Element, name: str) -> str:
    """The text of the first child of that name, or `""`."""
    element = child(parent, name)
    if element is None:
        return ""
    return (element.text or "").strip()


def words(element: _Element, attribute: str) -> tuple[str, ...]:
    """The words of an attribute that is a list."""
    return tuple((element.get(attribute) or "").split())


def formatting(element: _Element) -> Formatting:
    """The formatting attributes of an element."""
    get = element.get
    return _formatting(
        tuple([get(name) or "" for name in _MARKS]),
        get("prefix") or "",
        get("suffix") or "",
        get("delimiter") or "",
        get("quotes") == "true",
        get("display") or "",
        get("text-case") or "",
        get("strip-periods") == "true",
    )


@lru_cache(maxsize=4096)
def _formatting(
    mark_values: tuple[str, ...],
    prefix: str,
    suffix: str,
    delimiter: str,
    quotes: bool,
    display: str,
    text_case: str,
    strip_periods: bool,
) -> Formatting:
    """One Formatting for all elements with the same attributes; PLAIN for none."""
    marks: list[Mark] = []
    for name, value in zip(_MARKS, mark_values, strict=True):
        if value:
            marks.append(Mark(name, value))
    made = Formatting(
        tuple(marks),
        prefix,
        suffix,
        delimiter,
        quotes,
        display,
        text_case,
        strip_periods,
    )
    return PLAIN if made == PLAIN else made

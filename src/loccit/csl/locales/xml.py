"""CSL's XML, read safely: nothing is fetched, no entity is expanded."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, cast

from loccit._startup.regex import regex
from loccit.csl.output_tree import Formatting
from loccit.errors import InvalidStyle
from loccit.model import Mark, Place
from loccit.model.rich_text import MarkName

if TYPE_CHECKING:
    from lxml.etree import _Element

NAMESPACE = "{http://purl.org/net/xbiblio/csl}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"

#: What libxml2 puts behind its messages.
_POSITION = regex(r", line \d+, column \d+$")
_MARKS = (
    "font-style",
    "font-variant",
    "font-weight",
    "text-decoration",
    "vertical-align",
)


def parse_xml(data: bytes, path: str) -> _Element:
    """The root element of a CSL style or locale.

    Raises:
        InvalidStyle: not well-formed; the place is where the parser stopped.
    """
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        raise InvalidStyle(
            f"This is not well-formed XML: {_POSITION.sub('', str(error.msg))}.",
            place=Place(path, line or 0, column or 0),
            advice="Download the style again, or correct that line.",
        ) from None
    # entities in attributes would be expanded whatever the parser is told
    if root.getroottree().docinfo.doctype:  # type: ignore[union-attr]  # lxml-stubs lacks it
        message = "A style has no document type and defines no entities"
        raise invalid(path, root, message, "Remove the `<!DOCTYPE>` declaration.")
    return root


def invalid(path: str, element: _Element, message: str, advice: str) -> InvalidStyle:
    """The error for a fault at an element."""
    line: int | None = element.sourceline  # type: ignore[assignment]  # lxml-stubs leaves the type out
    return InvalidStyle(f"{message}.", place=Place(path, line or 0), advice=advice)


def tag(element: _Element) -> str:
    """The element's name, without CSL's namespace."""
    return element.tag.removeprefix(NAMESPACE)


def elements(parent: _Element) -> Iterator[_Element]:
    """The child elements that are CSL's."""
    return (
        child
        for child in parent
        if isinstance(child.tag, str) and child.tag.startswith(NAMESPACE)
    )


def child(parent: _Element, name: str) -> _Element | None:
    """The first child element of that name."""
    return parent.find(NAMESPACE + name)


def text_of(parent: _Element, name: str) -> str:
    """The text of the first child of that name, or `""`."""
    element = child(parent, name)
    return (element.text or "").strip() if element is not None else ""


def words(element: _Element, attribute: str) -> tuple[str, ...]:
    """An attribute that is a list."""
    return tuple((element.get(attribute) or "").split())


def formatting(element: _Element) -> Formatting:
    """The formatting attributes of an element."""
    get = element.get
    return _formatting(
        tuple(value for name in _MARKS for value in (name, get(name) or "")),
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
    marks: tuple[str, ...],
    prefix: str,
    suffix: str,
    delimiter: str,
    quotes: bool,
    display: str,
    text_case: str,
    strip_periods: bool,
) -> Formatting:
    pairs = zip(marks[::2], marks[1::2], strict=True)
    return Formatting(
        tuple(Mark(cast(MarkName, name), value) for name, value in pairs if value),
        prefix,
        suffix,
        delimiter,
        quotes,
        display,
        text_case,
        strip_periods,
    )

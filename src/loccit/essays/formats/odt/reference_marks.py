"""Write live citations as reference marks, which Zotero and JabRef keep in LibreOffice
(ODF 1.3, part 3, section 6.1.8).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from loccit.essays.live_citations.programs.zotero.write import mark_name
from loccit.essays.packages.story import LiveField
from loccit.essays.packages.xml_part import Element, escape
from loccit.model import Span


class MarkTags(NamedTuple):
    """What precedes and follows the text of a citation."""

    start: str = ""
    end: str = ""


def mark_tags(code: str | None, number: int) -> MarkTags:
    """Write the two ends of a mark; nothing for a citation that is only text.

    Args:
        code: its code.
        number: a number that no other mark of the document has.
    """
    if code is None:
        return MarkTags()
    name = f'text:name="{escape(mark_name(code, number))}"'
    return MarkTags(
        f"<text:reference-mark-start {name}/>", f"<text:reference-mark-end {name}/>"
    )


def ends_of(field: LiveField, around: Element) -> tuple[Span, Span] | None:
    """Return the places of the two elements that a citation or a list is between; None
    where it is one element.

    Args:
        field: the citation or list.
        around: an element around both.
    """
    whole = field.whole
    inside = [*_elements(around)]
    first = next(each for each in inside if each.start == whole.start)
    last = next(each for each in reversed(inside) if each.end == whole.end)
    return None if first is last else (first.span, last.span)


def _elements(element: Element) -> Iterator[Element]:
    for child in element.elements:
        yield child
        yield from _elements(child)

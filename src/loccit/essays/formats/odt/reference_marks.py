"""Write live citations as reference marks, which Zotero and JabRef keep in LibreOffice
(ODF 1.3, part 3, section 6.1.8).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.essays.live_citations import BrokenCode, with_printed
from loccit.essays.live_citations.programs.zotero.write import mark_name
from loccit.essays.packages.element import Element
from loccit.essays.packages.story import LiveField
from loccit.essays.packages.xml_part import escape
from loccit.model import RichText, Span

#: A code, without the word that fields of Word begin with, and without a mark's name.
_CODE = regex(
    r"\s*(?:ADDIN\s+)?((?:ZOTERO_ITEM|Mendeley Citation|CSL_CITATION)\b.*?)"
    r"\s*(?:RND\w{10})?\s*\Z",
    re.DOTALL,
)


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


def unnamed_code(field: LiveField, text: RichText) -> str | None:
    """Return the code of a live citation for another mark, where it says a text; None
    if it is no code of Zotero or Mendeley.
    """
    try:
        code = with_printed(field.code, text).text
    except BrokenCode:
        return None
    found = _CODE.match(code)
    return found[1] if found else None


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

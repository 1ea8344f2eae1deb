"""Reference lists that a program keeps, as fields over several paragraphs (ECMA-376, Part
1, section 17.16.18); Word's own is in a content control, too (17.5.2.1).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loccit.essays.formats.docx.fields import field_begin, field_end, is_of_word
from loccit.essays.packages.code_edits import code_edits
from loccit.essays.packages.element import Element
from loccit.essays.packages.story import LiveField, StoryParagraph
from loccit.essays.packages.xml_part import XmlPart
from loccit.model import Edit, Span

_CONTROL = "<w:sdt><w:sdtPr><w:bibliography/></w:sdtPr><w:sdtContent>"
_CONTROL_END = "</w:sdtContent></w:sdt>"
_CODE = frozenset(["w:fldChar", "w:instrText"])


def kept_list(
    first: StoryParagraph, last: StoryParagraph, code: str, part: str
) -> Iterator[Edit]:
    """Yield the edits that put a field around paragraphs."""
    properties = first.element.find("w:pPr")
    start = properties.end if properties else first.element.inner.start
    begin, end = first.element.start, last.element.end
    if is_of_word(code):
        yield Edit(Span(begin, begin), _CONTROL, part)
    yield Edit(Span(start, start), field_begin(code, {}), part)
    stop = last.element.inner.end
    yield Edit(Span(stop, stop), field_end({}), part)
    if is_of_word(code):
        yield Edit(Span(end, end), _CONTROL_END, part)


def recoded_list(field: LiveField, code: str, part: XmlPart) -> list[Edit]:
    """Return the edits that give a list the code of another program."""
    new = f" {code} " if is_of_word(code) else f" ADDIN {code} "
    return code_edits(field.place, field.code.text, new, part.text)


def unlinked_list(
    field: LiveField, paragraphs: Sequence[StoryParagraph], part: str
) -> Iterator[Edit]:
    """Yield the edits that make text of a list: its code goes, and what separates the
    code from the text.
    """
    whole, depth = field.whole, 0
    for element in _of_fields(paragraphs):
        if not whole.start <= element.start < whole.end:
            continue
        kind = element.get("w:fldCharType")
        depth += kind == "begin"
        if depth == 1:
            yield Edit(element.span, "", part)
        depth -= kind == "end"


def _of_fields(paragraphs: Sequence[StoryParagraph]) -> Iterator[Element]:
    """Yield what fields consist of besides their text, in order."""
    for paragraph in paragraphs:
        yield from _within(paragraph.element)


def _within(element: Element) -> Iterator[Element]:
    for child in element.elements:
        if child.tag in _CODE:
            yield child
        yield from _within(child)

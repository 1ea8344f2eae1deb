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
_UNKNOWN_TAG = "References"
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


def controlled_list(
    field: LiveField,
    paragraphs: Sequence[StoryParagraph],
    code: str | None,
    part: XmlPart,
) -> list[Edit]:
    """Return the edits that make of a list in a content control, as Mendeley Cite has it,
    that of another program, or text: the control gets a tag that no program knows.
    """
    edits = code_edits(field.place, field.code.text, _UNKNOWN_TAG, part.text)
    if code is None:
        return edits
    inside = [each for each in paragraphs if each.paragraph.text.strip()]
    return [*edits, *kept_list(inside[0], inside[-1], code, part.name)]


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

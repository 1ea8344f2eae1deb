"""Reference lists that a program keeps: Zotero's section (ODF 1.3, part 3, section 5.4), or
marks of other programs around paragraphs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loccit.essays.formats.odt.live_marks import ENDS, identity
from loccit.essays.formats.odt.reference_marks import ends_of
from loccit.essays.live_citations.programs.zotero.write import mark_name
from loccit.essays.packages.code_edits import code_edits
from loccit.essays.packages.element import Element
from loccit.essays.packages.story import LiveField, StoryParagraph
from loccit.essays.packages.xml_part import XmlPart, escape
from loccit.model import Edit, Span

#: A section that no program keeps has this name.
_PLAIN = "References"
#: LibreOffice makes the text of its own index again; items have no sections.
_WITHOUT_SECTIONS = frozenset(["text:list-item", "text:list-header", "text:index-body"])


def kept_list(
    first: StoryParagraph, last: StoryParagraph, code: str, part: XmlPart
) -> Iterator[Edit]:
    """Yield the edits that put Zotero's section around paragraphs; none where they are
    in different elements, or in one that has no sections, as list items.

    Args:
        first, last: the outermost paragraphs.
        code: the code of the list.
        part: the part that they are in.
    """
    parent = _parent(first.element, part.root)
    if parent is None or parent.tag in _WITHOUT_SECTIONS:
        return
    if not any(each is last.element for each in parent.elements):
        return
    start, end = first.element.start, last.element.end
    name = escape(mark_name(code, start))
    yield Edit(Span(start, start), f'<text:section text:name="{name}">', part.name)
    yield Edit(Span(end, end), "</text:section>", part.name)


def converted_list(
    field: LiveField,
    paragraphs: Sequence[StoryParagraph],
    code: str | None,
    part: XmlPart,
) -> list[Edit]:
    """Return the edits that make Zotero's list, or text, of one that a program keeps.

    Args:
        field: the list.
        paragraphs: its paragraphs.
        code: the code of Zotero's list; None makes text of it.
        part: the part that it is in.
    """
    ends = ends_of(field, part.root)
    if ends is None:  # a section
        name = mark_name(code, field.whole.start) if code else _PLAIN
        return code_edits(field.place, field.code.text, name, part.text)
    edits = [Edit(span, "", part.name) for span in ends]
    if code and paragraphs:
        edits += kept_list(paragraphs[0], paragraphs[-1], code, part)
    return edits


def end_of_list(paragraph: StoryParagraph) -> Element | None:
    """Return the end of a list of sources, if it is the last element of a paragraph."""
    children = paragraph.element.children
    last = children[-1] if children else None
    if not isinstance(last, Element) or last.tag not in ENDS:
        return None
    wholes = [each.whole for each in paragraph.fields if each.what == "list"]
    begun = paragraph.element.iterate(ENDS[last.tag])
    begins_before = identity(last) not in map(identity, begun)
    ends_here = any(whole.end == last.end for whole in wholes)
    return last if begins_before or ends_here else None


def _parent(element: Element, root: Element) -> Element | None:
    """Return the element that another one is directly in."""
    for child in root.elements:
        if child is element:
            return root
        if child.start < element.start < child.end:
            return _parent(element, child)
    return None

"""Write text as OpenDocument, in the look of what it replaces."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from loccit._startup.regex import regex
from loccit.essays.formats.odt.live_list import (
    converted_list,
    end_of_list,
    kept_list,
)
from loccit.essays.formats.odt.new_styles import ENTRY, HEADING
from loccit.essays.formats.odt.reference_marks import ends_of, mark_tags
from loccit.essays.formats.odt.rich_spans import PREFIX, spans
from loccit.essays.formats.odt.styles import Styles
from loccit.essays.formats.odt.usual_look import usual_style
from loccit.essays.packages.element import Element
from loccit.essays.packages.package import Package
from loccit.essays.packages.story import LiveField, StoryParagraph
from loccit.essays.packages.text_edits import text_edits
from loccit.essays.packages.writer import Slot
from loccit.essays.packages.xml_part import escape
from loccit.model import Edit, Mark, RichText, Span

#: The style of entries that LibreOffice and Zotero use, "Bibliography 1".
_BIBLIOGRAPHY = "Bibliography_20_1"
#: The end of a list item, whatever prefix a file has.
_ITEM_END = regex(r"\s*</((?:[\w.-]+:)?list-item)\s*>")
#: The ids that LibreOffice gives notes.
_NOTE = "ftn"
_NOTE_IDS = regex(rf"\"{_NOTE}([0-9]{{1,9}})\"")
#: Elements that are text, or give it a look.
_TEXT = frozenset(
    f"text:{name}"
    for name in ["span", "a", "s", "tab", "line-break", "soft-page-break"]
)


class OdtWriter:
    """Writes into the parts of a package."""

    def __init__(self, package: Package, styles: Styles) -> None:
        self._package = package
        self._styles = styles

    def inserted(self, text: RichText, slot: Slot, code: str | None = None) -> str:
        """Write what stands in the place of some characters.

        It goes where they were, so that the element around gives it its look.
        """
        part, offset = self._package.xml(slot.part), slot.span.start
        start, end = mark_tags(code, offset)
        before = part.text[offset - 1 : offset]
        after_blank = before == ">" or before.isspace()
        inside = spans(text, after_blank=after_blank)
        return part.markup(start + inside + end, offset)

    def widened(self, slot: Slot) -> Slot:
        """Return a slot with the span of a mark that goes with all of its text."""
        holder = slot.run.holder
        is_mark = holder.get("text:style-name").startswith(PREFIX)
        if is_mark and slot.span == holder.inner:
            return slot._replace(span=holder.span)
        return slot

    def removed(self, slot: Slot) -> str:
        """Return nothing: characters just go."""
        return ""

    def converted(
        self,
        field: LiveField,
        paragraph: StoryParagraph,
        text: RichText,
        code: str | None,
    ) -> list[Edit]:
        """Make of a live citation one of another program, or text.

        What is between the two elements of a mark stays, but for the text.
        """
        part = paragraph.paragraph.part
        tags = mark_tags(code, field.whole.start)
        ends = ends_of(field, paragraph.element)
        if ends is None:
            return [Edit(field.whole, tags.start + spans(text) + tags.end, part)]
        first, last = ends
        inside = text_edits(paragraph, field.start, field.end, text, self)
        return [Edit(first, tags.start, part), *inside, Edit(last, tags.end, part)]

    def paragraph(self, text: RichText, like: StoryParagraph | None) -> str:
        """Write an entry of the reference list; after a list item, as the next one."""
        if like is None:
            has_look = self._styles.is_hanging(_BIBLIOGRAPHY)
            return _paragraph(spans(text), _BIBLIOGRAPHY if has_look else ENTRY)
        return self._item_break(like) + _entry(text, like)

    def _item_break(self, paragraph: StoryParagraph) -> str:
        """Return what ends a list item and begins another one, after its last paragraph;
        elsewhere nothing.
        """
        text = self._package.xml(paragraph.paragraph.part).text
        found = _ITEM_END.match(text, paragraph.element.end)
        return f"</{found[1]}><{found[1]}>" if found else ""

    def heading(self, title: str, level: int) -> str:
        """Write the heading of a new list, which begins a page (APA 7, section 2.12)."""
        attributes = f'text:style-name="{HEADING}{level}" text:outline-level="{level}"'
        return f"<text:h {attributes}>{spans(RichText.of(title))}</text:h>"

    def live(self, text: RichText, code: str, slot: Slot) -> RichText:
        """Write a live citation between the two elements of a mark."""
        start, end = mark_tags(code, slot.span.start)
        return _raw(f"{start}{spans(text)}{end}")

    def note(self, text: RichText, number: int, code: str | None) -> RichText:
        """Write a footnote, whose text is inside the mark (section 6.3)."""
        identifier = self._last_note + number
        start, end = mark_tags(code, -identifier)
        return _raw(
            f'<text:note text:id="{_NOTE}{identifier}" text:note-class="footnote">'
            f"<text:note-citation>{number}</text:note-citation><text:note-body>"
            f'<text:p text:style-name="Footnote">{start}{spans(text)}{end}</text:p>'
            "</text:note-body></text:note>"
        )

    @cached_property
    def _last_note(self) -> int:
        """The highest number in the ids of notes."""
        text = self._package.xml("content.xml").text
        return max([int(number) for number in _NOTE_IDS.findall(text)], default=0)

    def holds_more(self, paragraph: StoryParagraph) -> bool:
        """Return whether a paragraph holds more than text."""
        return any(each.tag not in _TEXT for each in _within(paragraph.element))

    def refilled(self, paragraph: StoryParagraph, text: RichText) -> Edit:
        """Return the edit that gives a paragraph another text."""
        span = paragraph.element.inner
        return Edit(span, _in_look_of(paragraph, text), paragraph.paragraph.part)

    def added_after(self, paragraph: StoryParagraph, texts: Sequence[RichText]) -> Edit:
        """Return the edit that adds entries after a paragraph; where the list of a
        program ends in it, the last of them takes over that end.
        """
        element, name = paragraph.element, paragraph.paragraph.part
        last = end_of_list(paragraph)
        if last is None:
            written = "".join(self.paragraph(text, paragraph) for text in texts)
            return Edit(Span(element.end, element.end), written, name)
        new = [_entry(text, paragraph) for text in texts]
        end = self._package.xml(name).text[element.inner.end : element.end]
        tag = end.strip("</ \n>")
        inside = new.pop().removeprefix("<text:p").removesuffix("</text:p>")
        written = f"{end}{''.join(new)}<{tag}{inside}"
        return Edit(Span(last.start, last.start), written, name)

    def kept_list(
        self, first: StoryParagraph, last: StoryParagraph, code: str
    ) -> list[Edit]:
        """Put the section around paragraphs in which Zotero keeps a list."""
        part = self._package.xml(first.paragraph.part)
        return [*kept_list(first, last, code, part)]

    def converted_list(
        self, field: LiveField, paragraphs: Sequence[StoryParagraph], code: str | None
    ) -> list[Edit]:
        """Make of a list that a program keeps that of another one, or text."""
        name = paragraphs[0].paragraph.part if paragraphs else field.place.part
        return converted_list(field, paragraphs, code, self._package.xml(name))


def _within(element: Element) -> Iterator[Element]:
    for each in element.elements:
        yield each
        yield from _within(each)


def _raw(xml: str) -> RichText:
    return RichText.of(xml).marked(Mark("raw", "odt"))


def _entry(text: RichText, like: StoryParagraph) -> str:
    """Write a paragraph in the look of another one."""
    style = like.element.get("text:style-name")
    return _paragraph(_in_look_of(like, text), style)


def _in_look_of(paragraph: StoryParagraph, text: RichText) -> str:
    """Write text in the look that most of a paragraph has."""
    style = escape(usual_style(paragraph))
    written = spans(text)
    if not style:
        return written
    return f'<text:span text:style-name="{style}">{written}</text:span>'


def _paragraph(content: str, style: str) -> str:
    named = f' text:style-name="{escape(style)}"' if style else ""
    return f"<text:p{named}>{content}</text:p>"

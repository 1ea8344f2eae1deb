"""Write text as WordprocessingML, in the look of what it replaces."""

from __future__ import annotations

from collections.abc import Sequence

from loccit.essays.formats.docx.fields import field_runs
from loccit.essays.formats.docx.footnotes import Footnotes
from loccit.essays.formats.docx.list_writer import ListWriter
from loccit.essays.formats.docx.live_list import (
    controlled_list,
    kept_list,
    recoded_list,
    unlinked_list,
)
from loccit.essays.formats.docx.new_list import NewList
from loccit.essays.formats.docx.run_properties import properties_of
from loccit.essays.packages.element import Element
from loccit.essays.packages.package import Package
from loccit.essays.packages.story import LiveField, StoryParagraph
from loccit.essays.packages.writer import Slot
from loccit.essays.packages.xml_part import XmlPart
from loccit.model import Edit, Mark, RichText, Span

#: White space of XML.
_SPACES = frozenset(" \t\r\n")


class DocxWriter(ListWriter):
    """Writes into the parts of a package."""

    def __init__(
        self, package: Package, new_list: NewList, footnotes: Footnotes
    ) -> None:
        """Prepare to write, with what knows how new lists and notes look."""
        super().__init__(package, new_list)
        self._footnotes = footnotes

    def inserted(self, text: RichText, slot: Slot, code: str | None = None) -> str:
        """Write what stands in the place of some characters.

        Plain text goes where they were.  Fields and text with marks need runs of their
        own: the run ends before them, and a copy of the run goes on after them.
        """
        part = self._package.xml(slot.part)
        holder, run = slot.run.holder, slot.run.element
        before = RichText.of(slot.kept)
        is_text = holder.tag == "w:t" and code is None
        if is_text and _is_plain(text) and _keeps_space(before + text, slot):
            return part.escaped(slot.kept + text.plain, slot.span.start)
        base = properties_of(run)
        new = field_runs(before, None, base) + field_runs(text, code, base)
        close, reopen = _around_run(run, part)
        if holder.tag != "w:t":
            return close + new + reopen
        tag = part.text[holder.start : holder.inner.start]
        close = part.text[holder.inner.end : holder.end] + close
        whole = close + new + reopen + _with_space(tag)
        return part.markup(whole, slot.span.start)

    def widened(self, slot: Slot) -> Slot:
        """Return a slot with the white space before it, where that would end a `w:t` that
        does not keep it (17.3.3.31).
        """
        text, first = self._package.xml(slot.part).text, slot.span.start
        if _keeps_all_space(slot):
            return slot
        while first > slot.run.holder.inner.start and text[first - 1] in _SPACES:
            first -= 1
        kept = text[first : slot.span.start]
        return slot._replace(span=Span(first, slot.span.end), kept=kept)

    def removed(self, slot: Slot) -> str:
        """Write what stays: white space in a `w:t` of its own, where it would begin or
        end one.
        """
        part, holder = self._package.xml(slot.part), slot.run.holder
        if _keeps_all_space(slot):
            return ""
        follows = part.text[slot.span.end : slot.span.end + 1] in _SPACES
        begins = slot.span.start == holder.inner.start and follows
        ends = slot.span.end == holder.inner.end and bool(slot.kept)
        if not begins and not ends:
            return slot.kept
        tag = part.text[holder.start : holder.inner.start]
        end = part.text[holder.inner.end : holder.end]
        return part.markup(end + _with_space(tag) + slot.kept, slot.span.start)

    def converted(
        self,
        field: LiveField,
        paragraph: StoryParagraph,
        text: RichText,
        code: str | None,
    ) -> list[Edit]:
        """Make of a live citation one of another program, or text.

        A field begins and ends within runs, which end before it and go on after it.
        """
        part = self._package.xml(paragraph.paragraph.part)
        run = paragraph.run_at(field.start)
        base = properties_of(run.element) if run else {}
        new = field_runs(text, code, base)
        first = _run_around(paragraph.element, field.whole.start)
        last = _run_around(paragraph.element, field.whole.end)
        before = _around_run(first, part)[0] if first else ""
        after = _around_run(last, part)[1] if last else ""
        return [Edit(field.whole, before + new + after, part.name)]

    def live(self, text: RichText, code: str, slot: Slot) -> RichText:
        """Write a live citation as a field."""
        runs = field_runs(text, code, properties_of(slot.run.element))
        return RichText.of(runs).marked(Mark("raw", "docx"))

    def note(self, text: RichText, number: int, code: str | None) -> RichText:
        """Write the mark of a footnote; its text is in another part."""
        return self._footnotes.mark(number)

    def kept_list(
        self, first: StoryParagraph, last: StoryParagraph, code: str
    ) -> list[Edit]:
        """Put the field of a list around paragraphs."""
        return [*kept_list(first, last, code, first.paragraph.part)]

    def converted_list(
        self, field: LiveField, paragraphs: Sequence[StoryParagraph], code: str | None
    ) -> list[Edit]:
        """Make of a list that a program keeps that of another one, or text."""
        part = self._package.xml(field.place.part)
        if field.place.kind == "attribute":
            return controlled_list(field, paragraphs, code, part)
        if code is None:
            return [*unlinked_list(field, paragraphs, part.name)]
        return recoded_list(field, code, part)


def _run_around(element: Element, offset: int) -> Element | None:
    """Return the run that a place is in, which is between its elements."""
    for child in element.elements:
        if child.start < offset < child.end:
            return child if child.tag == "w:r" else _run_around(child, offset)
    return None


def _keeps_all_space(slot: Slot) -> bool:
    """Return whether white space stays wherever it is."""
    holder = slot.run.holder
    return holder.tag != "w:t" or holder.get("xml:space") == "preserve"


def _is_plain(text: RichText) -> bool:
    return all(isinstance(node, str) for node in text.nodes)


def _keeps_space(text: RichText, slot: Slot) -> bool:
    """Return whether white space at the ends of a text would be kept."""
    holder = slot.run.holder
    if _keeps_all_space(slot):
        return True
    begins = slot.span.start == holder.inner.start
    ends = slot.span.end == holder.inner.end
    plain = text.plain
    return not (begins and plain[:1].isspace()) and not (ends and plain[-1:].isspace())


def _around_run(run: Element, part: XmlPart) -> tuple[str, str]:
    """Return what ends a run, and what begins one like it."""
    found = run.find("w:rPr")
    properties = found.span.of(part.text) if found else ""
    start = part.text[run.start : run.inner.start]
    return part.text[run.inner.end : run.end], start + properties


def _with_space(tag: str) -> str:
    """Return the start tag of a `w:t` that keeps white space."""
    if "xml:space" in tag:
        return tag
    return f'{tag.removesuffix(">")} xml:space="preserve">'

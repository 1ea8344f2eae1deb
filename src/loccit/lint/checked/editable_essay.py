"""An essay whose text can be changed in its own markup."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from loccit.essays import Essay
from loccit.essays.mapped_text import MappedText
from loccit.essays.paragraph import Mark, Paragraph
from loccit.lint.checked.paragraph_places import ParagraphPlaces
from loccit.lint.checked.places import Places
from loccit.model import Citation, Edit, RichText, Span
from loccit.model import Mark as RichMark
from loccit.output import load_output

_ROMAN = RichMark("font-style", "normal")


class EditableEssay:
    """An essay, its paragraphs, and the edits that change their words.

    Attributes:
        essay: the essay.
        output: writes text in its markup.
    """

    def __init__(self, essay: Essay, citations: Sequence[Citation]) -> None:
        """Take an essay, and its citations that are written by key or kept by a
        program, in document order.
        """
        self.essay = essay
        self.output = load_output(essay.document.markup)
        self._cited = citations

    @cached_property
    def paragraphs(self) -> Sequence[Paragraph]:
        """Its paragraphs as readers see them."""
        return self.essay.document.paragraphs

    def retyped(
        self, mapped: MappedText, start: int, end: int, new: str | RichText
    ) -> tuple[Edit, ...]:
        """Return the edits that put another text in the place of `mapped.text[start:end]`,
        written in the essay's markup; none if that can't be changed, as in a citation
        that a program keeps.
        """
        text = new if isinstance(new, RichText) else RichText.of(new)
        return self.rewritten(mapped.span(start, end), mapped.part, text)

    def reworded(
        self, paragraph: Paragraph, start: int, end: int, new: str
    ) -> tuple[Edit, ...]:
        """Return the edits that put other words in the place of several, with the markup
        of each; none if markup begins or ends amid them.
        """
        span = paragraph.span(start, end)
        first, last = span.start, span.end
        for mark in paragraph.marks:
            if mark.end <= start or end <= mark.start:
                continue
            if mark.start <= start and end <= mark.end:
                continue  # it is around all of them
            if mark.start < start or end < mark.end:
                return ()
            if mark.whole:
                first, last = min(first, mark.whole.start), max(last, mark.whole.end)
        return self.rewritten(Span(first, last), paragraph.part, RichText.of(new))

    def inserted(self, mapped: MappedText, place: int, new: str) -> tuple[Edit, ...]:
        """Return the edits that insert a text after the character before `place`; none if
        it can't be inserted, as in a citation that a program keeps.
        """
        before = mapped.span(place - 1, place)
        if before.end - before.start == 1:
            return self.retyped(mapped, place - 1, place, mapped.text[place - 1] + new)
        # A command that is read as one character: the text goes after it.
        edit = self.essay.document.typed(Span(before.end, before.end), mapped.part, new)
        return (edit,) if edit else ()

    def upright(self, paragraph: Paragraph, mark: Mark) -> tuple[Edit, ...]:
        """Return the edits that set a stretch in italics upright."""
        text = RichText.of(paragraph.text[mark.start : mark.end])
        if mark.whole:
            return self.rewritten(mark.whole, paragraph.part, text)
        return self.retyped(paragraph.mapped, mark.start, mark.end, text.marked(_ROMAN))

    def rewritten(self, span: Span, part: str, text: RichText) -> tuple[Edit, ...]:
        """Return the edits that put a text in the place of a span of a part."""
        if self.is_kept(span, part):
            return ()
        document = self.essay.document
        source = document.characters(span, part)
        place = Citation((), span=span, source=source, part=part, typed=True)
        return tuple(document.replace(place, text, self.output))

    def is_kept(self, span: Span, part: str) -> bool:
        """Return whether a program makes the text of a place: a citation, the list."""
        if self._live.at(part, span):
            return True
        index = self.index_at(span.start, part)
        if index is None or not self.paragraphs[index].text.strip():
            return False
        return not self.essay.document.typed_paragraphs[index].text.strip()

    def index_at(self, place: int, part: str) -> int | None:
        """Return the index of the paragraph that a place of a part is in."""
        return self._places.at(place, part)

    def index_of(self, paragraph: Paragraph) -> int:
        """Return which of the paragraphs one of them is."""
        return self._places.of(paragraph)

    @cached_property
    def _places(self) -> ParagraphPlaces:
        return ParagraphPlaces(self.paragraphs)

    @cached_property
    def _live(self) -> Places[Citation]:
        """The citations that programs keep."""
        return Places([each for each in self._cited if each.program])

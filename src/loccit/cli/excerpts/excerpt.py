"""Find the words of an essay that a finding is about."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from loccit._startup.namedtuple import NamedTuple
from loccit.model import Span
from loccit.text_files.newlines import LINE_END
from loccit.text_files.positions import Positions

if TYPE_CHECKING:
    from loccit.cli.report import ReportedEssay
    from loccit.essays.paragraph import Paragraph
    from loccit.lint import Finding
    from loccit.model import Place


class Excerpt(NamedTuple):
    """A line of a text, or a paragraph of a document, and the words `text[start:end]`
    of it.
    """

    text: str
    start: int
    end: int

    @property
    def words(self) -> str:
        """The words that the finding is about."""
        return self.text[self.start : self.end]


class InParagraph(NamedTuple):
    """Words of a paragraph as readers see it.

    Attributes:
        paragraph: which one of the essay it is.
        start, end: where the words are in its text.
    """

    paragraph: int
    start: int
    end: int


class Excerpts:
    """The excerpts of one essay."""

    def __init__(self, essay: ReportedEssay) -> None:
        self._essay = essay
        self._lines: dict[int, str] = {}

    def of(self, finding: Finding) -> Excerpt | None:
        """Return the words that a finding is about; None if it has no place, or is
        about a source.
        """
        place = finding.problem.place
        if finding.key or place.path != self._essay.path:
            return None
        if self._essay.text and place.line and place.unit == "line":
            return self._line(place, finding.problem.end)
        found = self.in_paragraph(finding)
        if found is None:
            return None
        text = self._essay.paragraphs[found.paragraph].text
        return Excerpt(text, found.start, found.end)

    def _line(self, place: Place, end: Place | None) -> Excerpt:
        """Return a line of the source, with what is on it of a range."""
        line = self._text_of(place.line)
        start = max(0, place.column - 1)
        stop = start
        if end:
            stop = end.column - 1 if end.line == place.line else len(line)
        return Excerpt(line, start, max(start, stop))

    def _text_of(self, number: int) -> str:
        """Return a line; it is kept, as an essay may be one line with many findings."""
        if number not in self._lines:
            text = self._essay.text
            first = self._positions.offset(number, 1)
            end = LINE_END.search(text, first)
            self._lines[number] = text[first : end.start() if end else len(text)]
        return self._lines[number]

    @cached_property
    def _positions(self) -> Positions:
        return Positions(self._essay.text)

    def in_paragraph(self, finding: Finding) -> InParagraph | None:
        """Return where readers see what a finding is about; None if they don't."""
        span = finding.span or self._span(finding)
        if span is None:
            return None
        starts = self._starts.get(finding.part, [])
        above = bisect_right(starts, (span.start, len(self._paragraphs)))
        if not above:
            return None
        index = starts[above - 1][1]
        mapped = self._paragraphs[index].mapped
        start = mapped.position(span.start)
        return InParagraph(index, start, max(start, mapped.position(span.end)))

    def _span(self, finding: Finding) -> Span | None:
        """Return the span of a finding that has only a place in a text."""
        place, end = finding.problem.place, finding.problem.end
        is_here = not finding.key and place.path == self._essay.path
        if not (is_here and self._essay.text and place.line and place.unit == "line"):
            return None
        start = self._positions.offset(place.line, max(1, place.column))
        stop = self._positions.offset(end.line, end.column) if end else start
        return Span(start, max(start, stop))

    @property
    def _paragraphs(self) -> Sequence[Paragraph]:
        return self._essay.paragraphs

    @cached_property
    def _starts(self) -> Mapping[str, list[tuple[int, int]]]:
        """Where the paragraphs of each part start, in order, with their indices."""
        starts: dict[str, list[tuple[int, int]]] = {}
        for index, paragraph in enumerate(self._paragraphs):
            start = paragraph.mapped.origin(0)
            starts.setdefault(paragraph.part, []).append((start, index))
        return {part: sorted(found) for part, found in starts.items()}

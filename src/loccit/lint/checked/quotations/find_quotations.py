"""Find what an essay quotes: between marks, and in blocks."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from loccit._startup.regex import regex
from loccit.essays.paragraph import Paragraph
from loccit.essays.quotation_marks import Pairs, pair_marks
from loccit.lint.checked.citations.citation import CheckedCitation
from loccit.lint.checked.quotations.quotation import Quotation, Stretch
from loccit.lint.checked.quotations.quoting_citations import quoting_block, quoting_run

#: What programs have in them that are pasted into a text: calls and assignments.
_CODE = regex(r"\w\(\s*[\"'][^\s\"']|%>%|\w ?<- ?\w|\w ?= ?(?:[\"'][^\s\"']|c\()")

#: What begins a box with a remark for readers, as GitHub and Obsidian have them.
_CALLOUT = "[!"

_Citations = Mapping[int, Sequence[CheckedCitation]]


def find_quotations(
    paragraphs: Sequence[Paragraph],
    citations: Sequence[CheckedCitation],
    skipped: Collection[int] = (),
) -> Iterator[Quotation]:
    """Yield the quotations of an essay, in document order.

    Args:
        paragraphs: those of the essay.
        citations: all its citations.
        skipped: the indices of paragraphs in which nothing is quoted: those of its list.
    """
    by_paragraph: dict[int, list[CheckedCitation]] = {}
    for citation in citations:
        by_paragraph.setdefault(citation.read.paragraph, []).append(citation)
    finder = _Finder(paragraphs, by_paragraph)
    for index, paragraph in enumerate(paragraphs):
        if index in skipped or paragraph.kind == "heading":
            continue
        yield from finder.read(index)
    yield from finder.finish()


class _Finder:
    """Reads paragraphs in order; a quotation may go on in the next one."""

    def __init__(self, paragraphs: Sequence[Paragraph], citations: _Citations) -> None:
        self._paragraphs = paragraphs
        self._citations = citations
        self._block: list[int] = []
        self._is_box = False
        #: Paragraphs of a quotation in marks that is not closed yet, and the quotations
        #: in them, if nothing ever closes it.
        self._begun: list[Stretch] = []
        self._inside: list[Quotation] = []
        self._last = -1

    def read(self, index: int) -> Iterator[Quotation]:
        """Yield the quotations that are known to end when a paragraph is read."""
        if self._block and not self._goes_on(index):
            yield self._take_block()
        paragraph = self._paragraphs[index]
        goes_on = self._is_box and index == self._last + 1
        is_box = goes_on or paragraph.text.startswith(_CALLOUT)
        self._is_box = is_box and paragraph.is_quoted
        if paragraph.is_quoted:
            yield from self._give_up()
            if not is_box:
                self._block.append(index)
        else:
            yield from self._read_run(index)
        self._last = index

    def finish(self) -> Iterator[Quotation]:
        """Yield what the end of the essay ends."""
        if self._block:
            yield self._take_block()
        yield from self._give_up()

    # Blocks

    def _goes_on(self, index: int) -> bool:
        """Return whether a paragraph belongs to the block above it: no citation ends that."""
        above, paragraph = self._block[-1], self._paragraphs[index]
        is_next = index == above + 1 and paragraph.part == self._paragraphs[above].part
        if not (is_next and paragraph.is_quoted):
            return False
        own = self._citations.get(above, ())
        text = self._paragraphs[above].text
        return not own or bool(text[own[-1].end :].strip(" .\n"))

    def _take_block(self) -> Quotation:
        indices, self._block = self._block, []
        before = indices[0] - 1
        return quoting_block(
            [self._paragraphs[index] for index in indices],
            [each for index in indices for each in self._citations.get(index, ())],
            self._paragraphs[before] if before >= 0 else None,
            self._citations.get(before, ()),
        )

    # Quotations in the text

    def _read_run(self, index: int) -> Iterator[Quotation]:
        paragraph = self._paragraphs[index]
        pairs = pair_marks(paragraph.text, paragraph.marks)
        if pairs.closed and _CODE.search(paragraph.text):
            return
        found = [
            self._run([Stretch(paragraph, start, end)], index)
            for start, end in pairs.closed
            if not self._is_in_citation(start, end, index)
        ]
        if self._begun and not self._is_continued(index):
            yield from self._give_up()
        if self._begun and pairs.open == 0:
            self._begun.append(Stretch(paragraph, 0, len(paragraph.text)))
            self._inside += found
        elif self._begun:
            yield self._close(pairs, index)
            yield from found[1:]
            self._begin(paragraph, pairs)
        else:
            yield from self._unless_begun(paragraph, pairs, found)

    def _is_in_citation(self, start: int, end: int, index: int) -> bool:
        """Return whether marks are around a title in the place of an author."""
        return any(
            citation.start < start and end < citation.end
            for citation in self._citations.get(index, ())
        )

    def _unless_begun(
        self, paragraph: Paragraph, pairs: Pairs, found: Sequence[Quotation]
    ) -> Iterator[Quotation]:
        """Yield the quotations of a paragraph; those after an open mark wait."""
        self._begin(paragraph, pairs)
        for quotation in found:
            if pairs.open is not None and quotation.start > pairs.open:
                self._inside.append(quotation)
            else:
                yield quotation

    def _begin(self, paragraph: Paragraph, pairs: Pairs) -> None:
        if pairs.open is not None:
            self._begun = [Stretch(paragraph, pairs.open, len(paragraph.text))]

    def _is_continued(self, index: int) -> bool:
        """Return whether a paragraph begins with the mark of the quotation above it."""
        first = self._begun[0]
        opening = first.paragraph.text[first.start]
        text = self._paragraphs[index].text
        return index == self._last + 1 and text.startswith(opening)

    def _close(self, pairs: Pairs, index: int) -> Quotation:
        """Return the quotation that the first pair of a paragraph ends."""
        end = pairs.closed[0].end if pairs.closed else len(self._paragraphs[index].text)
        stretches = [*self._begun, Stretch(self._paragraphs[index], 0, end)]
        self._begun, self._inside = [], []
        return self._run(stretches, index)

    def _give_up(self) -> Iterator[Quotation]:
        """Yield the quotations after a mark that nothing closes."""
        yield from self._inside
        self._begun, self._inside = [], []

    def _run(self, stretches: Sequence[Stretch], index: int) -> Quotation:
        return quoting_run(stretches, self._citations.get(index, ()))

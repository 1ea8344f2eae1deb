"""Read the text of a block: what readers see, its citations, and its footnotes."""

from __future__ import annotations

from loccit._startup.namedtuple import NamedTuple
from loccit.essays.mapped_text import MappedText, Piece
from loccit.essays.markup.block import Block
from loccit.essays.markup.inline import Inline, Scan
from loccit.essays.note_numbers import NoteMark
from loccit.essays.paragraph import Mark, Paragraph
from loccit.essays.syntax.steps import RawCitation

#: How deep constructs in constructs are read.
_DEEPEST = 30


class Found(NamedTuple):
    """A citation, and the text that it is in.

    Attributes:
        first, last: that text, in the text of the block; of a footnote that is written
            here, what it says.
        note: where such a footnote begins.
    """

    raw: RawCitation
    first: int
    last: int
    note: int | None


class Run:
    """The text of a block.

    Attributes:
        paragraphs: what readers see, and that of the footnotes in it.
        citations: those in it and in its footnotes, in order.
        marks: the marks of footnotes.
    """

    def __init__(self, block: Block, mapped: MappedText, scan: Scan) -> None:
        self.block = block
        self.mapped = mapped
        self.citations: list[Found] = []
        self.marks: list[NoteMark] = []
        self._scan = scan
        self._notes: list[Inline] = []
        self.paragraphs = [self._paragraph()]
        for note in self._notes:
            self.paragraphs.append(self._note(note))
        self.citations.sort(key=lambda found: found.raw.start)

    def _paragraph(self) -> Paragraph:
        block = self.block
        mapped, marks = _Reader(self, (0, len(self.mapped.text)), None).read()
        kind = block.kind
        if kind == "printed" or kind == "other":
            kind = "paragraph"
        return Paragraph(
            mapped,
            kind,
            block.level,
            block.marker,
            block.is_quoted,
            block.in_fixed_width_table,
            marks,
        )

    def _note(self, note: Inline) -> Paragraph:
        inner = note.inner or (note.end, note.end)
        mapped, marks = _Reader(self, inner, note.start).read()
        return Paragraph(mapped, "note", marks=marks)

    def scan(self, start: int, end: int) -> list[Inline]:
        """Return the constructs in a part of the text."""
        return [*self._scan(self.mapped.text, start, end)]

    def add_note(self, inline: Inline) -> None:
        """Add the mark of a footnote, and its text if that is written here."""
        place = self.mapped.origin(inline.start)
        self.marks.append(NoteMark(place, inline.note or ""))
        if inline.inner:
            self._notes.append(inline)


class _Reader:
    """Collects what readers see of a stretch of a run."""

    def __init__(self, run: Run, stretch: tuple[int, int], note: int | None) -> None:
        self._run = run
        self._mapped = run.mapped
        self._stretch = stretch
        self._note = note
        self._pieces: list[Piece] = []
        self._length = 0
        self._marks: list[Mark] = []

    def read(self) -> tuple[MappedText, tuple[Mark, ...]]:
        """Return the text without white space around it, and what is set apart in it."""
        self._read(*self._stretch, 0)
        whole = MappedText.join(self._pieces, self._mapped.part)
        trimmed = whole.trimmed()
        space = len(whole.text) - len(whole.text.lstrip())
        length = len(trimmed.text)
        marks = [
            mark._replace(start=mark.start - space, end=min(mark.end - space, length))
            for mark in self._marks
            if space <= mark.start < min(mark.end, space + length)
        ]
        marks.sort(key=lambda mark: (mark.start, -mark.end))
        return trimmed, tuple(marks)

    def _read(self, start: int, end: int, depth: int) -> None:
        if depth > _DEEPEST:
            self._add(start, end)
            return
        for inline in self._run.scan(start, end):
            self._add(start, inline.start)
            self._read_inline(inline, depth + 1)
            start = inline.end
        self._add(start, end)

    def _read_inline(self, inline: Inline, depth: int) -> None:
        if inline.citation:
            found = Found(inline.citation, *self._stretch, self._note)
            self._run.citations.append(found)
            self._add(inline.start, inline.end)
        elif inline.note is not None:
            self._run.add_note(inline)
        elif inline.inner:
            self._read_inner(inline, inline.inner, depth)
        elif inline.text:
            span = self._mapped.span(inline.start, inline.end)
            self._pieces.append(Piece(inline.text, span.start, span.end))
            self._length += len(inline.text)

    def _read_inner(self, inline: Inline, inner: tuple[int, int], depth: int) -> None:
        start = self._length
        if inline.is_verbatim:
            self._add(*inner)
        else:
            self._read(*inner, depth)
        if inline.mark:
            whole = self._mapped.span(inline.start, inline.end)
            mark = Mark(inline.mark, start, self._length, inline.target, whole)
            self._marks.append(mark)

    def _add(self, start: int, end: int) -> None:
        """Add text as it is typed."""
        self._pieces += self._mapped.pieces(start, end)
        self._length += end - start

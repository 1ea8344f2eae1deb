"""The readable text of one paragraph, heading, item, cell or footnote, as it is read."""

from __future__ import annotations

from collections.abc import Sequence

from loccit._startup.dataclass import replace
from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.essays.formats.latex.cites import TexCitation
from loccit.essays.mapped_text import MappedText, Piece
from loccit.essays.paragraph import Mark, MarkKind, Paragraph, ParagraphKind
from loccit.model import Span

#: White space that TeX takes for one space, or for the end of a line.
_SPACE = regex(r"[ \t]*(?:\r\n|\n|\r)[ \t]*|[ \t]+")


class Found(NamedTuple):
    """A citation, and where it is in the readable text of its run."""

    start: int
    end: int
    citation: TexCitation


class Shape(NamedTuple):
    """What a run is.

    Attributes:
        kind, level, marker, is_quoted: as of a paragraph.
        note: the number of the footnote that it is in, 0 for none.
        environment: the list that an item is in.
    """

    kind: ParagraphKind = "paragraph"
    level: int = 0
    marker: str = ""
    is_quoted: bool = False
    note: int = 0
    environment: str = ""


class Run:
    """A run of readable text.

    Attributes:
        shape: what it is.
        start, end: where it is in the file, with its markup.
        marks: what its markup sets apart.
        found: its citations.
        steps_over: whether a command is left out of its text.
    """

    def __init__(self, shape: Shape, start: int) -> None:
        self.shape = shape
        self.start = self.end = start
        self.marks: list[Mark] = []
        self.found: list[Found] = []
        self.steps_over = False
        self._pieces: list[Piece] = []
        self._length = 0
        self._ends_with_space = True

    @property
    def length(self) -> int:
        """The number of its characters so far."""
        return self._length

    @property
    def mapped(self) -> MappedText:
        """Its text."""
        return MappedText.join(self._pieces)

    def keep(self, text: str, start: int, end: int) -> None:
        """Add characters of the file as they are; white space becomes one space."""
        position = start
        for space in _SPACE.finditer(text, start, end):
            self._add(text[position : space.start()], position)
            self._space(space[0], space.start())
            position = space.end()
        self._add(text[position:end], position)

    def put(self, text: str, start: int, end: int) -> None:
        """Add text that stands for other characters."""
        self._add(text, start, end)

    def mark(
        self, kind: MarkKind, start: int, whole: Span | None, target: str = ""
    ) -> None:
        """Note that the characters from `start` on are set apart."""
        if start < self._length:
            self.marks.append(Mark(kind, start, self._length, target, whole))

    def cite(self, citation: TexCitation) -> None:
        """Add a citation, as readers of Markdown would see it."""
        keys = "; ".join(f"@{cite.key}" for cite in citation.cites)
        in_sentence = citation.command.mode in ("narrative", "author-only")
        shown = keys if in_sentence else f"[{keys}]"
        start = self._length
        self._add(shown, citation.span.start, citation.span.end)
        self.found.append(Found(start, self._length, citation))

    def _space(self, space: str, start: int) -> None:
        if not self._ends_with_space:
            sign = " " if space.strip(" \t") == "" else "\n"
            self._add(sign, start, start + len(space))
        self._ends_with_space = True

    def _add(self, text: str, start: int, end: int | None = None) -> None:
        if text:
            self._pieces.append(Piece(text, start, end))
            self._length += len(text)
            self._ends_with_space = False

    def paragraph(self) -> Paragraph:
        """Return what was read."""
        mapped = self.mapped.trimmed()
        length = len(mapped.text)
        marks = [
            mark._replace(end=min(mark.end, length))
            for mark in sorted(self.marks, key=_begin)
            if mark.start < length
        ]
        shape = self.shape
        return Paragraph(
            mapped,
            shape.kind,
            shape.level,
            shape.marker,
            shape.is_quoted,
            marks=tuple(marks),
        )


def _begin(mark: Mark) -> tuple[int, int]:
    return mark.start, -mark.end


def paragraphs_of(runs: Sequence[Run]) -> list[Paragraph]:
    """Return the paragraphs of runs that have some text; the level of headings counts
    from the highest that there is.
    """
    found = [paragraph for run in runs if (paragraph := run.paragraph()).text]
    levels = [paragraph.level for paragraph in found if paragraph.level]
    above = min(levels, default=1) - 1
    return [_raised(paragraph, above) for paragraph in found]


def _raised(paragraph: Paragraph, levels: int) -> Paragraph:
    if not paragraph.level:
        return paragraph
    return replace(paragraph, level=paragraph.level - levels)

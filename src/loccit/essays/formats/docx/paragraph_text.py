"""The characters of a paragraph while it is read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from loccit._startup.dataclass import dataclass, field
from loccit.essays.formats.docx.styles import Look
from loccit.essays.mapped_text import Piece
from loccit.essays.packages.story import LiveField, Run
from loccit.essays.paragraph import Mark, MarkKind


@dataclass()
class ParagraphText:
    """What was read of a paragraph so far.

    Attributes:
        fields: the live citations and lists that begin in it; one that ends in a later
            paragraph is added when that is read.
        marks: links, in the order in which they end.
        looks: how characters look, each look from where it begins.
        in_list: whether some of it is in the reference list of a program.
        is_mixed: whether some of it is not.
        in_contents: whether some of it is in a table of contents or an index.
        page_break: where the last page break in it is.
    """

    pieces: list[Piece] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    fields: list[LiveField] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    looks: list[tuple[int, Look]] = field(default_factory=list)
    length: int = 0
    in_list: bool = False
    is_mixed: bool = False
    in_contents: bool = False
    page_break: int | None = None

    def add(self, piece: Piece, run: Run, look: Look) -> None:
        """Add characters of a run; they begin at its start or follow those before."""
        if not self.runs or self.runs[-1].holder is not run.holder:
            self.runs.append(run)
        if not self.looks or self.looks[-1][1] != look:
            self.looks.append((self.length, look))
        self.pieces.append(piece)
        self.length += len(piece.text)

    def all_marks(self) -> tuple[Mark, ...]:
        """Return what the markup sets apart, in the order in which it begins."""
        found = [*self.marks]
        for kind, has in _KINDS.items():
            changes = [(start, has(look)) for start, look in self.looks]
            found += _stretches(kind, changes, self.length)
        return tuple(sorted(found, key=_place))


def _place(mark: Mark) -> tuple[int, int]:
    return mark.start, -mark.end


def _stretches(
    kind: MarkKind, changes: Sequence[tuple[int, bool]], length: int
) -> Iterator[Mark]:
    """Yield a mark for each stretch that has it.

    Args:
        kind: the mark.
        changes: where a text begins, or ends, to have it, in order.
        length: that of the text.
    """
    begun = None
    for start, has in (*changes, (length, False)):
        if has and begun is None:
            begun = start
        elif not has and begun is not None:
            yield Mark(kind, begun, start)
            begun = None


#: What looks mean.
_KINDS: Mapping[MarkKind, Callable[[Look], bool]] = {
    "emphasis": lambda look: look.is_italic,
    "strong": lambda look: look.is_bold,
    "superscript": lambda look: look.position == "superscript",
    "subscript": lambda look: look.position == "subscript",
}

"""The characters of a paragraph while it is read."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from loccit._startup.dataclass import dataclass, field
from loccit._startup.namedtuple import NamedTuple
from loccit.essays.formats.odt.styles import Look
from loccit.essays.mapped_text import Piece
from loccit.essays.packages.element import Element
from loccit.essays.packages.story import Run
from loccit.essays.paragraph import Mark, MarkKind

_KINDS: tuple[MarkKind, ...] = ("emphasis", "strong", "superscript", "subscript")


class Around(NamedTuple):
    """The elements around characters of a paragraph.

    Attributes:
        span: the one that gives them their look.
        link: the one that makes a link of them.
    """

    span: Element
    look: Look = Look()
    link: Element | None = None


class _Stretch(NamedTuple):
    """Characters with the same elements around."""

    start: int
    end: int
    around: Around


@dataclass()
class ParagraphText:
    """What was read of a paragraph so far.

    Attributes:
        after_blank: whether a blank, or nothing, was read last.
    """

    pieces: list[Piece] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    stretches: list[_Stretch] = field(default_factory=list)
    length: int = 0
    after_blank: bool = True

    def add(
        self, piece: Piece, holder: Element, around: Around, insertion: Element | None
    ) -> None:
        """Add characters.

        Args:
            piece: the characters, and where they are.
            holder: the element that they are in.
            around: what gives them their look.
            insertion: the tracked insertion that they are in, if they are in one.
        """
        run = Run(self.length, around.span, holder, insertion)
        last = self.runs[-1] if self.runs else None
        if not last or last.holder is not holder or last.insertion is not insertion:
            self.runs.append(run)
        end = self.length + len(piece.text)
        self.pieces.append(piece)
        self.stretches.append(_Stretch(self.length, end, around))
        self.length = end

    def all_marks(self) -> tuple[Mark, ...]:
        """Return what the markup sets apart, in the order in which it begins."""
        found = [mark for kind in _KINDS for mark in _marks_of(self.stretches, kind)]
        return tuple(sorted([*found, *_links(self.stretches)], key=_place))


def _marks_of(stretches: Sequence[_Stretch], kind: MarkKind) -> list[Mark]:
    groups = groupby(stretches, lambda each: kind in each.around.look.marks)
    marked = [[*group] for has_mark, group in groups if has_mark]
    return [Mark(kind, group[0].start, group[-1].end) for group in marked]


def _links(stretches: Sequence[_Stretch]) -> list[Mark]:
    found = []
    for link, each in groupby(stretches, lambda each: each.around.link):
        if link is not None:
            group = [*each]
            target = link.get("xlink:href")
            found.append(Mark("link", group[0].start, group[-1].end, target))
    return found


def _place(mark: Mark) -> tuple[int, int]:
    return mark.start, -mark.end

"""The characters of a paragraph while it is read."""

from __future__ import annotations

from dataclasses import field

from loccit._startup.dataclass import dataclass
from loccit.essays.mapped_text import Piece
from loccit.essays.packages.story import LiveField, Run


@dataclass()
class ParagraphText:
    """What was read of a paragraph so far.

    Attributes:
        fields: the live citations and lists that begin in it; one that ends in a later
            paragraph is added when that is read.
        in_list: whether some of it is in the reference list of a program.
        in_contents: whether some of it is in a table of contents or an index.
    """

    pieces: list[Piece] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    fields: list[LiveField] = field(default_factory=list)
    length: int = 0
    in_list: bool = False
    in_contents: bool = False

    def add(self, piece: Piece, run: Run) -> None:
        """Add characters of a run; they begin at its start or follow those before."""
        if not self.runs or self.runs[-1].holder is not run.holder:
            self.runs.append(run)
        self.pieces.append(piece)
        self.length += len(piece.text)

"""Groups, and the fonts that are declared in them: `{\\em so}`."""

from __future__ import annotations

from loccit._startup.namedtuple import NamedTuple
from loccit.essays.formats.latex.run import Run
from loccit.essays.formats.latex.tokens import Token
from loccit.essays.paragraph import MarkKind
from loccit.model import Span


class _Declared(NamedTuple):
    """A font from a place of a run on, up to the end of its group.

    Attributes:
        is_first: whether nothing precedes it in the group.
    """

    kind: MarkKind
    run: Run
    start: int
    is_first: bool


class Groups:
    """The groups that are open."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._declared: list[list[_Declared]] = []

    def open(self, start: int) -> None:
        """Open a group."""
        self._starts.append(start)
        self._declared.append([])

    def declare(self, kind: MarkKind, run: Run, text: str, token: Token) -> None:
        """Set the rest of the innermost group apart."""
        if self._starts:
            before = text[self._starts[-1] + 1 : token.start]
            declared = _Declared(kind, run, run.length, not before.strip())
            self._declared[-1].append(declared)

    def close(self, end: int, run: Run) -> None:
        """Close the innermost group."""
        if not self._starts:
            return
        whole = Span(self._starts.pop(), end)
        for each in self._declared.pop():
            if each.run is run:
                run.mark(each.kind, each.start, whole if each.is_first else None)

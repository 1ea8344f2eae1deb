"""Positions of the protocol and spans of a text; addresses of files and their paths."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from lsprotocol import types

from loccit.model import Edit, Place, Span
from loccit.text_files.positions import Positions, Unit

#: The last character that is one unit of UTF-16.
_LAST_OF_ONE_UNIT = "\uffff"


class Places:
    """The positions of one text, in the unit that client and server agreed on.

    The protocol counts lines and characters from 0 (LSP 3.17, "Position").
    """

    def __init__(self, text: str, unit: Unit) -> None:
        self.text = text
        self._unit = unit
        self._positions = Positions(text)

    def offset(self, position: types.Position) -> int:
        """Return the index of the character at a position."""
        line, column = position.line + 1, position.character + 1
        return self._positions.offset(line, column, self._unit)

    def position(self, offset: int) -> types.Position:
        """Return the position of a character."""
        found = self._positions.at(offset, self._unit)
        return types.Position(found.line - 1, found.column - 1)

    def ascending(self, offsets: Sequence[int]) -> Iterator[types.Position]:
        """Yield the positions of many characters, each not before the one before."""
        if not self._is_plain:
            yield from map(self.position, offsets)
            return
        for found in self._positions.ascending(offsets):
            yield types.Position(found.line - 1, found.column - 1)

    @cached_property
    def _is_plain(self) -> bool:
        """Whether each character of the text is one unit."""
        if self._unit == "utf-16":
            return max(self.text, default="") <= _LAST_OF_ONE_UNIT
        return self._unit == "utf-32" or self.text.isascii()

    def position_of(self, place: Place) -> types.Position:
        """Return the position of a place, whose columns count characters."""
        column = max(place.column, 1)  # 0 is unknown
        return self.position(self._positions.offset(place.line, column))

    def span(self, range_: types.Range) -> Span:
        """Return the span of a range; its ends may be the wrong way around."""
        ends = sorted([self.offset(range_.start), self.offset(range_.end)])
        return Span(*ends)

    def range(self, span: Span) -> types.Range:
        """Return the range of a span."""
        return types.Range(self.position(span.start), self.position(span.end))

    def text_edits(self, edits: Iterable[Edit]) -> list[types.TextEdit]:
        """Return edits of the text as the protocol has them."""
        return [types.TextEdit(self.range(edit.span), edit.new) for edit in edits]

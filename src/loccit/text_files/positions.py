"""Line and column of a position in a text, and back.

A line ends with `\\n`, `\\r\\n` or `\\r`, as for the Language Server Protocol (3.17,
"Text Documents"), XML and YAML 1.2.  Lines and columns count from 1.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from operator import attrgetter
from typing import Literal

from loccit._startup.namedtuple import NamedTuple
from loccit.text_files.newlines import LINE_END

#: What columns count: bytes of UTF-8, units of UTF-16, or code points (UTF-32).  The
#: names are the Language Server Protocol's (`PositionEncodingKind`).
Unit = Literal["utf-8", "utf-16", "utf-32"]

#: How many characters are looked through for one position.
_BLOCK = 4096

#: How many units a text has.
_WIDTHS: Mapping[Unit, Callable[[str], int]] = {
    "utf-8": lambda text: len(text.encode("utf-8", "surrogatepass")),
    "utf-16": lambda text: len(text.encode("utf-16-le", "surrogatepass")) // 2,
    "utf-32": len,
}


class Position(NamedTuple):
    """A line and a column, each from 1."""

    line: int
    column: int


class _Line(NamedTuple):
    """A line by its number, from 1, and the index of its first character."""

    number: int
    start: int


class Positions:
    """The positions of one text.

    A list of all line starts would take longer to make than most programs take to read
    a large library, of which they ask for a few places.  So the text is divided into
    blocks, and the line in which each begins is found when a position in or after it
    is asked for.

    >>> positions = Positions("ab\\r\\nc😀d")
    >>> positions.at(6), positions.at(6, "utf-16")
    (Position(line=2, column=3), Position(line=2, column=4))
    >>> positions.offset(2, 4, "utf-16")
    6
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._has_returns = "\r" in text
        #: The line in which each block begins, as far as it is known.
        self._lines = [_Line(1, 0)]

    def at(self, offset: int, unit: Unit = "utf-32") -> Position:
        """Return the position of a character."""
        block = offset // _BLOCK
        while len(self._lines) <= block:
            self._add_block()
        line = self._advance(self._lines[block], block * _BLOCK, offset)
        width = offset - line.start
        if unit != "utf-32":
            width = _WIDTHS[unit](self._text[line.start : offset])
        return Position(line.number, width + 1)

    def ascending(self, offsets: Iterable[int]) -> Iterator[Position]:
        """Yield the positions of many characters, each after the one before."""
        line = _Line(1, 0)
        start = 0
        for offset in offsets:
            line = self._advance(line, start, offset)
            start = offset
            yield Position(line.number, offset - line.start + 1)

    def offset(self, line: int, column: int, unit: Unit = "utf-32") -> int:
        """Return the index of the character at a position.

        A position after the end of its line, or of the text, is that end (Language
        Server Protocol 3.17, "Position").
        """
        start = self._start_of(line)
        line_end = LINE_END.search(self._text, start)
        end = line_end.start() if line_end else len(self._text)
        if unit == "utf-32":
            return min(start + column - 1, end)
        return start + _prefix(self._text[start:end], column - 1, unit)

    def _add_block(self) -> None:
        start = (len(self._lines) - 1) * _BLOCK
        self._lines.append(self._advance(self._lines[-1], start, start + _BLOCK))

    def _advance(self, line: _Line, start: int, end: int) -> _Line:
        """Return the line of `end`, where that of `start` is `line`."""
        count = self._text.count("\n", start, end)
        last = self._text.rfind("\n", start, end)
        if self._has_returns:
            # One more character, so that a pair with its second half at `end` is seen:
            # such a line ends after `end`.
            pairs = self._text.count("\r\n", start, end + 1)
            count += self._text.count("\r", start, end) - pairs
            is_in_pair = self._text.startswith("\r\n", end - 1)
            last_return = self._text.rfind("\r", start, end - 1 if is_in_pair else end)
            last = max(last, last_return)
        return _Line(line.number + count, last + 1) if count else line

    def _start_of(self, number: int) -> int:
        """Return the index of the first character of a line."""
        while self._lines[-1].number < number and self._unknown():
            self._add_block()
        block = bisect_left(self._lines, number, key=attrgetter("number"))
        if block < len(self._lines) and self._lines[block].number == number:
            return self._lines[block].start
        block -= 1
        ends = LINE_END.finditer(self._text, block * _BLOCK)
        missing = number - self._lines[block].number
        end = next(islice(ends, missing - 1, None), None)
        return end.end() if end else len(self._text)

    def _unknown(self) -> bool:
        """Whether a part of the text has not been looked through."""
        return (len(self._lines) - 1) * _BLOCK < len(self._text)


def _prefix(text: str, units: int, unit: Unit) -> int:
    """Return how many characters there are in the first units of a text."""
    for index, character in enumerate(text):
        units -= _WIDTHS[unit](character)
        if units < 0:
            return index
    return len(text)

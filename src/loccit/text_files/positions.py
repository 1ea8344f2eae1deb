"""Line and column of a position in a text."""

from __future__ import annotations

_BLOCK = 1 << 16


class Lines:
    """Tells line and column, each from 1, without counting a long text through more
    than once.

    >>> Lines("ab\\ncd").at(4)
    (2, 2)
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._newlines = [
            0
        ]  # before each block of the text, as far as anyone has asked
        self._last = (
            0,
            0,
        )  # the position that was asked for last, and the newlines before it

    def at(self, position: int) -> tuple[int, int]:
        block = position // _BLOCK
        for index in range(len(self._newlines) - 1, block):
            start = index * _BLOCK
            self._newlines.append(
                self._newlines[-1] + self._text.count("\n", start, start + _BLOCK)
            )
        known = max(
            (block * _BLOCK, self._newlines[block]),
            self._last if self._last[0] <= position else (0, 0),
        )
        newlines = known[1] + self._text.count("\n", known[0], position)
        self._last = position, newlines
        return newlines + 1, position - self._text.rfind("\n", 0, position)

"""A stretch of an essay as a parser wants it, each character knowing where it came
from.

Line endings become `\\n`, tabs become spaces up to the next multiple of four, and what
a container puts before each line (`> `, an indent) is gone.  Nothing is changed in the
essay: a mapped only maps its own positions back.
"""

from __future__ import annotations

from bisect import bisect_right

from loccit._startup.dataclass import dataclass
from loccit._startup.regex import regex
from loccit.model import Span

_UNEVEN = regex(r"\r\n?|\t")
_TAB_STOP = 4


@dataclass(frozen=True, slots=True)
class MappedText:
    """`text`, put together from pieces: the piece that starts at `starts[i]` comes from
    `origins[i]` on.
    """

    text: str
    starts: tuple[int, ...] = (0,)
    origins: tuple[int, ...] = (0,)

    @classmethod
    def of(cls, text: str, start: int = 0) -> MappedText:
        """All of an essay from `start` on, with even line endings and no tabs."""
        if not _UNEVEN.search(text, start):
            return cls(text[start:], (0,), (start,))
        pieces: list[tuple[str, int]] = []
        done, line, width = (
            start,
            start,
            0,
        )  # `width`: how much wider than its source the line has become
        for match in _UNEVEN.finditer(text, start):
            here = match.start()
            pieces.append((text[done:here], done))
            newline = text.rfind("\n", line, here)
            if newline >= 0:
                line, width = newline + 1, 0
            if match[0] == "\t":
                spaces = _TAB_STOP - (here - line + width) % _TAB_STOP
                pieces.append((" " * spaces, here))
                width += spaces - 1
            else:
                pieces.append(("\n", here))
                line, width = match.end(), 0
            done = match.end()
        pieces.append((text[done:], done))
        return cls.join(pieces)

    @classmethod
    def join(cls, pieces: list[tuple[str, int]]) -> MappedText:
        """A mapped of texts, each with the position it comes from."""
        starts, origins, length = [], [], 0
        for text, origin in pieces:
            if text:
                starts.append(length)
                origins.append(origin)
                length += len(text)
        return cls(
            "".join(text for text, _ in pieces),
            tuple(starts) or (0,),
            tuple(origins) or (0,),
        )

    def origin(self, position: int) -> int:
        """Where in the essay the character at `position` stands."""
        piece = bisect_right(self.starts, position) - 1
        return self.origins[piece] + position - self.starts[piece]

    def span(self, start: int, end: int) -> Span:
        """The part of the essay that `text[start:end]` comes from."""
        first = self.origin(start)
        return Span(
            first, max(first, self.origin(end - 1) + 1) if end > start else first
        )

    def cut(self, pieces: list[tuple[int, int]]) -> MappedText:
        """The mapped of some parts of this one, each `(start, end)`."""
        found: list[tuple[str, int]] = []
        for start, end in pieces:
            while start < end:
                piece = bisect_right(self.starts, start) - 1
                stop = min(
                    end, self.starts[piece + 1] if piece + 1 < len(self.starts) else end
                )
                found.append(
                    (
                        self.text[start:stop],
                        self.origins[piece] + start - self.starts[piece],
                    )
                )
                start = stop
        return MappedText.join(found)

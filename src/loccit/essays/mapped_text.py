"""Text whose characters know where they come from.

A parser wants a text with line endings of one kind, without tabs and without what a
container puts before each line (`> `, an indent); a reader of sentences wants one
without markup.  Neither changes the essay: a `MappedText` is such a text with a way back
to the part of the essay (see `loccit.essays.document`) and the place in it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from loccit._startup.dataclass import dataclass
from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.model import Span

_UNEVEN = regex(r"\r\n?|\t")
_TAB_STOP = 4


class Piece(NamedTuple):
    """Characters that come from one place.

    Attributes:
        text: the characters.
        start: the origin of the first one.
        end: where the characters end that `text` stands for as a whole, as for an
            entity or a tab; None where each character of `text` comes from one.
    """

    text: str
    start: int
    end: int | None = None


@dataclass(frozen=True, slots=True)
class MappedText:
    """A text made of pieces, in the order of the text.

    Attributes:
        text: the characters.
        starts: where in `text` each piece starts.
        origins: where in the part each piece comes from.
        ends: the `end` of each piece.
        part: the part of the essay that all of them come from, "" for its only one.
    """

    text: str
    starts: tuple[int, ...] = (0,)
    origins: tuple[int, ...] = (0,)
    ends: tuple[int | None, ...] = (None,)
    part: str = ""

    @classmethod
    def of(cls, text: str, start: int = 0) -> MappedText:
        """Map a text from `start` on, with even line endings and no tabs.

        >>> mapped = MappedText.of("a\\r\\nb")
        >>> mapped.text, mapped.span(1, 2), mapped.origin(2)
        ('a\\nb', Span(start=1, end=3), 3)
        """
        if not _UNEVEN.search(text, start):
            return cls(text[start:], (0,), (start,))
        return cls.join(_evened(text, start))

    @classmethod
    def join(cls, pieces: Iterable[Piece], part: str = "") -> MappedText:
        """Put pieces together."""
        found = [piece for piece in pieces if piece.text]
        if not found:
            return cls("", part=part)
        starts, length = [], 0
        for piece in found:
            starts.append(length)
            length += len(piece.text)
        return cls(
            "".join([piece.text for piece in found]),
            tuple(starts),
            tuple([piece.start for piece in found]),
            tuple([piece.end for piece in found]),
            part,
        )

    def origin(self, position: int) -> int:
        """Return where the character at `position` begins in the part, or where the
        text ends there.
        """
        index = bisect_right(self.starts, position) - 1
        end = self.ends[index]
        if end is None:
            return self.origins[index] + position - self.starts[index]
        return self.origins[index] if position < len(self.text) else end

    def position(self, origin: int) -> int:
        """Return the character of a place in the part; of a place between pieces the
        next one.  The pieces must be in the order of the part.
        """
        index = bisect_right(self.origins, origin) - 1
        if index < 0:
            return 0
        start, offset = self.starts[index], origin - self.origins[index]
        end = self.ends[index]
        if end is not None:
            return start if origin < end else self._start_after(index)
        return min(start + offset, self._start_after(index))

    def _start_after(self, index: int) -> int:
        """Return where the piece after one begins in the text."""
        following = index + 1
        return (
            self.starts[following] if following < len(self.starts) else len(self.text)
        )

    def span(self, start: int, end: int) -> Span:
        """Return the span in the part that `text[start:end]` comes from."""
        first = self.origin(start)
        if end <= start:
            return Span(first, first)
        index = bisect_right(self.starts, end - 1) - 1
        last = self.ends[index]
        if last is None:
            last = self.origins[index] + end - self.starts[index]
        return Span(first, max(first, last))

    def pieces(self, start: int, end: int) -> Iterator[Piece]:
        """Yield the pieces of `text[start:end]`."""
        index = bisect_right(self.starts, start) - 1
        while start < end:
            following = index + 1
            stop = end
            if following < len(self.starts):
                stop = min(end, self.starts[following])
            origin, whole = self.origins[index], self.ends[index]
            if whole is None:
                origin += start - self.starts[index]
            yield Piece(self.text[start:stop], origin, whole)
            start, index = stop, following

    def trimmed(self) -> MappedText:
        """Leave out the white space at both ends."""
        start = len(self.text) - len(self.text.lstrip())
        return self.cut([(start, max(start, len(self.text.rstrip())))])

    def cut(self, stretches: Iterable[tuple[int, int]]) -> MappedText:
        """Put together some stretches of this text, each `(start, end)`."""
        pieces = [
            piece for start, end in stretches for piece in self.pieces(start, end)
        ]
        return MappedText.join(pieces, self.part)


def _evened(text: str, start: int) -> Iterator[Piece]:
    """Yield the pieces of a text whose line endings become `\\n`, and whose tabs become
    spaces up to the next tab stop.
    """
    done = line = start
    widening = 0  # by how much the line has become wider than its source
    for found in _UNEVEN.finditer(text, start):
        here = found.start()
        yield Piece(text[done:here], done)
        newline = text.rfind("\n", line, here)
        if newline >= 0:
            line, widening = newline + 1, 0
        done = found.end()
        if found[0] == "\t":
            spaces = _TAB_STOP - (here - line + widening) % _TAB_STOP
            yield Piece(" " * spaces, here, done)
            widening += spaces - 1
        else:
            yield Piece("\n", here, done)
            line, widening = done, 0
    yield Piece(text[done:], done)

"""Draw a line with carets under the words that a finding is about."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

from loccit._startup.regex import regex

if TYPE_CHECKING:
    from loccit.cli.excerpts.excerpt import Excerpt

#: What a terminal would obey, not show: control characters, and those that turn the
#: direction of text (Unicode Standard Annex 9).
_OBEYED = regex(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_CUT = "…"
#: How much of the room is before the words, where a line is cut.
_BEFORE = 3
#: More characters than these times the room can only be combining marks, and few.
_FAR = 8


def draw_carets(excerpt: Excerpt, room: int) -> tuple[str, str]:
    """Return a line, cut to a number of columns around the words, and the carets.

    >>> from loccit.cli.excerpts import Excerpt
    >>> print(*draw_carets(Excerpt("So it is (Doe 2001).", 13, 14), 80), sep="\\n")
    So it is (Doe 2001).
                 ^
    """
    excerpt = _near(excerpt, room)
    text = _OBEYED.sub("�", excerpt.text.replace("\t", " ").replace("\n", " "))
    columns = _columns(text)
    first, last = _window(columns, excerpt.start, excerpt.end, room)
    before = _CUT if first else ""
    after = _CUT if last < len(text) else ""
    start = max(excerpt.start, first)
    end = min(excerpt.end, last)
    indent = columns[start] - columns[first] + len(before)
    width = max(1, columns[max(start, end)] - columns[start])
    return f"{before}{text[first:last]}{after}", " " * indent + "^" * width


def _near(excerpt: Excerpt, room: int) -> Excerpt:
    """Leave out what is certainly not shown, as of an essay that is one line."""
    far = _FAR * room
    first = max(0, excerpt.start - far)
    stop = min(excerpt.end, excerpt.start + far)
    text = excerpt.text[first : stop + far]
    return excerpt._replace(text=text, start=excerpt.start - first, end=stop - first)


def _columns(text: str) -> Sequence[int]:
    """Return the column of each character, and that of the end: wide characters take
    two, combining marks none.
    """
    from rich.cells import cell_len  # most runs of loccit draw nothing

    widths = ([1] * len(text)) if text.isascii() else [cell_len(each) for each in text]
    return [*accumulate(widths, initial=0)]


def _window(columns: Sequence[int], start: int, end: int, room: int) -> tuple[int, int]:
    """Return the first and the last character to show: from the beginning, if the words
    are to be seen then; or else up to the end; or else with some columns before them.
    """
    length, width = len(columns) - 1, columns[-1]
    if width <= room:
        return 0, length
    room -= len(_CUT)
    if columns[end] <= room:
        return 0, _last(columns, 0, room)
    if width - columns[start] <= room:
        return bisect_left(columns, width - room), length
    room -= len(_CUT)
    spare = max(0, room - (columns[end] - columns[start]))
    first = bisect_left(columns, columns[start] - spare // _BEFORE)
    return first, _last(columns, first, room)


def _last(columns: Sequence[int], first: int, room: int) -> int:
    """Return where what is shown from a character on has to end."""
    return bisect_right(columns, columns[first] + room) - 1

"""Entries with the comments that go with them.

What stands between entries is the user's.  A comment on the lines right above an entry
goes with it, and so does one behind it on its last line.  One with a blank line below
it, or at the top of the file, is a heading, and so is what may be more than a comment,
`@string` and its like.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from loccit._startup.regex import regex
from loccit.bibliography.formats.bibtex.tidy.file import WholeFile
from loccit.model import Span
from loccit.text_files.newlines import LINE_END

_REST_OF_LINE = regex(r"[^\r\n]*")


class Stretch(NamedTuple):
    """An entry with its comments.

    Attributes:
        key: the entry's.
        span: from the comments above it to the one behind it.
        sound: whether the entry is whole.
        movable: whether it is, and has its lines for itself.
        headed: whether a heading stands above it.
    """

    key: str
    span: Span
    sound: bool
    movable: bool
    headed: bool


def stretches(file: WholeFile) -> Iterator[Stretch]:
    """Every entry with its comments, in file order."""
    end = 0
    for entry, own, hand in file.each():
        start = _start(file.text, end, own.start) if hand else None
        stop = _end(file.text, own.end) if hand else None
        span = Span(own.start if start is None else start, stop or own.end)
        movable = start is not None and stop is not None
        headed = bool(file.text[end : span.start].strip())
        yield Stretch(entry.key, span, hand is not None, movable, headed)
        end = span.end


def _start(text: str, end: int, entry: int) -> int | None:
    """Where the comments above an entry begin; None where it does not begin a line.
    What is above ends at `end`.
    """
    lines = [0] * (not end) + [
        newline.end() for newline in LINE_END.finditer(text, end, entry)
    ]
    if not lines or text[lines[-1] : entry].strip():
        return None
    above = lines.pop()
    while lines and text[lines[-1] : above].strip():
        above = lines.pop()
    return entry if text.find("@", end, entry) >= 0 or not above else above


def _end(text: str, entry: int) -> int | None:
    """Where the comment behind an entry ends; None where another entry may begin on
    that line.
    """
    rest = _REST_OF_LINE.match(text, entry)
    return None if not rest or "@" in rest[0] else entry + len(rest[0].rstrip())

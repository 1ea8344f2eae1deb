"""Entries with the comments that belong to them.

Text between entries is the user's. A comment belongs to an entry if it is on the lines
directly above, or after the entry on its last line. A comment followed by a blank line,
or at the top of the file, is a heading; so is anything that may be more than a comment,
such as `@string`.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.bibliography.formats.bibtex.tidy.file import TidyFile
from loccit.model import Span
from loccit.text_files.newlines import LINE_END

_REST_OF_LINE = regex(r"[^\r\n]*")


class EntryBlock(NamedTuple):
    """An entry with its comments.

    Attributes:
        key: the entry's key.
        span: from the comments above the entry to the one after it.
        sound: whether the entry is unbroken.
        movable: whether it is unbroken and shares no line with anything else.
        headed: whether a heading is above it.
    """

    key: str
    span: Span
    sound: bool
    movable: bool
    headed: bool


def entry_blocks(file: TidyFile) -> Iterator[EntryBlock]:
    """Yield every entry with its comments, in file order."""
    above = 0
    for scanned, own, entry in file.entries():
        start = end = None
        if entry is not None:
            start = _start(file.text, above, own.start)
            end = _end(file.text, own.end)
        span = Span(
            own.start if start is None else start,
            own.end if end is None else end,
        )
        movable = start is not None and end is not None
        headed = bool(file.text[above : span.start].strip())
        yield EntryBlock(scanned.key, span, entry is not None, movable, headed)
        above = span.end


def _start(text: str, above: int, entry: int) -> int | None:
    """Find where the comments above an entry begin.

    None if the entry doesn't begin a line. The block above ends at `above`.
    """
    lines = [newline.end() for newline in LINE_END.finditer(text, above, entry)]
    if above == 0:
        lines.insert(0, 0)
    if not lines or text[lines[-1] : entry].strip():
        return None
    comment = lines.pop()
    while lines and text[lines[-1] : comment].strip():
        comment = lines.pop()
    if comment == 0 or text.find("@", above, entry) != -1:
        return entry
    return comment


def _end(text: str, entry: int) -> int | None:
    """Find where the comment after an entry ends.

    None if another entry may begin on that line.
    """
    rest = _REST_OF_LINE.match(text, entry)
    if rest is None or "@" in rest[0]:
        return None
    return entry + len(rest[0].rstrip())

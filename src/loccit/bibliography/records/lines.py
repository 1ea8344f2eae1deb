"""Tagged lines, and the untagged lines that continue them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from loccit._startup.namedtuple import NamedTuple

#: White space, the end-of-file character of DOS, and a byte-order mark.
_BLANK = " \t\r\n\f\x1a\ufeff"


class Line(NamedTuple):
    """A tag in capitals, its text with the line ends, and where the tag begins.

    Stray text has an empty tag.
    """

    tag: str
    text: str
    position: int


Record = Sequence[Line]


def scan(text: str, tag: re.Pattern[str]) -> Iterator[Line]:
    """Read the lines of a file.

    Args:
        text: the whole file.
        tag: matches a tag at the beginning of a line; its last group is the tag's name.

    >>> list(scan("TI  - A\\n long title\\nPY  - 2010", re.compile("^(..)  - ", re.M)))
    [Line(tag='TI', text='A\\n long title', position=0), Line(tag='PY', text='2010', position=20)]
    """
    text = with_line_feeds(text)
    name, start, end = "", 0, 0
    for found in tag.finditer(text):
        content = text[end : found.start()].strip(_BLANK)
        if name or content:
            yield Line(name, content, start)
        name, (start, end) = found[found.lastindex or 0].upper(), found.span()
    content = text[end:].strip(_BLANK)
    if name or content:
        yield Line(name, content, start)


def with_line_feeds(text: str) -> str:
    """Return a text with line feeds instead of the carriage returns of the old Mac OS."""
    if "\r" in text and "\n" not in text:
        return text.replace("\r", "\n")
    return text


def follows_blank_line(text: str, earlier: Line, line: Line) -> bool:
    """Return whether a blank line separates `line` from the `earlier` one."""
    before = text[line.position - 2 : line.position - 1]
    if before and not before.isspace():
        return False  # as of most lines
    between = text[earlier.position : line.position]
    line_ends = between[len(between.rstrip()) :]
    return line_ends.count("\n") > 1


class Tags(dict[str, list[Line]]):
    """The lines of a record by their tag; lines without text are left out."""

    def __init__(self, lines: Iterable[Line]) -> None:
        for line in lines:
            if line.text:
                self.add(line.tag, line)

    def text(self, tag: str) -> str:
        """The first text of a tag, on one line, or `""`."""
        return " ".join(self[tag][0].text.split()) if tag in self else ""

    def add(self, tag: str, line: Line) -> None:
        """Add a line after those with the same tag."""
        self.setdefault(tag, []).append(line)

    def rename(self, old: str, new: str) -> None:
        """Give the lines of a tag another one, after those that already have it."""
        for line in self.pop(old, []):
            self.add(new, line._replace(tag=new))

    def put(self, tag: str, text: str, of: Line) -> None:
        """Set the only text of a tag, reported at the position of the line `of`."""
        self[tag] = [Line(tag, text, of.position)]

    def lines(self) -> list[Line]:
        """All lines, grouped by tag."""
        return [line for lines in self.values() for line in lines]

"""Lines with a tag, and the lines that go on with their text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple


class Line(NamedTuple):
    """A tag in capitals with its text, in which line ends are kept, and where it
    begins; stray text has no tag.
    """

    tag: str
    text: str
    position: int


_BLANK = " \t\r\n\f\x1a\ufeff"

Record = Sequence[Line]


def scan(text: str, tag: re.Pattern[str]) -> Iterator[Line]:
    """The lines of a file; `tag` matches at the beginning of one, its last group is the
    tag.

    >>> list(scan("TI  - A\\n long title\\nPY  - 2010", re.compile("^(..)  - ", re.M)))
    [Line(tag='TI', text='A\\n long title', position=0), Line(tag='PY', text='2010', position=20)]
    """
    if "\r" in text and "\n" not in text:
        text = text.replace("\r", "\n")
    start, name, position = 0, "", 0
    for found in tag.finditer(text):
        if name or text[start : found.start()].strip(_BLANK):
            yield Line(name, text[start : found.start()].strip(_BLANK), position)
        start, name, position = (
            found.end(),
            found[found.lastindex or 0].upper(),
            found.start(),
        )
    if name or text[start:].strip(_BLANK):
        yield Line(name, text[start:].strip(_BLANK), position)


def is_parted(text: str, earlier: Line, line: Line) -> bool:
    """Whether a blank line stands before `line`."""
    between = text[earlier.position : line.position]
    return between[len(between.rstrip()) :].count("\n") > 1


class Tags(dict[str, list[Line]]):
    """The lines of a record by their tag."""

    def __init__(self, lines: Iterable[Line]) -> None:
        for line in lines:
            if line.text:
                self.setdefault(line.tag, []).append(line)

    def text(self, tag: str) -> str:
        """The first text of a tag, on one line, or `""`."""
        return " ".join(self[tag][0].text.split()) if tag in self else ""

    def rename(self, old: str, new: str) -> None:
        """Lines with one tag get another, behind those that have it."""
        for line in self.pop(old, []):
            self.setdefault(new, []).append(line._replace(tag=new))

    def put(self, tag: str, text: str, of: Line) -> None:
        """A text made of others that stands where the line `of` did."""
        self[tag] = [Line(tag, text, of.position)]

    def lines(self) -> list[Line]:
        return [line for lines in self.values() for line in lines]

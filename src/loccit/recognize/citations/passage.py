"""A paragraph in which citations are looked for, with its brackets."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from loccit._startup.regex import regex
from loccit.essays.paragraph import Paragraph

_BRACKET = regex(r"[()\[\]（）【】]")
_CLOSES = {"(": ")", "[": "]", "（": "）", "【": "】"}
#: What is longer than this holds no citation; so nested brackets cost linear time.
_LONGEST = 1200
_VERBATIM = frozenset(["code", "math", "image"])


class Bracket(NamedTuple):
    """A pair of brackets, `text[start:end]`.

    Attributes:
        start, end: the place of both, end exclusive.
        is_square: whether they are "[" and "]".
        depth: how many others it is in.
    """

    start: int
    end: int
    is_square: bool = False
    depth: int = 0


class Passage:
    """A paragraph, and what the shapes ask of it."""

    def __init__(self, paragraph: Paragraph, index: int, section: int) -> None:
        self.paragraph = paragraph
        self.index = index
        self.section = section
        self.text = paragraph.text

    @cached_property
    def brackets(self) -> list[Bracket]:
        """All pairs of brackets, outer ones first."""
        return sorted(self._pairs(), key=lambda each: (each.start, -each.end))

    @cached_property
    def _verbatim(self) -> tuple[list[int], list[int]]:
        """The starts and ends of code and mathematics."""
        marks = [each for each in self.paragraph.marks if each.kind in _VERBATIM]
        return [each.start for each in marks], [each.end for each in marks]

    def is_verbatim(self, position: int) -> bool:
        """Return whether a character is in code or mathematics."""
        starts, ends = self._verbatim
        number = bisect_right(starts, position) - 1
        return number >= 0 and position < ends[number]

    def is_emphasized(self, start: int, end: int) -> bool:
        """Return whether a stretch is all in italics."""
        return any(
            mark.kind == "emphasis" and mark.start <= start and end <= mark.end
            for mark in self.paragraph.marks
        )

    def _pairs(self) -> Iterator[Bracket]:
        open_ones: list[int] = []
        text = self.text
        for found in _BRACKET.finditer(text):
            here = found.start()
            if found[0] in _CLOSES:
                open_ones.append(here)
                continue
            while open_ones and _CLOSES[text[open_ones[-1]]] != found[0]:
                open_ones.pop()  # it is never closed
            if not open_ones:
                continue
            start = open_ones.pop()
            if found.end() - start <= _LONGEST and not self.is_verbatim(start):
                is_square = text[start] in "[【"
                yield Bracket(start, found.end(), is_square, len(open_ones))

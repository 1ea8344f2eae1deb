"""A paragraph in which citations are looked for, with its brackets."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.essays.paragraph import Mark, Paragraph
from loccit.model import Span
from loccit.recognize.citations.lexicon import Lexicon
from loccit.recognize.citations.reading.cluster import CiteRead, read_cluster

_BRACKET = regex(r"[()\[\]{}（）【】]")
_CLOSES = {"(": ")", "[": "]", "{": "}", "（": "）", "【": "】"}
#: What is longer than this holds no citation; so nested brackets cost linear time.
_LONGEST = 1200
#: Brackets within more than so many others hold no citation.
_DEEPEST = 5
_YEAR = regex(
    r"(?<!\d)(?:1[0-9]|20)\d\d(?!\d)|\bn\.\s?d\b|\bin press\b|\bforthcoming\b"
)
_ONE_YEAR = regex(r"[(\[]\d{4}[)\]]")
_BRACKET_AND_YEAR = regex(r"\((?=(?:1[5-9]|20)\d\d(?!\d))")
_NUMBER = regex(r"\((\d{1,2})\)")
_FIRST_ROMAN = regex(r"(?<!\w)i\)")
_FIRST_OF_TWO = regex(r"[(\[](?:orig\.? )?\d{4}[)\]]\s?/?\s?\d{4}")
_VERBATIM = frozenset(["code", "math"])


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
        self._clusters: dict[int, list[CiteRead]] = {}

    @cached_property
    def brackets(self) -> list[Bracket]:
        """All pairs of brackets, outer ones first."""
        return sorted(self._pairs(), key=lambda each: (each.start, -each.end))

    @cached_property
    def unclosed(self) -> list[int]:
        """Where brackets open that are never closed."""
        closed = {bracket.start for bracket in self.brackets}
        opened = (found.start() for found in _BRACKET_AND_YEAR.finditer(self.text))
        return [start for start in opened if start not in closed]

    @cached_property
    def round_and_square(self) -> list[Bracket]:
        """The pairs that are no braces; only EndNote's marks, {Doe 2001}, have these."""
        return [each for each in self.brackets if self.text[each.start] != "{"]

    @cached_property
    def _verbatim(self) -> tuple[list[int], list[int]]:
        """The starts and ends of code and mathematics."""
        marks = [each for each in self.paragraph.marks if each.kind in _VERBATIM]
        return [each.start for each in marks], [each.end for each in marks]

    @cached_property
    def _around_years(self) -> frozenset[int]:
        """The starts of the brackets that have another with a year inside."""
        around: set[int] = set()
        open_ones: list[Bracket] = []
        for bracket in self.brackets:
            while open_ones and open_ones[-1].end <= bracket.start:
                open_ones.pop()
            if open_ones and self._has_year(bracket):
                around.update(each.start for each in open_ones[-_DEEPEST:])
            open_ones.append(bracket)
        return frozenset(around)

    def brackets_near(self, position: int) -> list[Bracket]:
        """Return the brackets that start before a position, so near that they may be
        around it, outer ones first.
        """
        starts = self._starts
        first = bisect_left(starts, position - _LONGEST)
        return self.brackets[first : bisect_right(starts, position)]

    @cached_property
    def bracketed_numbers(self) -> frozenset[int]:
        """The small numbers that are alone in brackets."""
        return frozenset(int(found[1]) for found in _NUMBER.finditer(self.text))

    @cached_property
    def has_roman_list(self) -> bool:
        """Whether "(i)" or "i)" is in it, which counts something."""
        return _FIRST_ROMAN.search(self.text) is not None

    @cached_property
    def _starts(self) -> list[int]:
        return [bracket.start for bracket in self.brackets]

    def has_year_within(self, bracket: Bracket) -> bool:
        """Return whether another pair of brackets is inside, with a year that is not
        one of two, as in "(Doe, [1900] 2001)".
        """
        return bracket.start in self._around_years

    def _has_year(self, bracket: Bracket) -> bool:
        if not _YEAR.search(self.text, bracket.start, bracket.end):
            return False
        if _FIRST_OF_TWO.match(self.text, bracket.start):
            return False
        before = self.text[max(0, bracket.start - len("1900 ")) : bracket.start]
        return not _YEAR.match(before) or not _ONE_YEAR.match(self.text, bracket.start)

    def is_verbatim(self, position: int) -> bool:
        """Return whether a character is in code or mathematics."""
        starts, ends = self._verbatim
        number = bisect_right(starts, position) - 1
        return number >= 0 and position < ends[number]

    @cached_property
    def _emphasis(self) -> tuple[list[int], list[int]]:
        """The starts and ends of italics."""
        marks = [each for each in self.paragraph.marks if each.kind == "emphasis"]
        return [each.start for each in marks], [each.end for each in marks]

    def is_emphasized(self, start: int, end: int) -> bool:
        """Return whether a stretch is all in italics."""
        starts, ends = self._emphasis
        number = bisect_right(starts, start) - 1
        return number >= 0 and end <= ends[number]

    def is_title_in_italics(self, position: int) -> bool:
        """Return whether a character is in italics that begin with a capital."""
        starts, ends = self._emphasis
        number = bisect_right(starts, position) - 1
        is_within = number >= 0 and position < ends[number]
        return is_within and self.text[starts[number]].isupper()

    def char_before(self, position: int) -> str:
        """Return the character before a position, "" at the beginning."""
        return self.text[max(0, position - 1) : position]

    def cluster(self, bracket: Bracket, lexicon: Lexicon) -> list[CiteRead]:
        """Return the cites with years within brackets; several shapes ask for them."""
        if bracket.start not in self._clusters:
            start, end = bracket.start + 1, bracket.end - 1
            reads = read_cluster(self.text, start, end, lexicon)
            self._clusters[bracket.start] = reads
        return [*self._clusters[bracket.start]]

    def typed_span(self, start: int, end: int) -> Span:
        """Return the span in the part, with the markup of a superscript, and that of
        italics which begin or end within.
        """
        span = self.paragraph.span(start, end)
        first, last = span.start, span.end
        for mark in self._marks_from(start):
            if mark.kind == "superscript" and (mark.start, mark.end) == (start, end):
                before = first - self._origin_before(start, first)
                after = self._origin_after(end, last) - last
                return Span(first - min(before, after), last + after)
            if mark.kind == "emphasis" and mark.start == start and mark.end < end:
                first = self._origin_before(start, first)
        return Span(first, last)

    def _marks_from(self, start: int) -> list[Mark]:
        """Return the marks that begin at a position."""
        marks = self.paragraph.marks
        first = bisect_left(marks, start, key=lambda mark: mark.start)
        last = bisect_right(marks, start, key=lambda mark: mark.start)
        return [*marks[first:last]]

    def _origin_before(self, start: int, fallback: int) -> int:
        """Return where the markup before a character begins in the part."""
        return self.paragraph.span(start - 1, start).end if start else fallback

    def _origin_after(self, end: int, fallback: int) -> int:
        """Return where the markup after a character ends in the part."""
        if end >= len(self.text):
            return fallback
        return self.paragraph.span(end, end + 1).start

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

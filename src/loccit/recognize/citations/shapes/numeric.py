"""Numbers of a numbered list: "[1, 3-5]", "(2)", superscripts."""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.recognize.citations.essay import CitingEssay
from loccit.recognize.citations.passage import Passage
from loccit.recognize.citations.possible import Possible, PossibleCite
from loccit.recognize.citations.reading.locators import read_locator

_SQUARE, _ROUND, _RAISED = 0.0, -2.5, -1.0
_NUMBER = r"\d{1,3}(?:\s?[-–—]\s?\d{1,3})?"
_NUMBERS = regex(rf"\s*({_NUMBER}(?:\s?[,;]\s?{_NUMBER})*)\s*(?=,\s*[^\W\d_]|\Z)")
_ONE = regex(r"(\d{1,3})(?:\s?[-–—]\s?(\d{1,3}))?")
#: More numbers than so many are a range of something else.
_MOST = 30
_UNICODE = regex(r"[¹²³⁰⁴-⁹]+(?:[,⁻–-][¹²³⁰⁴-⁹]+)*")
_TO_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_LONGEST = 60


def find(passage: Passage, essay: CitingEssay) -> Iterator[Possible]:
    """Yield brackets and superscripts that have nothing but numbers."""
    if not essay.entries:
        return
    yield from _in_brackets(passage)
    yield from _raised(passage)


def _in_brackets(passage: Passage) -> Iterator[Possible]:
    text = passage.text
    for bracket in passage.brackets:
        start, end = bracket.start + 1, bracket.end - 1
        if end - start > _LONGEST:
            continue
        found = _NUMBERS.match(text, start, end)
        if not found:
            continue
        prior = _SQUARE if bracket.is_square else _ROUND
        cites = list(_cites(found[1], start, end))
        if found.end() < end:
            place = read_locator(text, found.end(), end)
            if place is None or place.end < end:
                continue
            cites[-1] = cites[-1]._replace(locator=place.locator)
        if cites:
            yield Possible(
                passage, "numeric", bracket.start, bracket.end, tuple(cites), prior
            )


def _raised(passage: Passage) -> Iterator[Possible]:
    text = passage.text
    for mark in passage.paragraph.marks:
        if mark.kind == "superscript":
            yield from _raised_at(passage, mark.start, mark.end)
    for found in _UNICODE.finditer(text):
        if not passage.is_verbatim(found.start()):
            yield from _raised_at(passage, found.start(), found.end())


def _raised_at(passage: Passage, start: int, end: int) -> Iterator[Possible]:
    digits = passage.text[start:end].translate(_TO_DIGITS).strip("[]() ")
    found = _NUMBERS.match(digits)
    if found and found.end() == len(digits):
        cites = tuple(_cites(digits, start, end))
        if cites:
            yield Possible(passage, "numeric", start, end, cites, _RAISED)


def _cites(numbers: str, start: int, end: int) -> Iterator[PossibleCite]:
    for found in _ONE.finditer(numbers):
        first = int(found[1])
        last = int(found[2] or first)
        if last - first > _MOST:
            return
        for number in range(first, last + 1):
            yield PossibleCite(start, end, number=str(number))

"""Numbers of a numbered list: "[1, 3-5]", "[1]–[3]", "(2)", superscripts."""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.model import Locator
from loccit.recognize.citations.essay import CitingEssay
from loccit.recognize.citations.passage import Passage
from loccit.recognize.citations.possible import Possible, PossibleCite
from loccit.recognize.citations.reading.locators import read_locator

_SQUARE, _ROUND, _RAISED = 0.0, -2.5, -1.0
_NUMBER = r"\d{1,3}(?:\s?[-–—]\s?\d{1,3})?"
_NUMBERS = regex(rf"\s*({_NUMBER}(?:\s?[,;]\s?{_NUMBER})*)\s*(?=[,:]\s*\S|\Z)")
_ONE = regex(r"(\d{1,3})(?:\s?[-–—]\s?(\d{1,3}))?")
#: What follows the number of a work: "[7, eq. (7)]", "[7: 345]".
_PLACE = regex(
    r"(?::|,\s*(?:[^\W\d_]{1,10}\.?|§+|¶+))\s*(?:[(\d]|[IVX]+\b)[^\[\]]{0,30}\Z"
)
#: More numbers than so many are a range of something else.
_MOST = 30
_UNICODE = regex(r"[¹²³⁰⁴-⁹]+(?:[,⁻–-][¹²³⁰⁴-⁹]+)*")
_TO_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_LONGEST = 60
#: What joins brackets: "[1], [2]" and "[1]–[3]".
_JOINT = regex(r"[ \n]?[,;–—-]?[ \n]?\Z")
_DASHES = "-–—"


class _Numbers(NamedTuple):
    """The numbers in one pair of brackets."""

    start: int
    end: int
    is_square: bool
    numbers: tuple[int, ...]
    locator: Locator | None = None


def find(passage: Passage, essay: CitingEssay) -> Iterator[Possible]:
    """Yield brackets and superscripts that have nothing but numbers."""
    if not essay.entries:
        return
    group: list[_Numbers] = []
    for each in _in_brackets(passage):
        if group and not _are_joined(passage.text, group[-1], each):
            yield _possible(passage, group)
            group = []
        group.append(each)
    if group:
        yield _possible(passage, group)
    yield from _raised(passage)


def _in_brackets(passage: Passage) -> Iterator[_Numbers]:
    text = passage.text
    for bracket in passage.round_and_square:
        start, end = bracket.start + 1, bracket.end - 1
        if end - start > _LONGEST:
            continue
        found = _NUMBERS.match(text, start, end)
        if not found:
            continue
        place = None
        if found.end() < end:
            if not _PLACE.match(text, found.end(), end):
                continue
            place = read_locator(text, found.end(), end)
        if numbers := _listed(found[1]):
            locator = place.locator if place else None
            is_square = bracket.is_square
            yield _Numbers(bracket.start, bracket.end, is_square, numbers, locator)


def _are_joined(text: str, first: _Numbers, second: _Numbers) -> bool:
    if not (first.is_square and second.is_square) or second.start < first.end:
        return False
    return _JOINT.match(text, first.end, second.start) is not None


def _possible(passage: Passage, group: list[_Numbers]) -> Possible:
    prior = _SQUARE if group[0].is_square else _ROUND
    cites: list[PossibleCite] = []
    end = group[0].start
    for each in group:
        joint = passage.text[end : each.start].strip()
        if joint and joint in _DASHES:
            between = range(int(cites[-1].number) + 1, each.numbers[0])
            cites += _cites(tuple(between)[:_MOST], each.start, each.end)
        cites += _cites(each.numbers, each.start + 1, each.end - 1)
        cites[-1] = cites[-1]._replace(locator=each.locator)
        end = each.end
    return Possible(passage, "numeric", group[0].start, end, tuple(cites), prior)


def _raised(passage: Passage) -> Iterator[Possible]:
    for mark in passage.paragraph.marks:
        if mark.kind == "superscript":
            yield from _raised_at(passage, mark.start, mark.end)
    for found in _UNICODE.finditer(passage.text):
        if not passage.is_verbatim(found.start()):
            yield from _raised_at(passage, found.start(), found.end())


def _raised_at(passage: Passage, start: int, end: int) -> Iterator[Possible]:
    digits = passage.text[start:end].translate(_TO_DIGITS).strip("[]() ")
    found = _NUMBERS.match(digits)
    if found and found.end() == len(digits):
        cites = tuple(_cites(_listed(digits), start, end))
        if cites:
            yield Possible(passage, "numeric", start, end, cites, _RAISED)


def _listed(numbers: str) -> tuple[int, ...]:
    """Return each number, those within ranges, too; none if a range is too long."""
    listed: list[int] = []
    for found in _ONE.finditer(numbers):
        first = int(found[1])
        last = int(found[2] or first)
        if last - first > _MOST:
            return ()
        listed += range(first, last + 1)
    return tuple(listed)


def _cites(numbers: tuple[int, ...], start: int, end: int) -> Iterator[PossibleCite]:
    for number in numbers:
        yield PossibleCite(start, end, number=str(number))

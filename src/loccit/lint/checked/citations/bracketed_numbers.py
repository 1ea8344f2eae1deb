"""Numbers in square brackets that may cite the entries of a list without numbers."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.essays.mapped_text import MappedText
from loccit.lint.checked.essay import CheckedEssay
from loccit.lint.checked.prose import found_in_prose

_AUTHOR_DATE = frozenset(["parenthetical", "narrative"])
#: Numbers in square brackets after a word, as in an essay that has no numbered list.
_NUMBER = regex(
    r"(?:(?<=[\w.,;%”\"’)])\s|(?<=[a-z]{2}))(\[\d{1,3}(?:\s?[,;–-]\s?\d{1,3})*\])(?![(:\w])"
)
#: What is in programs, not in prose.
_CODE = regex(r"<-|[{}]|\w\(\w*\)|[;{}]\s*$|\w\[\w+\]\s?=")
_DIGITS = regex(r"\d+")
_RANGE = regex(r"(\d+)\s?[–-]\s?(\d+)")
_NEAR = 40


class BracketedNumbers(NamedTuple):
    """Numbers in square brackets, `mapped.text[start:end]`."""

    mapped: MappedText
    start: int
    end: int

    @property
    def text(self) -> str:
        """The characters, with the brackets."""
        return self.mapped.text[self.start : self.end]

    @property
    def numbers(self) -> frozenset[int]:
        """The numbers: those of "[2, 4–6]" are 2, 4, 5, and 6."""
        found = {int(number) for number in _DIGITS.findall(self.text)}
        for first, last in _RANGE.findall(self.text):
            found.update(range(int(first), int(last)))
        return frozenset(found)


@lru_cache(maxsize=1)  # several rules ask for those of one essay
def bracketed_numbers(essay: CheckedEssay) -> Sequence[BracketedNumbers]:
    """Return numbers in square brackets that entries of the list may have."""
    found = []
    for each in found_in_prose(essay, _NUMBER):
        place = BracketedNumbers(each.mapped, *each.match.span(1))
        around = each.mapped.text[max(0, place.start - _NEAR) : place.end + _NEAR]
        are_listed = all(1 <= one <= len(essay.entries) for one in place.numbers)
        if are_listed and not _CODE.search(around):
            found.append(place)
    return found


def authors_and_dates(essay: CheckedEssay) -> int:
    """Return how many citations are by author and date."""
    return sum(each.mode in _AUTHOR_DATE for each in essay.citations)


def cited_by_number(essay: CheckedEssay) -> frozenset[int]:
    """Return which entries, from 0, such numbers cite; none where more citations are by
    author and date.
    """
    found = bracketed_numbers(essay)
    if len(found) <= authors_and_dates(essay):
        return frozenset()
    return frozenset(number - 1 for each in found for number in each.numbers)

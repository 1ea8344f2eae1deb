"""Years that are not of a work: of a life, a war, a reign, of what is yet to come."""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.recognize.citations.essay import CitingEssay
from loccit.recognize.citations.judge.evidence import Evidence
from loccit.recognize.citations.possible import Possible, PossibleCite
from loccit.recognize.typed_citation import Reason

_RANGE = regex(r"(\d{4})\s?[-–]\s?(\d{2,4})\Z")
#: A work of several volumes appears within so many years; a war may.
_SHORT, _LONG = 1, 12
#: What people write before the years of a life or an office.
_LIFE = regex(
    r"(?i)(?:\b(?:born|died|b\.|d\.|r\.|reigned?|ruled|fl\.|active|aged?|founded|est\."
    r"|established|geb\.|gest\.|né|née|nacido|nacida|m\.)|[*†])\s*\Z"
)
_FIRST_OLD_YEAR, _LAST_YEAR = 1500, 2035


def weigh(possible: Possible, essay: CitingEssay) -> Iterator[Evidence]:
    """Look at the years of the cites."""
    text = possible.passage.text
    for cite in possible.cites:
        if weight := _of_range(cite, essay):
            yield Evidence(weight, Reason("range-of-years", "it is a range of years"))
        before = text[max(0, cite.start - 20) : cite.start]
        prefix = cite.read.prefix if cite.read else ""
        if cite.year and (_LIFE.search(before) or _LIFE.search(prefix)):
            reason = Reason("life", "the years are of a life or the like")
            yield Evidence(-4.0, reason)
        if _is_no_year_of_works(cite):
            reason = Reason("unlikely-year", "hardly a work is of that year")
            yield Evidence(-4.0, reason)


def _of_range(cite: PossibleCite, essay: CitingEssay) -> float:
    found = _RANGE.search(cite.year)
    if not found or essay.lists_with_year(cite):
        return 0.0
    first, last = found.groups()
    years = int(first[: len(first) - len(last)] + last) - int(first)
    if not 0 < years <= _LONG:
        return -12.0
    return 0.0 if years <= _SHORT or essay.lists(cite) else -6.0


def _is_no_year_of_works(cite: PossibleCite) -> bool:
    last = cite.year[-len("2001") :]
    if not last.isdecimal():
        return False
    return not _FIRST_OLD_YEAR <= int(last) <= _LAST_YEAR

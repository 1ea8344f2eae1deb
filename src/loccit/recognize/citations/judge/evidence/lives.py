"""Years that are not of a work: of a life, a war, a reign, of what is yet to come."""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.recognize.citations.essay import CitingEssay
from loccit.recognize.citations.judge.evidence import Evidence
from loccit.recognize.citations.possible import Possible, PossibleCite
from loccit.recognize.typed_citation import Reason

_RANGE = regex(r"(\d{4})\s?[-–]\s?(\d{2,4})\Z")
#: Works of several volumes appear within so many years.
_LONGEST_EDITION = 6
#: What people write before the years of a life or an office.
_LIFE = regex(
    r"(?i)(?:\b(?:born|died|b\.|d\.|r\.|reigned?|ruled|fl\.|active|aged?|founded|est\."
    r"|established|geb\.|gest\.|né|née|nacido|nacida|m\.)|[*†])\s*\Z"
)
_FIRST_OLD_YEAR, _LAST_YEAR = 1500, 2035


def weigh(possible: Possible, essay: CitingEssay) -> Iterator[Evidence]:
    """Look at the years of the cites."""
    for cite in possible.cites:
        text = possible.passage.text
        if _is_long_range(cite.year):
            yield Evidence(-6.0, Reason("range-of-years", "it is a range of years"))
        if cite.year and _LIFE.search(text[max(0, cite.start - 20) : cite.start]):
            yield Evidence(-4.0, Reason("life", "the years are of a life or the like"))
        if cite.read and _LIFE.search(cite.read.prefix):
            yield Evidence(-4.0, Reason("life", "the years are of a life or the like"))
        if _is_no_year_of_works(cite):
            yield Evidence(
                -4.0, Reason("unlikely-year", "hardly a work is of that year")
            )


def _is_long_range(year: str) -> bool:
    found = _RANGE.search(year)
    if not found:
        return False
    first, last = found.groups()
    last = first[: len(first) - len(last)] + last
    return not 0 < int(last) - int(first) <= _LONGEST_EDITION


def _is_no_year_of_works(cite: PossibleCite) -> bool:
    last = cite.year[-len("2001") :]
    if not last.isdecimal():
        return False
    return not _FIRST_OLD_YEAR <= int(last) <= _LAST_YEAR

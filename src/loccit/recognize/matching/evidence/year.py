"""The year, which people mistype or take from another edition."""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.recognize.matching.asked import Asked
from loccit.recognize.matching.choice import REPAIRED, Evidence
from loccit.recognize.matching.work import Work
from loccit.recognize.typed_citation import Reason

#: Words for a year to come: "in press", "forthcoming", "im Druck", "en prensa".
_WILL_APPEAR = regex(r"(?i)press|forth|coming|druck|print|prep|submitted|stampa|prensa")

_SAME = 3.0
_OFF_BY_ONE = -2.3
_OFF_BY_TWO = -3.0
_MISTYPED = -3.0
_IN_ENTRY = -1.5
_OTHER = -6.0
_UNKNOWN = -0.5
_BOTH_UNDATED = 2.5
_UNDATED_HERE = -1.5
_UNDATED_THERE = -3.0
#: What is forthcoming is rarely what the list has with a year.
_FORTHCOMING = -6.0
#: A year that differs this much makes the match a question.
_DOUBTFUL = 0.9


def year(asked: Asked, work: Work) -> Iterator[Evidence]:
    """Yield evidence of the year."""
    if asked.is_undated:
        yield _undated(asked, work)
    elif not asked.years:
        return
    elif not work.years:
        yield _missing(asked, work)
    else:
        yield _compared(asked.years, work)


def _undated(asked: Asked, work: Work) -> Evidence:
    if work.years:
        text = f"there it is dated {work.years[0]}"
        forthcoming = _WILL_APPEAR.search(asked.cite.year)
        points = _FORTHCOMING if forthcoming else _UNDATED_HERE
        return Evidence(points, Reason("dated-in-list", text), REPAIRED)
    return Evidence(_BOTH_UNDATED, Reason("both-undated", "neither has a year"))


def _missing(asked: Asked, work: Work) -> Evidence:
    if asked.years[0] in work.years_in_text:
        text = f"its entry has the year {asked.years[0]} in another place"
        return Evidence(_SAME - 1, Reason("year-in-entry", text), REPAIRED)
    if work.is_undated:
        text = "there it is without a date"
        return Evidence(_UNDATED_THERE, Reason("undated-in-list", text), REPAIRED)
    text = "the list does not say the year"
    return Evidence(_UNKNOWN, Reason("no-year-in-list", text), REPAIRED)


def _compared(typed: tuple[int, ...], work: Work) -> Evidence:
    if set(typed) & set(work.years):
        return Evidence(_SAME, Reason("same-year", "the year agrees"))
    apart = min(abs(one - other) for one in typed for other in work.years)
    reason = Reason("other-year", f"there it has the year {work.years[0]}")
    if work.years_in_text & set(typed):
        text = f"its entry has {typed[0]} as another year than {work.years[0]}"
        return Evidence(_IN_ENTRY, Reason("year-in-entry", text), _DOUBTFUL)
    if apart == 1:
        return Evidence(_OFF_BY_ONE, reason, _DOUBTFUL)
    if apart == 2:
        return Evidence(_OFF_BY_TWO, reason, _DOUBTFUL)
    if any(_is_mistyped(str(one), str(other)) for one in typed for other in work.years):
        return Evidence(_MISTYPED, reason, _DOUBTFUL)
    return Evidence(_OTHER, reason, _DOUBTFUL)


def _is_mistyped(typed: str, year: str) -> bool:
    """Return whether a digit was lost, or two were typed in the wrong order."""
    if len(typed) == 3:
        return any(year[:place] + year[place + 1 :] == typed for place in range(4))
    return typed != year and sorted(typed) == sorted(year) and typed[:2] != year[:2]

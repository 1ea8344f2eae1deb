"""Choose what to show of the figures: bar charts, each with a note below it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from loccit._startup.namedtuple import NamedTuple
from loccit.workspace.statistics.count import Statistics

#: More bars can't be taken in at a glance.
MOST_BARS = 12
#: So many years, or decades, are listed one by one, without a gap.
_MOST_PERIODS = 20
#: So many keys are named; of more, only their number.
_MOST_KEYS = 10


#: A label, and its number.
Bar: TypeAlias = tuple[str, int]


class Chart(NamedTuple):
    """Bars below a title; `note` is a sentence, or empty."""

    title: str
    bars: Sequence[Bar]
    note: str = ""


def heading(statistics: Statistics) -> str:
    """Return what was counted.

    >>> from loccit.bibliography import open_library
    >>> from loccit.workspace.statistics import statistics_of
    >>> heading(statistics_of(open_library([]), None))
    '0 sources'
    """
    sources = counted(statistics.sources, "source")
    if statistics.essays is None:
        return sources
    essays = counted(statistics.essays, "essay")
    return f"{sources}, {essays}"


def counted(number: int, noun: str) -> str:
    """Return a number with its noun.

    >>> counted(1, "source"), counted(1500, "source")
    ('1 source', '1,500 sources')
    """
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def charts_of(statistics: Statistics) -> list[Chart]:
    """Return the charts that have something to show."""
    charts = [
        Chart("Years", _years(statistics)),
        Chart("Types", _most(statistics.types, "no type")),
    ]
    if any(statistics.languages):
        languages = _most(statistics.languages, "not given")
        charts.append(Chart("Languages", languages))
    if statistics.essays:
        cited = list(statistics.cited.items())[:MOST_BARS]
        charts.append(Chart("Most cited", cited, _unused(statistics)))
    if statistics.problems:
        problems = _most(statistics.problems, "")
        charts.append(Chart("Problems", problems, _with_problems(statistics)))
    return [chart for chart in charts if chart.bars or chart.note]


def _with_problems(statistics: Statistics) -> str:
    sources = counted(statistics.sources, "source")
    return f"In {statistics.with_problems:,} of {sources}; `loccit check` lists them."


def _years(statistics: Statistics) -> list[Bar]:
    bars = _periods(statistics.dated())
    undated = statistics.years[None]
    if undated:
        bars.append(("no date", undated))
    return bars


def _periods(years: Mapping[int, int]) -> list[Bar]:
    """Return the years, decades or centuries from the first to the last, in the
    smallest unit of which there are few.

    >>> _periods({2010: 1, 2012: 3})
    [('2010', 1), ('2011', 0), ('2012', 3)]
    >>> _periods({1989: 1, 2012: 3})[0]
    ('1980–1989', 1)
    """
    if not years:
        return []
    first = min(years)
    last = max(years)
    unit = 1
    while last // unit - first // unit >= _MOST_PERIODS:
        unit *= 10
    counts: Counter[int] = Counter()
    for year, count in years.items():
        counts[year // unit] += count
    return [
        (_period(number * unit, unit), counts[number])
        for number in range(first // unit, last // unit + 1)
    ]


def _period(start: int, length: int) -> str:
    """Return the name of the years from `start` on; in CSL those before the common era
    are negative.

    >>> _period(1990, 10), _period(-400, 100), _period(-44, 1)
    ('1990–1999', '400–301 BCE', '44 BCE')
    """
    before_our_era = start < 0
    years = {abs(start), abs(start + length - 1)}
    name = "–".join(map(str, sorted(years, reverse=before_our_era)))
    return f"{name} BCE" if before_our_era else name


def _most(counts: Counter[str], unnamed: str) -> list[Bar]:
    """Return the largest numbers, and the sum of the others."""
    bars = [(name or unnamed, count) for name, count in counts.most_common()]
    others = bars[MOST_BARS:]
    if not others:
        return bars
    rest = sum(count for _, count in others)
    return [*bars[:MOST_BARS], (counted(len(others), "other"), rest)]


def _unused(statistics: Statistics) -> str:
    keys = statistics.unused
    if not keys:
        return "All are cited or listed."
    if len(keys) == statistics.sources:
        return "None is cited."
    named = ", ".join(keys[:_MOST_KEYS])
    more = len(keys) - _MOST_KEYS
    if more > 0:
        named = f"{named} and {more:,} more"
    sources = counted(statistics.sources, "source")
    return f"Never cited: {named} ({len(keys):,} of {sources})."

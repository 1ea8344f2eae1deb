"""What of the figures is shown: charts of bars, each with what is to be said below it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from loccit.workspace.statistics.count import Statistics

#: A chart of more bars is no longer taken in at a glance.
MOST_BARS = 12
#: So many years, or decades, stand below each other without a gap.
_MOST_PERIODS = 20
#: Keys that are named; beyond it they are counted.
_MOST_KEYS = 10


class Chart(NamedTuple):
    """Bars, each a label and its number; `note` is a sentence, or empty."""

    title: str
    bars: Sequence[tuple[str, int]]
    note: str = ""


def heading(statistics: Statistics) -> str:
    """What was counted.

    >>> from loccit.bibliography import open_library
    >>> from loccit.workspace.statistics import statistics_of
    >>> heading(statistics_of(open_library([]), None))
    '0 sources'
    """
    return counted(statistics.sources, "source") + (
        "" if statistics.essays is None else f", {counted(statistics.essays, 'essay')}"
    )


def counted(number: int, noun: str) -> str:
    """A number with its noun, `3 sources`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def charts_of(statistics: Statistics) -> list[Chart]:
    """The charts that have something to show."""
    years = {
        year: count for year, count in statistics.years.items() if year is not None
    }
    bars = _periods(years)
    if undated := statistics.years[None]:
        bars.append(("no date", undated))
    charts = [Chart("Years", bars), Chart("Types", _most(statistics.types, "no type"))]
    if any(statistics.languages):
        charts.append(Chart("Languages", _most(statistics.languages, "not said")))
    if statistics.essays:
        charts.append(
            Chart(
                "Most cited",
                list(statistics.cited.items())[:MOST_BARS],
                _unused(statistics),
            )
        )
    if statistics.problems:
        note = f"In {statistics.with_problems:,} of {counted(statistics.sources, 'source')}; `loccit check` tells them."
        charts.append(Chart("Problems", _most(statistics.problems, ""), note))
    return [chart for chart in charts if chart.bars or chart.note]


def _periods(years: Mapping[int, int]) -> list[tuple[str, int]]:
    """The years, decades, centuries ... from the first to the last, in the smallest
    unit of which there are few.

    >>> _periods({2010: 1, 2012: 3})
    [('2010', 1), ('2011', 0), ('2012', 3)]
    >>> _periods({1989: 1, 2012: 3})[0]
    ('1980–1989', 1)
    """
    if not years:
        return []
    first, last, unit = min(years), max(years), 1
    while last // unit - first // unit >= _MOST_PERIODS:
        unit *= 10
    counts: Counter[int] = Counter()
    for year, count in years.items():
        counts[year // unit] += count
    return [
        (_period(n * unit, unit), counts[n])
        for n in range(first // unit, last // unit + 1)
    ]


def _period(start: int, length: int) -> str:
    """What the years from `start` on are called; those before the common era are
    negative in CSL.

    >>> _period(1990, 10), _period(-400, 100), _period(-44, 1)
    ('1990–1999', '400–301 BCE', '44 BCE')
    """
    years = sorted({abs(start), abs(start + length - 1)}, reverse=start < 0)
    return "–".join(map(str, years)) + " BCE" * (start < 0)


def _most(counts: Counter[str], unnamed: str) -> list[tuple[str, int]]:
    """The largest numbers, and the sum of the others."""
    ordered = [(name or unnamed, count) for name, count in counts.most_common()]
    shown, others = ordered[:MOST_BARS], ordered[MOST_BARS:]
    return (
        [*shown, (counted(len(others), "other"), sum(count for _, count in others))]
        if others
        else shown
    )


def _unused(statistics: Statistics) -> str:
    keys = statistics.unused
    if not keys:
        return "All are cited or listed."
    if len(keys) == statistics.sources:
        return "None is cited."
    more = len(keys) - _MOST_KEYS
    named = ", ".join(keys[:_MOST_KEYS]) + (f" and {more:,} more" if more > 0 else "")
    return f"Never cited: {named} ({len(keys):,} of {counted(statistics.sources, 'source')})."

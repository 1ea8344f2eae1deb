"""What is shown of the figures."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loccit.bibliography import open_library
from loccit.workspace.statistics import (
    Chart,
    Statistics,
    charts_of,
    heading,
    statistics_of,
)


def statistics(years: Mapping[int, int]) -> Statistics:
    items = [
        {"id": f"k{year}n{n}", "type": "book", "issued": {"date-parts": [[year]]}}
        for year, count in years.items()
        for n in range(count)
    ]
    return statistics_of(open_library([], items), None)


def years(counts: Mapping[int, int]) -> list[tuple[str, int]]:
    return list(charts_of(statistics(counts))[0].bars)


@pytest.mark.parametrize(
    ("counts", "first", "last", "number"),
    [
        ({2010: 2}, ("2010", 2), ("2010", 2), 1),
        ({2001: 1, 2020: 3}, ("2001", 1), ("2020", 3), 20),
        ({2000: 1, 2020: 3}, ("2000–2009", 1), ("2020–2029", 3), 3),
        ({1789: 1, 2020: 1}, ("1700–1799", 1), ("2000–2099", 1), 4),
        ({-380: 1, 2020: 1}, ("1000–1 BCE", 1), ("2000–2999", 1), 4),
        ({-44: 1, 43: 1}, ("50–41 BCE", 1), ("40–49", 1), 10),
    ],
)
def test_periods(
    counts: dict[int, int], first: tuple[str, int], last: tuple[str, int], number: int
) -> None:
    bars = years(counts)
    assert (bars[0], bars[-1], len(bars)) == (first, last, number)


@given(
    st.dictionaries(
        st.integers(-99999, 99999).filter(bool),
        st.integers(1, 3),
        min_size=1,
        max_size=8,
    )
)
def test_every_source_is_in_one_of_a_few_periods(counts: dict[int, int]) -> None:
    bars = years(counts)
    assert sum(number for _, number in bars) == sum(counts.values())
    assert len(bars) <= 20
    assert len({label for label, _ in bars}) == len(bars)


def test_undated_sources_come_last() -> None:
    library = open_library(
        [], [{"id": "a", "type": "book"}, {"id": "b", "type": "book", "issued": "1999"}]
    )
    assert charts_of(statistics_of(library, None))[0].bars == [
        ("1999", 1),
        ("no date", 1),
    ]


def test_a_long_tail_is_summed_up() -> None:
    items = [
        {"id": f"k{n}", "type": "book", "language": f"x-{n:02}"} for n in range(15)
    ]
    charts = {
        chart.title: chart
        for chart in charts_of(statistics_of(open_library([], items), None))
    }
    languages = charts["Languages"]
    assert (languages.bars[0], languages.bars[-1], len(languages.bars)) == (
        ("x-00", 1),
        ("3 others", 3),
        13,
    )


def test_an_empty_library_has_no_charts() -> None:
    empty = statistics_of(open_library([]), None)
    assert (heading(empty), charts_of(empty)) == ("0 sources", [])


def test_what_is_never_cited_is_named_as_far_as_it_is_few() -> None:
    base = statistics({2000: 13})
    assert _note(base, unused=("a", "b")) == "Never cited: a, b (2 of 13 sources)."
    assert (
        _note(base, unused=tuple("abcdefghijkl"))
        == "Never cited: a, b, c, d, e, f, g, h, i, j and 2 more (12 of 13 sources)."
    )
    assert _note(base, unused=tuple("abcdefghijklm")) == "None is cited."
    assert _note(base, unused=()) == "All are cited or listed."


def _note(base: Statistics, unused: tuple[str, ...]) -> str:
    from loccit._startup.dataclass import replace

    [cited] = [
        chart
        for chart in charts_of(replace(base, essays=1, unused=unused))
        if chart.title == "Most cited"
    ]
    assert isinstance(cited, Chart)
    return cited.note

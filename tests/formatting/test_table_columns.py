"""Tables drawn in columns: what is said where a citation moves the cells behind it."""

from __future__ import annotations

import pytest

import loccit

GRID = """\
+----------+------+
| a        | b    |
+==========+======+
| [@doe]   | c    |
+----------+------+
"""
MULTILINE = """\
---------- ------
 a          b
---------- ------
 [@doe]     c

 d          [@doe]
---------- ------
"""
SIMPLE = """\
a       b
------- -------
[@doe]  c
d       [@doe]
"""
PIPE = """\
| a      | b |
|--------|---|
| [@doe] | c |
"""


def formatted(text: str, style: str = "apa") -> loccit.FormattedEssay:
    doe = {
        "id": "doe",
        "type": "book",
        "title": "The Book",
        "author": [{"family": "Doer"}],
        "issued": "2001",
    }
    essay = loccit.read_essay(text.encode())
    return loccit.format_essay(
        essay, loccit.open_library([], [doe]), loccit.Settings(csl=style)
    )


def findings(result: loccit.FormattedEssay) -> list[tuple[str, int, int]]:
    return [
        (problem.rule, problem.place.line, problem.place.column)
        for problem in result.problems
    ]


@pytest.mark.parametrize("style", ["apa", "chicago-notes-bibliography"])
@pytest.mark.parametrize(
    ("table", "places"),
    [(GRID, [(4, 3)]), (MULTILINE, [(4, 2)]), (SIMPLE, [(3, 1)]), (PIPE, [])],
    ids=["grid", "multiline", "simple", "pipe"],
)
def test_cells_behind_a_citation_are_moved(
    table: str, places: list[tuple[int, int]], style: str
) -> None:
    assert findings(formatted(table, style)) == [
        ("table-width", *place) for place in places
    ]


def test_what_is_as_wide_moves_nothing() -> None:
    result = formatted(GRID, "modern-language-association")
    assert "| (Doer)   | c    |" in result.text
    assert not findings(result)


def test_a_caption_is_no_cell() -> None:
    assert not findings(
        formatted(f"{SIMPLE.replace('[@doe]', 'e     ')}\n: Caption [@doe] and more.\n")
    )


@pytest.mark.parametrize("style", ["apa", "chicago-notes-bibliography"])
def test_a_citation_over_lines_of_a_cell_stays(style: str) -> None:
    table = GRID.replace(
        "| [@doe]   | c    |", "| [@doe,   | c    |\n| p. 3].   | d    |"
    )
    result = formatted(table, style)
    assert result.text.startswith(table)
    assert findings(result) == [("citation-over-table-lines", 4, 3)]
    assert [entry.key for entry in result.bibliography] == ["doe"]


def test_a_mark_at_the_start_of_a_line_takes_nothing_from_the_line_before() -> None:
    table = GRID.replace(
        "| [@doe]   | c    |", "| So       | c    |\n| [@doe].  | d    |"
    )
    assert (
        "| So       | c    |\n| [^1].  | d    |"
        in formatted(table, "chicago-notes-bibliography").text
    )

"""Problems of citations begin and end where the key, or the citation, does."""

from __future__ import annotations

import pytest

import loccit
from loccit.model import Problem

LIBRARY = [{"id": "doe", "type": "book", "title": "A"}]


def range_of(problem: Problem) -> str:
    start, end = problem.place, problem.end
    assert end
    return f"{start.line}:{start.column}-{end.line}:{end.column}"


@pytest.mark.parametrize(
    ("essay", "rule", "expected"),
    [
        ("So [see @doe; -@roe, p. 3].", "unknown-key", "1:16-1:20"),
        ("Ä\nSo @{roe 99} says.", "unknown-key", "2:4-2:13"),
        ("---\nnocite: '@roe'\n---\n", "unknown-key", "2:10-2:14"),
        ("So [@doe, and @roe99 too].", "key-in-affix", "1:15-1:21"),
    ],
)
def test_the_range_of_a_key(essay: str, rule: str, expected: str) -> None:
    library = loccit.open_library([], LIBRARY)
    result = loccit.format_essay(loccit.read_essay(essay.encode()), library)
    found = [problem for problem in result.problems if problem.rule == rule]
    assert [range_of(problem) for problem in found] == [expected]

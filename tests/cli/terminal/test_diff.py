"""The diffs that commands show: those of difflib where that is quick, and right where
it is not.
"""

from __future__ import annotations

import difflib
import random
import re
import time
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from loccit.cli.terminal.diff import unified_diff

LINES = st.lists(
    st.sampled_from(["a", "b", "c", "}", "", "only once", "and this", "--- x", "+y"]),
    max_size=12,
)


def patched(before: list[str], diff: list[str]) -> list[str]:
    """What `patch` makes of a text: every line of a hunk has to be where the hunk says."""
    after: list[str] = []
    done = 0
    for line in diff[2:]:
        if hunk := re.match(r"@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@$", line):
            start = int(hunk[1]) - (hunk[2] != "0")
            after += before[done:start]
            assert len(after) == int(hunk[3]) - (hunk[4] != "0")
            done = start
        elif line.startswith("+"):
            after.append(line[1:])
        else:
            assert before[done] == line[1:]
            done += 1
            after += [line[1:]] * line.startswith(" ")
    return after + before[done:]


@given(LINES, LINES)
def test_the_diff_leads_from_one_text_to_the_other(
    before: list[str], after: list[str]
) -> None:
    diff = list(unified_diff(before, after, "old", "new"))
    assert patched(before, diff) == after
    assert bool(diff) == (before != after)


@given(
    st.lists(st.text("abcdefgh", min_size=1, max_size=3), unique=True, max_size=20),
    st.data(),
)
def test_it_is_as_short_as_that_of_difflib(
    before: list[str], data: st.DataObject
) -> None:
    after = [line for line in before if data.draw(st.booleans())]
    expected = list(difflib.unified_diff(before, after, "old", "new", lineterm=""))
    assert list(unified_diff(before, after, "old", "new")) == expected


def test_a_change_in_every_entry_of_a_large_library_is_shown_in_seconds() -> None:
    entry = "@book{{k{n},\n  title = {{T{n}}},\n  pages = {{1{dash}2}},\n  journal = {{J}}\n}}\n"
    before, after = (
        "".join(entry.format(n=n, dash=dash) for n in range(10_000)).splitlines()
        for dash in ("-", "--")
    )
    start = time.process_time()
    diff = list(unified_diff(before, after, "old", "new"))
    assert time.process_time() - start < 10
    assert sum(line == "+  pages = {1--2}," for line in diff) == 10_000
    assert patched(before, diff) == after


def test_what_is_all_in_another_order_is_shown_too() -> None:
    before = [f"line {n}" for n in range(20_000)]
    after = random.Random(1).sample(before, len(before))
    assert patched(before, list(unified_diff(before, after, "old", "new"))) == after


def test_lines_that_stay_are_shown_round_those_that_change() -> None:
    before = [str(n) for n in range(40)]
    after = [line for line in before if line not in ("10", "30")]
    hunks = [
        number
        for number, line in enumerate(unified_diff(before, after, "o", "n"))
        if line.startswith("@@")
    ]
    assert [second - first for first, second in pairwise(hunks)] == [8]

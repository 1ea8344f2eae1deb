"""A line with carets under the words that a finding is about."""

from __future__ import annotations

from hypothesis import given as drawn
from hypothesis import strategies as st
from rich.cells import cell_len

from loccit.cli.excerpts import Excerpt
from loccit.cli.excerpts.carets import draw_carets

ROOM = 20


def test_what_is_drawn(given: str, expected: str) -> None:
    line = given.replace("→", "\t")
    start, end = line.index("["), line.index("]") - 1
    text = line.replace("[", "").replace("]", "")
    shown = draw_carets(Excerpt(text, start, end), ROOM)
    assert "\n".join(shown) == expected


@drawn(st.text(max_size=80), st.integers(0, 80), st.integers(0, 80))
def test_nothing_is_wider_than_the_room(text: str, first: int, second: int) -> None:
    start, end = sorted((min(first, len(text)), min(second, len(text))))
    line, carets = draw_carets(Excerpt(text, start, end), ROOM)
    assert cell_len(line) <= ROOM
    assert len(carets) <= ROOM + 1
    assert not any(character in line for character in "\n\r\t\x1b")

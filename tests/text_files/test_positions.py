"""Line and column of every position, and back."""

from __future__ import annotations

import codecs
import re

import pytest
from hypothesis import given as draw
from hypothesis import strategies as st

from loccit.text_files import positions
from loccit.text_files.positions import Position, Positions, Unit

UNITS: tuple[Unit, ...] = ("utf-32", "utf-16", "utf-8")

TEXTS = st.text(st.sampled_from("ab\n\ré😀"), max_size=40)


def unescape(text: str) -> str:
    r"""Replace `\n` and the like."""
    escape = r"\\(?:[nrf]|x..|u....)"
    return re.sub(escape, lambda found: codecs.decode(found[0], "unicode_escape"), text)


def test_positions(given: str, expected: str) -> None:
    before, _, after = unescape(given).partition("|")
    found = Positions(before + after)
    for unit, position in zip(UNITS, expected.split(), strict=True):
        line, column = map(int, position.split(":"))
        assert found.at(len(before), unit) == (line, column)
        assert found.offset(line, column, unit) == len(before)


def at(text: str, offset: int) -> Position:
    """The position of a character by counting."""
    lines = re.split("\r\n|\n|\r", text[:offset])
    return Position(len(lines), len(lines[-1]) + 1)


@draw(TEXTS, st.lists(st.integers(0, 40), max_size=5), st.sampled_from(UNITS))
def test_blocks_make_no_difference(text: str, offsets: list[int], unit: Unit) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(positions, "_BLOCK", 3)
        found = Positions(text)
        for offset in (offset for offset in offsets if offset <= len(text)):
            if text.startswith("\r\n", offset - 1):
                continue  # inside a line end
            assert found.at(offset) == at(text, offset)
            assert found.offset(*found.at(offset, unit), unit) == offset
            assert Positions(text).offset(*found.at(offset, unit), unit) == offset


@draw(TEXTS, st.lists(st.integers(0, 40), max_size=9))
def test_positions_of_many_are_those_of_each(text: str, offsets: list[int]) -> None:
    found = Positions(text)
    asked = sorted(offset for offset in offsets if offset <= len(text))
    each = [found.at(offset) for offset in asked]
    assert list(found.ascending(asked)) == each


@pytest.mark.parametrize("unit", UNITS)
def test_a_position_after_the_end_is_the_end(unit: Unit) -> None:
    found = Positions("ab\r\ncd")
    assert found.offset(1, 99, unit) == 2
    assert found.offset(2, 99, unit) == 6
    assert found.offset(99, 1, unit) == 6


def test_a_column_inside_a_character_is_its_start() -> None:
    assert Positions("a😀b").offset(1, 3, "utf-16") == 1
    assert Positions("aéb").offset(1, 3, "utf-8") == 1


def test_a_text_in_one_long_line() -> None:
    found = Positions("x" * 100_000 + "\n😀")
    assert found.at(99_999) == (1, 100_000)
    assert found.at(100_002, "utf-16") == (2, 3)
    assert found.offset(2, 1) == 100_001

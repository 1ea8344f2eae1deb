from __future__ import annotations

import pytest

from loccit.csl.text.punctuation import Cell, meet_all


@pytest.mark.cases("punctuation")
def test_seams(heading: str, given: str, expected: str) -> None:
    cells = [Cell(piece, closes=piece in ("”", "’")) for piece in given.split("|")]
    meet_all(cells, punctuation_in_quote=heading == "in quotes")
    assert "".join(cell.text for cell in cells) == expected


def test_fixed_text_stays_next_to_the_text_before() -> None:
    cells = [Cell("“a"), Cell("”", closes=True), Cell(", b", fixed=True)]
    meet_all(cells, punctuation_in_quote=True)
    assert cells[2].text == ", b"

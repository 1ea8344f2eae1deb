from __future__ import annotations

from loccit.csl.text.punctuation import Cell, meet_all


def test_seams(title: str, given: str, expected: str) -> None:
    cells = [Cell(piece, closes=piece in ("”", "’")) for piece in given.split("|")]
    meet_all(cells, punctuation_in_quote=title == "in quotes")
    assert "".join(cell.text for cell in cells) == expected


def test_fixed_text_stays_next_to_the_text_before() -> None:
    cells = [Cell("“a"), Cell("”", closes=True), Cell(", b", fixed=True)]
    meet_all(cells, punctuation_in_quote=True)
    assert cells[2].text == ", b"

"""How the words of a quotation are read."""

from __future__ import annotations

from hypothesis import given as examples_of
from hypothesis import strategies as st

from loccit.lint.quoted.quotation import read_quotation


def test_the_words_and_gaps_of_a_quotation(given: str, expected: str) -> None:
    quotation = read_quotation(given)
    shown = [
        f"| {word}" if index in quotation.gaps else word
        for index, word in enumerate(quotation.words)
    ]
    assert " ".join(shown) == expected.strip()


@examples_of(st.text(alphabet="ab […].-“”\xad…\0(sic)"))
def test_each_word_has_letters_and_each_gap_is_between_words(typed: str) -> None:
    quotation = read_quotation(typed)
    assert all(quotation.letters)
    assert all(0 < gap < len(quotation.words) for gap in quotation.gaps)
    assert len(quotation.pieces) == len(quotation.gaps) + 1
    assert "".join(quotation.pieces) == "".join(quotation.letters)

from __future__ import annotations

import pytest

from loccit.csl import locator_terms
from loccit.csl.locators import LOCATOR_LABELS, own_label
from loccit.model import Locator


@pytest.mark.parametrize(
    ("word", "label"),
    [
        ("p.", "page"),
        ("pp.", "page"),
        ("pages", "page"),
        ("chap.", "chapter"),
        ("§", "section"),
        ("§§", "section"),
        ("¶", "paragraph"),
        ("paras.", "paragraph"),
        ("s.v.", "sub-verbo"),
        ("sub verbo", "sub-verbo"),
        ("vol.", "volume"),
        ("n.", "note"),
        ("v.", "verse"),
        ("l.", "line"),
        ("pg.", "page"),
    ],
)
def test_english_words(word: str, label: str) -> None:
    assert locator_terms("en-US")[word] == label


def test_other_languages_have_their_own_words_and_the_english_ones() -> None:
    terms = locator_terms("de")
    assert (terms["s."], terms["kap."], terms["chap."]) == ("page", "chapter", "chapter")


def test_every_locator_of_the_specification_has_a_word() -> None:
    assert set(locator_terms("en-US").values()) >= set(LOCATOR_LABELS) - {"elocation"}


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("vol. 1, fol. 186", Locator("volume", "1, fol. 186")),
        ("12", Locator("page", "12")),
        ("xyz. 12", Locator("page", "xyz. 12")),
    ],
)
def test_a_label_within_the_value(value: str, expected: Locator) -> None:
    assert own_label(Locator("page", value), "en-US") == expected

"""English words, and names that look like some."""

from __future__ import annotations

import pytest

from loccit.values.letter_case.english_words import is_english_word


@pytest.mark.parametrize(
    "word",
    [
        "margins",
        "studies",
        "stopped",
        "hoping",
        "happily",
        "women's",
        "children’s",
        "can't",
        "intersectionality",
        "neuroplasticity",
        "heteronormativity",
        "cyberbullying",
        "postcolonial",
        "subtype",
        "incarceration",
        "internet",
    ],
)
def test_words(word: str) -> None:
    assert is_english_word(word)


@pytest.mark.parametrize(
    "word",
    [
        "hannah",
        "arendt",
        "fishman",
        "medicaid",
        "zika",
        "beck's",
        "james",
        "sanders",
        "islamophobia",
        "americanization",
        "underwood",
        "knitr",
        "armut",
        "",
    ],
)
def test_names_and_unknown_words(word: str) -> None:
    assert not is_english_word(word)

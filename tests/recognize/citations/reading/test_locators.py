"""Places in a work as people type them after a year."""

from __future__ import annotations

import pytest

from loccit.recognize.citations.reading.locators import label_of, read_locator
from loccit.recognize.citations.reading.words import words


def test_what_is_read(given: str, expected: str) -> None:
    read = read_locator(given, 0, len(given))
    if read is None:
        assert expected == "nothing"
    else:
        rest = given[read.end :]
        typed = f"{read.locator.label} | {read.locator.value} | {rest}".strip()
        assert typed == expected


@pytest.mark.parametrize("word", sorted(words().places))
def test_some_language_has_each_word(word: str) -> None:
    assert label_of(word) or label_of(f"{word}.")

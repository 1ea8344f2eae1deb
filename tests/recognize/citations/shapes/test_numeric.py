"""The shape of `numeric.py`."""

from __future__ import annotations

from loccit.bibliography import open_library
from loccit.essays import read_essay
from loccit.recognize.citations import find_citations
from tests.recognize.citations.typed import REFERENCES, entries, found_in


def test_what_is_recognized(given: str, expected: str) -> None:
    assert found_in(given, entries(REFERENCES, numbered=True)) == expected


def test_a_list_without_numbers_has_no_numeric_citations() -> None:
    assert found_in("It is so [1].", entries(REFERENCES)) == "nothing"


def test_numbers_in_round_brackets_are_sure_if_they_are_those_of_the_list() -> None:
    text = b"So it is (1), but not so (2,3). One trial was small (4)."
    paragraphs = read_essay(text).document.paragraphs
    listed = entries(REFERENCES, numbered=True)
    found = find_citations(paragraphs, listed, open_library([]))
    assert [each.confidence > 0.95 for each in found] == [True, True, True]


def test_an_essay_with_names_and_years_enumerates() -> None:
    text = (
        "Doe and Roe (2001), Alexander (2010) and Müller (2015) say: (1) it is so, "
        "(2) it is not, (3) it may be, and (4) who knows."
    )
    found = found_in(text, entries(REFERENCES, numbered=True))
    assert "numeric" not in found

"""LaTeX essays as `loccit format` writes them."""

from __future__ import annotations

import pytest

import loccit
from loccit import Settings

SOURCES = """
@book{doe, author={Doe, Jo}, title={On It}, publisher={Press}, year={2001},
  doi={10.1000/a_b}}
@article{roe, author={Roe, Rick and Poe, Pat}, title={So it was}, journal={Things},
  volume={3}, pages={1--9}, year={2010}}
@book{lee, author={Lee, Ann}, title={Third}, publisher={Press}, year={1999}}
"""


@pytest.fixture(scope="module")
def library() -> loccit.Library:
    return loccit.read_library(SOURCES)


def formatted(
    text: str, library: loccit.Library, style: str = "apa"
) -> loccit.FormattedEssay:
    essay = loccit.read_essay(text.encode(), "essay.tex")
    return loccit.format_essay(essay, library, Settings(csl=style))


def check(given: str, expected: str, library: loccit.Library, style: str) -> None:
    """Formatting makes what is expected; formatting that again changes nothing."""
    result = formatted(given, library, style)
    assert result.text.rstrip("\n") == expected.rstrip("\n")
    assert formatted(result.text, library, style).text == result.text


def test_apa(given: str, expected: str, library: loccit.Library) -> None:
    check(given, expected, library, "apa")


@pytest.mark.cases("notes.txt")
def test_notes(given: str, expected: str, library: loccit.Library) -> None:
    check(given, expected, library, "chicago-notes-bibliography")


@pytest.mark.cases("numbers.txt")
def test_numbers(given: str, expected: str, library: loccit.Library) -> None:
    check(given, expected, library, "ieee")


@pytest.mark.parametrize(
    "text", [r"\citetitle{doe}", r"\my{doe}", r"\fullcite[3]{doe}"]
)
def test_what_is_no_citation_is_left(text: str, library: loccit.Library) -> None:
    definition = r"\newcommand{\my}[1]{(so \citep{#1})} "
    result = formatted(f"{definition}As {text} says.", library)
    assert f"As {text} says." in result.text
    assert "Doe, J. (2001)" in result.text
    assert [each.rule for each in result.problems] == ["not-a-citation"]

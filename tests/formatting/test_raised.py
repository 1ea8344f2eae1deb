"""Raised citations, and on which side of the punctuation marks are; test_raised.txt has
the cases.

The title of a case is its style, perhaps with `notes-after-punctuation` set.
"""

from __future__ import annotations

import pytest

from loccit import Library, Settings, format_essay, read_essay
from loccit.bibliography.formats import bibtex

LIBRARY = """
@book{tide, author = {Ash, Uli}, title = {Tides}, date = {1998}, publisher = {Reed}}
@book{weir, author = {Brook, Eva and Dell, Tom}, title = {Weirs}, date = {2011}, publisher = {Reed}}
@book{zinc, author = {Zell, Ida}, title = {Zinc}, date = {1987}, publisher = {Reed}}
"""
RAISED_BRACKETS = """<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
<info><title>t</title><id>t</id><updated>2020-01-01T00:00:00+00:00</updated></info>
<citation><layout prefix="[" suffix="]" vertical-align="sup" delimiter=","><group delimiter=", ">
<text variable="citation-number"/><text variable="locator"/></group></layout></citation></style>"""


@pytest.fixture(scope="module")
def brackets(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("styles") / "brackets.csl"
    path.write_text(RAISED_BRACKETS)
    return str(path)


@pytest.fixture(scope="module")
def number(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A style that raises the number, not the whole."""
    path = tmp_path_factory.mktemp("styles") / "number.csl"
    style = RAISED_BRACKETS.replace(' prefix="[" suffix="]" vertical-align="sup"', "")
    path.write_text(
        style.replace('citation-number"', 'citation-number" vertical-align="sup"')
    )
    return str(path)


def test_a_raised_number(number: str) -> None:
    library = Library([bibtex.read(LIBRARY, "library.bib")])
    essay = read_essay(b"@tide says so [@weir], and so [@weir, 3].\n", "essay.md")
    text = format_essay(essay, library, Settings(csl=number)).text
    assert text.startswith("Ash^1^ says so^2^, and so^2^, 3.\n")


def test_raised(title: str, given: str, expected: str, brackets: str) -> None:
    style, _, after = title.partition(", notes-after-punctuation: ")
    settings = Settings(
        csl=brackets if style == "brackets" else style,
        notes_after_punctuation={"": None, "true": True, "false": False}[after],
    )
    library = Library([bibtex.read(LIBRARY, "library.bib")])
    essay = read_essay(f"{given}\n".encode(), "essay.md")
    text = format_essay(essay, library, settings).text
    assert text.partition("\n")[0] == expected


def test_the_end_of_a_line_goes_too() -> None:
    library = Library([bibtex.read(LIBRARY, "library.bib")])
    essay = read_essay(b"It rose\n[@tide] again.\n", "essay.md")
    text = format_essay(essay, library, Settings(csl="nature")).text
    assert text.startswith("It rose^1^ again.\n")


def test_plain_text_does_not_raise() -> None:
    library = Library([bibtex.read(LIBRARY, "library.bib")])
    essay = read_essay(b"It rose in 1998 [@tide].\n", "essay.txt")
    text = format_essay(essay, library, Settings(csl="nature")).text
    assert text.startswith("It rose in 1998 1.\n")

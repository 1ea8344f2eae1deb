"""Entries of a list are matched with the sources of a library: test_entries.txt.

Given is an entry as it is read (see `works.py`), and the library in lines with bullets;
expected is the title and the year of the source, or `nothing`, with how sure it is, and
the reasons.
"""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from loccit.bibliography import read_library
from loccit.model import Source, Span
from loccit.recognize.matching import match_entries
from loccit.recognize.typed_list import TypedEntry
from tests.recognize.matching.works import entry, level, library

SOURCES = [
    "Alexander, Michelle | 2010 | The New Jim Crow | publisher=The New Press",
    "Alexander, Christopher | 1977 | A Pattern Language",
    "Jimenez, Jillian; Pasztor, E. | 2014 | Social Policy and Social Change",
]


def shown(typed: TypedEntry, lines: list[str]) -> str:
    if typed.key is None:
        return f"nothing, {len(typed.candidates)}" if typed.candidates else "nothing"
    parts = lines[int(typed.key[1:])].split("|")
    found = f"{parts[2].strip()} {parts[1].strip()}"
    codes = [reason.code for reason in typed.reasons]
    return "\n".join([f"{found} ({level(typed.match_confidence)})", *codes])


def test_the_source_of_an_entry(given: str, expected: str) -> None:
    typed, *lines = given.strip().splitlines()
    lines = [line.removeprefix("- ") for line in lines]
    (found,) = match_entries([entry(typed)], library(lines))
    assert shown(found, lines) == expected


def test_an_entry_that_was_not_read_is_matched_by_its_text() -> None:
    text = "The New Jim Crow by Michelle Alexander"
    typed = TypedEntry(text, Span(0, 0), source=Source("", "document", {}))
    (found,) = match_entries([typed], library(SOURCES))
    assert found.key == "s0"
    assert level(found.match_confidence) == "likely"


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=60))
def test_any_text_has_a_source_or_not(text: str) -> None:
    typed = TypedEntry(text, Span(0, 0), source=Source("", "document", {"title": text}))
    (found,) = match_entries([typed], library(SOURCES))
    assert 0 <= found.match_confidence <= 1


@settings(max_examples=20, deadline=None)
@given(st.permutations(SOURCES))
def test_the_order_of_the_library_does_not_matter(lines: list[str]) -> None:
    for line in SOURCES:
        (found,) = match_entries([entry(line)], library(lines))
        assert found.key == f"s{lines.index(line)}"


def test_words_in_tex_are_found() -> None:
    tex = r"@book{g, author={G{\"o}del, Kurt}, title={{\"U}ber S{\"a}tze}, year=1931}"
    typed = entry("Gödel, Kurt | 1931 | Über Sätze")
    (found,) = match_entries([typed], read_library(tex))
    assert found.key == "g"

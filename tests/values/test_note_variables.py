from __future__ import annotations

from loccit.model import Date, Name, Source
from loccit.values.note_variables import with_note_variables


def read(note: str, **variables: str) -> Source:
    return with_note_variables(Source("a", "book", {"note": note, **variables}))


def test_lines_become_variables() -> None:
    source = read(
        "original-date: 1859\ngenre: Essay\neditor: Doe || Jane\neditor: Club\ntype: chapter"
    )
    assert source.type == "chapter"
    assert source.date("original-date") == Date(raw="1859")
    assert source.text("genre") == "Essay"
    assert source.names("editor") == (
        Name(family="Doe", given="Jane"),
        Name(literal="Club"),
    )


def test_braces_as_of_old() -> None:
    assert read("Read twice. {:genre: Essay}").text("genre") == "Essay"


def test_what_is_there_stays() -> None:
    assert read("genre: Essay", genre="Poem").text("genre") == "Poem"


def test_prose_is_no_variable() -> None:
    source = read("Remember: ask Jane\nhttps://example.org: see there")
    assert set(source.variables) == {"note"}

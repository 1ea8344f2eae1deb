"""Whether known fields are found in the text of an entry."""

from __future__ import annotations

from loccit.essays import read_essay
from training.references.pieces import Example
from training.references.typed_entries import label_entry, readable


def parts(example: Example | None) -> list[tuple[str, str]]:
    """The labels and words of an example."""
    assert example is not None
    return [(label, example.text[start:end]) for label, start, end in example.labels]


def test_names_titles_and_numbers() -> None:
    text = "Doe, Ann, and Bo de Roe. 2001. Soil 2001: A view. Dirt 12(3): 4-9."
    fields = {
        "author": [
            {"family": "Doe", "given": "Ann"},
            {"family": "de Roe", "given": "Bo"},
        ],
        "title": "Soil 2001: a view",
        "container-title": "Dirt",
        "volume": "12",
        "issue": "3",
        "page": "4-9",
        "issued": "2001",
    }
    found = parts(label_entry(text, fields))
    assert ("date", "2001") in found
    assert ("title", "2001") in found
    assert ("author", "and") in found
    assert ("author", "de") in found
    assert ("volume", "12") in found
    assert ("pages", "4-9") in found


def test_the_day_of_access_is_no_date() -> None:
    text = "Doe. (2001). Soil. Retrieved March 3, 2009, from http://example.org/x"
    fields = {
        "author": [{"family": "Doe"}],
        "title": "Soil",
        "issued": "2001",
        "URL": "http://example.org/x",
    }
    found = parts(label_entry(text, fields))
    assert ("date", "2001") in found
    assert ("accessed", "2009") in found
    assert ("accessed", "March") in found


def test_a_title_that_is_not_in_the_text() -> None:
    fields = {"author": [{"family": "Doe"}], "title": "Water"}
    assert label_entry("Doe. Soil. 2001.", fields) is None


def test_what_readers_see_of_an_entry() -> None:
    essay = read_essay(
        b"Text.\n\nDoe, A. *On [it](http://example.org)*. 2001.\n", "e.md"
    )
    typed = readable(essay.document.paragraphs, 7, 51)
    assert typed is not None
    assert typed.text == "Doe, A. On it. 2001."
    marked = [typed.text[mark.start : mark.end] for mark in typed.marks]
    assert marked == ["On it", "it"]

"""The words of places in works: label, numbers, and what is between them."""

from __future__ import annotations

from collections.abc import Iterator

from loccit.lint.checked import PlaceWords
from loccit.lint.checked.citations.place_words import NumberWords, places_in
from tests.cases import Case
from tests.lint.test_cite_words import words_in


def spelled(place: PlaceWords) -> Iterator[str]:
    yield place.kind
    yield f"lead {place.lead.text!r}"
    if place.label.text:
        yield f"label {place.label.text + place.gap.text!r}"
    yield "".join(map(number, place.numbers))
    if place.is_open:
        yield "and following"
    if not place.ends:
        yield "goes on"


def number(words: NumberWords) -> str:
    joiner = f" {words.joiner.text!r} " if words.joiner else ""
    if not (words.dash and words.last):
        return f"{joiner}{words.first.text}"
    return f"{joiner}{words.first.text} {words.dash.text!r} {words.last.text}"


def test_places(case: Case) -> None:
    places = [place for words in words_in(case.given) for place in places_in(words)]
    assert "\n".join("; ".join(spelled(place)) for place in places) == case.expected


def test_places_are_where_they_are_said_to_be(case: Case) -> None:
    for words in words_in(case.given):
        text = words.citation.paragraph.text
        for place in places_in(words):
            for word in (place.lead, place.label, place.gap, place.value):
                assert text[word.start : word.end] == word.text

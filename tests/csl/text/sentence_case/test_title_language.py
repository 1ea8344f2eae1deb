from __future__ import annotations

import pytest

from loccit.csl.text.sentence_case import in_sentence_case
from loccit.csl.text.sentence_case.title_language import is_foreign
from loccit.model import Source

FOREIGN = (
    "Raum und Verhalten",
    "Theorie der Grundrechte",
    "Einleitung: Konzepte zur Diskursforschung",
    "La Vie quotidienne des ouvriers en France",
    "Histoire de la folie à l’âge classique",
    "Cien Años para la Historia de México",
    "Il Nome della Rosa",
    "Het Leven in een Stad",
)
ENGLISH_OR_UNSURE = (
    "The New Jim Crow",
    "Guerrilla Warfare in the Sierra de la Plata",
    "Vincent van der Berg, Ursula von der Leyen",
    "Van der Waals Forces",
    "Des Moines: A City",
    "Los Angeles Police Brutality",
    "Sein und Zeit and Being",
    "Mutual Aid",
    "",
)


@pytest.mark.parametrize("title", FOREIGN)
def test_small_words_of_another_language(title: str) -> None:
    assert is_foreign(title)


@pytest.mark.parametrize("title", ENGLISH_OR_UNSURE)
def test_small_words_in_names_are_no_evidence(title: str) -> None:
    assert not is_foreign(title)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("", "Theorie der Person"),
        ("de-DE", "Theorie der Person"),
        ("en", "Theorie der person"),
    ],
)
def test_the_language_of_the_entry_comes_first(language: str, expected: str) -> None:
    source = Source(
        "a",
        "book",
        {"title": "Theorie der Person", "language": language},
        headline=True,
    )
    assert in_sentence_case(source).plain("title") == expected


def test_all_titles_of_a_chapter_count() -> None:
    variables = {"title": "Vorwort", "container-title": "Geschichte der Stadt"}
    assert (
        in_sentence_case(Source("a", "chapter", variables, headline=True)).variables
        == variables
    )


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Nachbarschaftshilfe in Großstädten", "Nachbarschaftshilfe in Großstädten"),
        ("Politik als Beruf", "Politik als Beruf"),
        ("Armut Alleinerziehender", "Armut Alleinerziehender"),
        ("Information", "Information"),
        ("La Distinction", "La Distinction"),
        ("Pedagogy of the Oppressed", "Pedagogy of the oppressed"),
        ("Feminist Metaphysics", "Feminist metaphysics"),
    ],
)
def test_in_a_german_essay_titles_are_german_unless_they_show_english(
    title: str, expected: str
) -> None:
    source = Source("a", "book", {"title": title}, headline=True)
    assert in_sentence_case(source, language="de-DE").plain("title") == expected


def test_a_title_of_unknown_words_keeps_its_capitals_in_english_essays() -> None:
    title = "Armut, Wohnen, Person: Neue Befunde"
    source = Source("a", "book", {"title": title}, headline=True)
    assert in_sentence_case(source).plain("title") == title

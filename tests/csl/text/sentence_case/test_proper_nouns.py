"""Names keep their capitals in sentence case; common words do not."""

from __future__ import annotations

from pathlib import Path

import pytest

from loccit import Library, Settings, format_essay, read_essay
from loccit.bibliography.formats import bibtex
from loccit.csl.text.sentence_case import in_sentence_case, lowered_words
from loccit.model import Name, Source, Value
from loccit.values.letter_case.proper_nouns import proper_nouns


def test_each_section_of_the_file_has_what_it_is_for() -> None:
    names = proper_nouns()
    assert {"Monday", "Shakespeare", "Zimbabwe"} <= names.words
    assert "World War II" in names.phrases["World"]
    assert "Young" in names.common_surnames
    assert all(word[0].isupper() for word in names.words | names.common_surnames)
    phrases = [phrase for listed in names.phrases.values() for phrase in listed]
    assert all(" " in phrase for phrase in phrases)


def shown(title: str, own: tuple[str, ...] = (), **variables: Value) -> str:
    source = Source("a", "book", {"title": title, **variables}, headline=True)
    return in_sentence_case(source, own).plain("title")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("The Labor Movement in Los Angeles", "The labor movement in Los Angeles"),
        (
            "African American Studies on Monday in December",
            "African American studies on Monday in December",
        ),
        (
            "Reading Shakespeare’s Sonnets in New York City",
            "Reading Shakespeare’s sonnets in New York City",
        ),
        (
            "The United States and the Soviet Union",
            "The United States and the Soviet Union",
        ),
        ("How to Polish a Turkey", "How to polish a turkey"),
        ("The May 4 Movement May March in May", "The May 4 movement may march in may"),
        ("The Uniting of Los Animals", "The uniting of los animals"),
        (
            "Bayesian Methods for French Social Policy",
            "Bayesian methods for French social policy",
        ),
        (
            "THE HISTORY OF AFRICAN AMERICAN MUSIC IN LOS ANGELES",
            "The history of African American music in Los Angeles",
        ),
        ("FROM THE USSR TO WORLD WAR II", "From the USSR to World War II"),
        ("WOMEN'S WORK IN AMERICA'S CITIES", "Women's work in America's cities"),
        (
            "The Anglo-American and Post-Soviet Worlds",
            "The Anglo-American and post-Soviet worlds",
        ),
        (
            "Arabic, Swiss and Georgia Law in Maryland",
            "Arabic, Swiss and Georgia law in Maryland",
        ),
        (
            "Likert Scales and the Monte Carlo Method",
            "Likert scales and the Monte Carlo method",
        ),
        (
            "A Freudian Slip in the <i>Middle East</i> Crisis",
            "A Freudian slip in the Middle East crisis",
        ),
    ],
)
def test_known_names(typed: str, expected: str) -> None:
    assert shown(typed) == expected


def test_names_of_the_entry() -> None:
    author = (Name(family="Zapf", given="Hermann"),)
    assert (
        shown("Hermann Zapf and the Zapf Types", author=author)
        == "Hermann Zapf and the Zapf types"
    )
    assert (
        shown("THE TYPES OF HERMANN ZAPF", author=author) == "The types of Hermann Zapf"
    )
    house = (Name(family="House", given="Ernest"), Name(family="Rice", given="Ada"))
    assert (
        shown("The Ideal House and Rice in Fields", author=house)
        == "The ideal house and rice in fields"
    )
    brown = (Name(family="Brown", given="Ada"),)
    assert (
        shown("Ada Brown and Brown Bears", author=brown) == "Ada Brown and brown bears"
    )
    group = (Name(literal="Wellcome Institute"),)
    assert shown("A Guide to the Wellcome Institute Library", author=group) == (
        "A guide to the Wellcome Institute library"
    )
    place = Source(
        "a",
        "book",
        {"title": "Walks in Exeter and Beyond", "publisher-place": "Exeter, UK"},
        headline=True,
    )
    assert (
        in_sentence_case(place).text("title")
        == 'Walks in <span class="nocase">Exeter</span> and beyond'
    )
    assert (
        shown("A History of Press Freedom", publisher="The Press")
        == "A history of press freedom"
    )


def test_the_users_names_match_in_any_letter_case() -> None:
    own = ("Gowanus Canal", "iPhone", "de Blasio")
    assert shown("The Gowanus Canal Seen Through an Iphone by De Blasio", own) == (
        "The Gowanus Canal seen through an iPhone by de Blasio"
    )
    assert shown("THE GOWANUS CANAL'S SHORES", own) == "The Gowanus Canal's shores"


def test_the_users_names_are_a_setting() -> None:
    library = Library(
        [bibtex.read("@book{a, title = {Along the Grand Canal}, date = 2020}", "a.bib")]
    )
    essay = read_essay(b"[@a]\n", "essay.md")
    assert "*Along the grand canal*" in format_essay(essay, library).text
    settings = Settings(proper_nouns=("Grand Canal",))
    assert "*Along the Grand Canal*" in format_essay(essay, library, settings).text
    mla = Settings(csl="modern-language-association", proper_nouns=("Grand Canal",))
    assert "*Along the Grand Canal*" in format_essay(essay, library, mla).text


def test_lowered_words() -> None:
    source = Source(
        "a",
        "book",
        {"title": "The New Jim Crow: Mass <i>Incarceration</i>"},
        headline=True,
    )
    assert lowered_words(
        source, in_sentence_case(source), "The new Jim Crow: Mass Incarceration"
    ) == ("New",)
    assert lowered_words(source, in_sentence_case(source), "New Jim Crow") == ()
    small = Source("a", "book", {"title": "the art of war"}, headline=True)
    assert lowered_words(small, in_sentence_case(small), "The art of war") == ()
    titles: dict[str, Value] = {
        "title": "A New Start",
        "container-title": "New and Old Things",
    }
    chapter = Source("a", "chapter", titles, headline=True)
    printed = "A new start. New and old things"
    assert lowered_words(chapter, in_sentence_case(chapter), printed) == (
        "New",
        "Start",
        "Old",
        "Things",
    )


def test_the_users_names_in_loccit_toml(tmp_path: Path) -> None:
    from loccit.workspace.settings_file import find_settings

    (tmp_path / "loccit.toml").write_text('proper-nouns = ["Gowanus Canal"]\n')
    assert find_settings(tmp_path).proper_nouns == ("Gowanus Canal",)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Policing Oakland, CA: A History", "Policing Oakland, CA: A history"),
        ("The Schools of New Haven, CT", "The schools of New Haven, CT"),
        (
            "A Meeting, May 1994, Salt Lake City, UT",
            "A meeting, May 1994, Salt Lake City, UT",
        ),
        ("Race, Class, and Gender", "Race, class, and gender"),
    ],
)
def test_a_town_before_its_state(title: str, expected: str) -> None:
    source = Source("a", "book", {"title": title}, headline=True)
    assert in_sentence_case(source).plain("title") == expected

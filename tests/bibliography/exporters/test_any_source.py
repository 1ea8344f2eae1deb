"""Undo the habits of exporters in sources of every type, with values of every kind."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loccit._startup.regex import regex
from loccit.bibliography import read_library
from loccit.bibliography.exporters import undo_habits
from loccit.model import Date, Name, Source, Value
from loccit.values.csl_types import CSL_TYPES
from tests.bibliography.described import (
    ANY_DATE,
    ANY_NAME,
    NUMBER,
    PERSON,
    TEXT,
    WORDS,
)

_WORD = regex(r"[^\W\d_]+")
#: What a person did, which becomes the variable.
_ROLE = regex(r"\([^()]*\)|, author$")

#: Values that some habit reads.
_TELLING = [
    "https://www.youtube.com/watch?v=abc",
    "https://doi.org/10.1000/1",
    "https://twitter.com/nasa/status/1",
    "https://arxiv.org/abs/2001.00001",
    "arXiv:2001.00001 [cs.CL]",
    "10.48550/arXiv.2001.00001",
    "[Video]",
    "[Review of the book Emma, by J. Austen]",
    "(2nd ed.)",
    "Vol. 3",
    "No. 4",
    "pp. 12-15",
    "230 p.",
    "PhD thesis",
    "Doctoral dissertation",
    "ProQuest Dissertations & Theses",
    "World Health Organization",
    "U.S. Department of Health, National Institutes of Health",
    "H.R. 1234, 116th Cong.",
    "S. Rep. No. 114-38",
    "Brown v. Board of Education",
    "410 U.S. 113",
    "42 U.S.C. § 1983",
    "US Patent 7,123,456",
    "Season 2, Episode 5",
    "TED",
    "Podcast",
    "Version 2.1",
    "S.l.",
    "n.d.",
    "et al.",
    "United States",
    "New York, NY",
    "Emma / Jane Austen",
    "THE WHOLE TITLE IN CAPITALS",
    "ISBN 9780306406157",
    "Working Paper Series",
    "Retrieved from",
    "YouTube",
    "Wikipedia",
    "Museum of Modern Art",
]
_NAMES_OF_MAKERS = [
    Name("Doe", "Ann B., 1960-, author"),
    Name("STEVENS", "SS"),
    Name("Martin Luther, Jr.", "King"),
    Name("Davis Jr.", "Sammy"),
    Name(literal="Doe, John (Director)"),
    Name(literal="American Psychological Association, Division 14"),
    Name(literal="et al."),
    Name("others"),
    Name("Organization", "World Health"),
    Name("TED", ""),
    Name(literal="NASA [@nasa]"),
]

_TEXTS = [
    "title",
    "container-title",
    "collection-title",
    "volume-title",
    "publisher",
    "publisher-place",
    "genre",
    "medium",
    "note",
    "URL",
    "DOI",
    "number",
    "volume",
    "issue",
    "page",
    "edition",
    "archive",
    "archive-place",
    "archive_location",
    "authority",
    "event-title",
    "event-place",
    "section",
    "status",
    "version",
    "number-of-pages",
    "references",
    "language",
]
_TITLES = ["title", "container-title", "collection-title"]
_ROLES = ["author", "editor", "director", "contributor", "performer", "host"]


def _sources(
    texts: st.SearchStrategy[str], names: st.SearchStrategy[Name]
) -> st.SearchStrategy[Source]:
    people = st.lists(names, min_size=1, max_size=3).map(tuple)
    optional: dict[str, st.SearchStrategy[Value]] = {
        **dict.fromkeys(_TEXTS, texts),
        **dict.fromkeys(_ROLES, people),
        "issued": ANY_DATE,
        "accessed": ANY_DATE,
    }
    variables = st.fixed_dictionaries({}, optional=optional)
    return st.builds(
        Source, st.just("a"), st.sampled_from(sorted(CSL_TYPES)), variables
    )


_WRITTEN = st.sampled_from(_TELLING) | WORDS | NUMBER
_MIXED = st.lists(_WRITTEN | TEXT, min_size=1, max_size=3).map("".join)
_MAKERS = st.sampled_from(_NAMES_OF_MAKERS) | PERSON | st.builds(Name, literal=WORDS)


@given(_sources(_MIXED, ANY_NAME | st.builds(Name, literal=_MIXED)))
def test_no_source_stops_it(source: Source) -> None:
    undone = undo_habits(source)
    assert undone.key == "a"
    assert undone.type in CSL_TYPES


@given(_sources(_WRITTEN, _MAKERS))
def test_no_name_and_no_title_is_lost(source: Source) -> None:
    undone = undo_habits(source)
    assert undo_habits(undone) == undone
    letters = _letters(_texts(undone))
    for role in _ROLES:
        for name in source.names(role):
            written = _ROLE.sub("", f"{name.family} {name.given}{name.literal}")
            assert all(word in letters for word in _words(written))
    if undone.type == source.type:  # a site may name itself differently
        for title in _TITLES:
            assert all(word in letters for word in _words(source.text(title)))


def _letters(texts: Iterator[str]) -> str:
    return "".join(word for text in texts for word in _words(text))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _texts(source: Source) -> Iterator[str]:
    for value in source.variables.values():
        if isinstance(value, str):
            yield value
        elif not isinstance(value, Date):
            for name in value:
                yield f"{name.family} {name.given}{name.suffix}{name.literal}"
                yield name.annotation


ANN = (Name("Doe", "Ann"),)
BO = (Name("Roe", "Bo"),)


def test_an_advisor_is_a_contributor_of_a_thesis() -> None:
    source = undo_habits(Source("a", "thesis", {"author": ANN, "editor": BO}))
    assert source.variables == {"author": ANN, "contributor": BO}


def test_an_advisor_is_no_author() -> None:
    source = undo_habits(Source("a", "thesis", {"title": "Doors", "editor": BO}))
    assert source.names("contributor") == BO
    assert not source.names("author")


def test_a_song_keeps_who_contributed() -> None:
    source = undo_habits(Source("a", "song", {"performer": ANN, "contributor": BO}))
    assert source.variables == {"author": ANN, "contributor": BO}


def test_other_works_keep_their_performers() -> None:
    people: dict[str, Value] = {"performer": ANN, "contributor": BO}
    source = undo_habits(Source("a", "performance", people))
    assert source.variables == {"performer": ANN, "author": BO}


@pytest.mark.parametrize("type_", ["song", "broadcast"])
def test_a_series_stays_beside_an_album_or_a_show(type_: str) -> None:
    titles = {"container-title": "Houses", "collection-title": "Silver"}
    source = undo_habits(Source("a", type_, titles))
    assert source.text("container-title") == "Houses"
    assert source.text("collection-title") == "Silver"


def test_a_show_in_the_place_of_the_series_may_say_that_it_is_a_podcast() -> None:
    titles = {"collection-title": "The Door Podcast", "number": "3"}
    source = undo_habits(Source("a", "motion_picture", titles))
    assert source.text("genre") == "Audio podcast episode"


def test_an_idle_genre_of_an_episode_gives_way_to_its_kind() -> None:
    values = {"container-title": "Houses", "genre": "article"}
    source = undo_habits(Source("a", "broadcast", values))
    assert source.text("genre") == "TV series episode"


def test_a_paper_in_the_proceedings_of_an_event_is_no_talk() -> None:
    titles = {"event-title": "Meeting", "container-title": "Proceedings", "genre": "x"}
    source = undo_habits(Source("a", "paper-conference", titles))
    assert source.type == "paper-conference"
    assert source.text("container-title") == "Proceedings"


def test_a_person_in_the_field_of_a_group_is_read_as_others_are() -> None:
    names = (Name(literal="DOE, J. R."),)
    source = undo_habits(Source("a", "book", {"author": names}))
    assert source.names("author") == (Name("Doe", "J. R."),)


def test_halves_of_a_group_with_user_names_are_two_groups() -> None:
    names = (Name("Food"), Name("Organization", "Agriculture", annotation="[@fao]"))
    source = undo_habits(Source("a", "post", {"author": names}))
    assert source.names("author")[-1].annotation == "[@fao]"


def test_a_place_in_an_archive_leaves_that_of_the_museum() -> None:
    places = {"archive-place": "Paris", "archive_location": "Hall"}
    source = undo_habits(Source("a", "graphic", places))
    assert source.variables == places


def test_other_urls_stay_as_a_custom_value() -> None:
    urls = "https://a.org; https://search.proquest.com/1 https://b.org/x"
    source = undo_habits(Source("a", "webpage", {"URL": urls}))
    assert source.text("URL") == "https://a.org"
    assert source.custom == {"urls": "https://search.proquest.com/1; https://b.org/x"}


def test_a_long_addition_to_a_title_is_read_in_linear_time() -> None:
    addon = "Words " + "of many letters and more of them " * 20 + "1."
    entry = f"@online{{a, title = {{Doors}}, titleaddon = {{{addon}}}}}"
    source = read_library(entry).get("a")
    assert source is not None
    assert source.text("container-title") == addon

"""A record is of the work that was asked for, of another one, or nobody can say."""

from __future__ import annotations

import pytest

from loccit.lookup import LookupResult
from loccit.lookup.verify.same_work import Match, choose, is_of, matches, ranked
from tests.lookup.verify.conftest import record, work

ARTICLE = "@article{a, author={Moss, Ada}, title={Walls and Doors}, journal={Walls}, year=2018}"
BOOK = "@book{a, author={Moss, Ada}, title={Walls and Doors}, year=2018}"


def chosen(asked: str, *found: LookupResult) -> Match | None:
    """The record of a search that is of the work."""
    return choose(work(asked), ranked(matches(work(asked), found)))


@pytest.mark.parametrize(
    "other",
    [
        ARTICLE.replace("Doors", "Doors: A History"),
        ARTICLE.replace("Moss", "Roe").replace("2018", "1999"),
        ARTICLE.replace("Walls and Doors", "Mauern und Türen"),
        ARTICLE.replace("Walls and Doors", "Wals an doors"),
    ],
    ids=["subtitle", "other author", "translated", "mistyped"],
)
def test_a_record_is_of_the_work(other: str) -> None:
    assert is_of(work(ARTICLE), record(other))


@pytest.mark.parametrize(
    "other",
    [
        ARTICLE.replace("Walls and Doors", "On Trees").replace("Moss", "Roe"),
        ARTICLE.replace("Walls and Doors", "On Trees").replace("2018", "2011"),
        ARTICLE.replace("Walls and Doors", "On Trees").replace("Ada", "Bob"),
    ],
    ids=["author", "year", "given name"],
)
def test_a_record_is_of_another_work(other: str) -> None:
    assert not is_of(work(ARTICLE), record(other))


def test_a_common_title_is_not_enough() -> None:
    one = ARTICLE.replace("Walls and Doors", "Introduction")
    assert is_of(work(one), record(one))
    assert not is_of(work(one), record(one.replace("Moss", "Roe")))


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("van den Berg, Jan", "{van den Berg}, J."),
        ("Garc{\\'\\i}a M{\\'a}rquez, Gabriel", "M{\\'a}rquez, Gabriel Garc{\\'\\i}a"),
        ("Li, Wei", "Wei, Li"),
    ],
)
def test_a_search_finds_names_that_are_split_in_another_way(
    ours: str, theirs: str
) -> None:
    asked = work(ARTICLE.replace("Moss, Ada", ours))
    found = matches(asked, [record(ARTICLE.replace("Moss, Ada", theirs))])
    assert choose(asked, found) == found[0]


def numbered(volume: int) -> LookupResult:
    """A record of the article with a DOI of its own."""
    fields = f"volume={volume}, doi={{10.1000/{volume}}}, year"
    return record(ARTICLE.replace("year", fields))


def test_of_several_records_the_one_with_the_same_data_is_meant() -> None:
    asked = ARTICLE.replace("year", "volume=2, year")
    match = chosen(asked, numbered(1), numbered(2), numbered(3))
    assert match and match.found.source.text("volume") == "2"


def test_of_several_records_that_differ_none_is_meant() -> None:
    asked = ARTICLE.replace("year", "volume=9, year")
    assert chosen(asked, numbered(1), numbered(2)) is None
    match = chosen(asked, numbered(1))
    assert match and [each.variable for each in match.differences] == ["volume", "DOI"]


def test_an_article_of_another_year_is_the_same_but_a_book_another_edition() -> None:
    match = chosen(ARTICLE, record(ARTICLE.replace("2018", "2008")))
    assert match and [each.variable for each in match.differences] == ["issued"]
    assert chosen(BOOK, record(BOOK.replace("2018", "2008"))) is None


@pytest.mark.parametrize(
    "other",
    [
        ARTICLE.replace("Moss", "Roe"),
        ARTICLE.replace("Walls and Doors", "Walls and Gates"),
        ARTICLE.replace("Walls and Doors", "Response to Walls and Doors"),
    ],
    ids=["author", "title", "an answer"],
)
def test_a_similar_record_is_not_chosen(other: str) -> None:
    assert chosen(ARTICLE, record(other)) is None


def test_the_book_is_not_its_chapter() -> None:
    chapter = "@incollection{a, author={Moss, Ada}, title={On Gates}, booktitle={Walls and Doors}, year=2018}"
    assert matches(work(chapter), [record(BOOK)]) == []

"""A work is found by title, names and year only where these agree."""

from __future__ import annotations

import pytest

from loccit.lookup import LookupResult, Web, find_work
from loccit.model import Date, DateParts, Name, Source
from loccit.values.names import OTHERS
from tests.lookup.conftest import Server, reply, server

__all__ = ["server"]  # the fixture

CROSSREF = "/works?query.bibliographic=City+of+Walls+2019&query.author=Moss&rows=5"
OPEN_LIBRARY = (
    "/search.json?title=City+of+Walls&author=Moss"
    "&fields=key%2Ctitle%2Csubtitle%2Cauthor_name%2Cpublish_year&limit=5"
)
EDITIONS = "/works/OL1W/editions.json?limit=50"
BOOK = Source(
    "",
    "book",
    {
        "title": "City of Walls",
        "author": (Name("Moss", "A."),),
        "issued": Date(DateParts(2019)),
    },
)


def record(**other: object) -> dict[str, object]:
    return {
        "type": "book",
        "title": ["City of Walls"],
        "subtitle": ["A History"],
        "author": [
            {"family": "Moss", "given": "Ada"},
            {"family": "Roe", "given": "Jo"},
        ],
        "publisher": "ACME",
        "issued": {"date-parts": [[2019]]},
        **other,
    }


def find(source: Source) -> LookupResult | None:
    return find_work(source, Web(sleep=lambda _: None))


def items(*records: dict[str, object]) -> object:
    return {"message": {"items": records}}


@pytest.mark.parametrize(
    "source",
    [
        BOOK,
        BOOK.with_variables({"author": (Name("Moss", "Ada"), OTHERS)}),
        BOOK.with_variables({"title": "City of walls: A history"}),
    ],
    ids=["surname", "et al.", "subtitle"],
)
def test_agrees(server: Server, source: Source) -> None:
    query = CROSSREF
    if ":" in source.text("title"):
        query = query.replace("Walls", "walls%3A+A+history")
    server.answers(query, reply(items(record(title=["Other"]), record())))
    found = find(source)
    assert found and found.service == "Crossref"
    assert found.source.text("publisher") == "ACME"
    assert [name.family for name in found.source.names("author")] == ["Moss", "Roe"]


@pytest.mark.parametrize(
    "other",
    [
        {"title": ["City of Halls"]},
        {"title": ["The Other City of Walls"]},
        {"author": [{"family": "Mossman", "given": "A."}]},
        {"author": [{"family": "Roe", "given": "Jo"}, {"family": "Moss"}]},
        {"author": []},
        {"issued": {"date-parts": [[2018]]}},
    ],
)
def test_differs(server: Server, other: dict[str, object]) -> None:
    server.answers(CROSSREF, reply(items(record(**other))))
    assert find(BOOK) is None


def test_two_that_differ(server: Server) -> None:
    chapter = record(type="book-chapter")
    server.answers(CROSSREF, reply(items(record(), chapter)))
    assert find(BOOK) is None


def test_two_records_of_one_work_have_in_common(server: Server) -> None:
    two = [record(DOI="10.1000/a"), record(DOI="10.1000/b")]
    server.answers(CROSSREF, reply(items(*two)))
    found = find(BOOK)
    assert found
    assert (found.source.text("DOI"), found.source.text("publisher")) == ("", "ACME")


def test_open_library(server: Server) -> None:
    work = {"key": "/works/OL1W", "author_name": ["Ada Moss"], "publish_year": [2019]}
    editions = [
        {"title": "City of Walls", "publishers": ["ACME"], "publish_date": "May 2019"},
        {"title": "City of Walls", "publishers": ["Other"], "publish_date": "2021"},
    ]
    server.answers(OPEN_LIBRARY, reply({"docs": [work]}))
    server.answers(EDITIONS, reply({"entries": editions}))
    found = find(BOOK)
    assert found and found.service == "Open Library"
    assert found.source.text("publisher") == "ACME"


@pytest.mark.parametrize(
    "source",
    [
        BOOK.with_variables({"author": None}),
        BOOK.with_variables({"title": "Walls"}),
    ],
)
def test_too_little_is_not_asked(server: Server, source: Source) -> None:
    assert find(source) is None
    assert not server.asked


def test_a_doi_of_another_work(server: Server) -> None:
    other = {"message": record(title=["Other Things"], DOI="10.1000/a")}
    server.answers("/works/10.1000%2Fa", reply(other))
    assert find(BOOK.with_variables({"DOI": "10.1000/a"})) is None

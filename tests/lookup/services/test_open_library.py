"""Open Library's records of books."""

from __future__ import annotations

from loccit.model import DateParts, Name
from tests.lookup.conftest import Server, found, reply, start


def test_open_library(server: Server) -> None:
    details = {
        "title": "The new Jim Crow",
        "subtitle": "mass incarceration",
        "authors": [{"key": "/authors/OL1A", "name": "Michelle Alexander"}],
        "publishers": ["New Press"],
        "publish_places": ["New York"],
        "publish_date": "January 2010",
        "edition_name": "2nd ed.",
        "number_of_pages": 290,
    }
    path = "/api/books?bibkeys=ISBN:9781595581037&jscmd=details&format=json"
    server.answers(
        path,
        reply(
            {
                "ISBN:9781595581037": {
                    "bib_key": "ISBN:9781595581037",
                    "details": details,
                }
            }
        ),
    )
    source = found("978-1-59558-103-7").source
    assert source.text("title") == "The new Jim Crow: mass incarceration"
    assert source.names("author") == (Name(family="Alexander", given="Michelle"),)
    assert (source.text("edition"), source.text("number-of-pages"), start(source)) == (
        "2",
        "290",
        DateParts(2010, 1),
    )

"""Open Library, for books: by ISBN (Books API, `jscmd=details`), or by title and name
(Search API, and the editions of a work).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from urllib.parse import urlencode

from loccit._startup.regex import regex
from loccit.lookup.http import Ask
from loccit.lookup.identifiers import Identifier, Kind
from loccit.lookup.json_values import (
    date_of,
    first,
    first_surname,
    listed,
    mapping,
    names,
    people,
    person_or_group,
    text_of,
    title_of,
    year_of,
)
from loccit.lookup.lookup_result import LookupResult, new_source
from loccit.model import Name, Source, Value

NAME = "Open Library"
ADDRESS = "https://openlibrary.org"
KINDS: dict[Kind, int] = {"isbn": 1}
PAUSE = 0.4
FINDS = {
    "book": 2,
    "classic": 2,
    "collection": 2,
    "document": 3,
    "manuscript": 2,
    "pamphlet": 2,
    "report": 4,
    "thesis": 4,
}

#: So many works are asked for, and editions of each.
_MOST_FOUND, _MOST_EDITIONS = 5, 50

_ORDINAL = regex(r"(\d+)(?:st|nd|rd|th)?(?:\s+(?:ed\.?|edition))?\.?$")
_FIRST = regex(r"(?:1st|first)\b", re.IGNORECASE)  # is not printed


def look_up(identifier: Identifier, ask: Ask) -> LookupResult | None:
    isbn = identifier.value
    answer = ask(f"/api/books?bibkeys=ISBN:{isbn}&jscmd=details&format=json")
    if answer is None:
        return None
    book = mapping(mapping(answer.json()).get(f"ISBN:{isbn}"))
    source = source_of(mapping(book.get("details")), isbn)
    return LookupResult(source, NAME) if source.text("title") else None


def search(source: Source, ask: Ask) -> Iterator[LookupResult]:
    """Yield the editions of that year, of works with such a title and first name; of a
    work without such an edition, the work.
    """
    query = urlencode(
        {
            "title": source.plain("title"),
            "author": first_surname(source),
            "fields": "key,title,subtitle,author_name,publish_year",
            "limit": _MOST_FOUND,
        }
    )
    answer = ask(f"/search.json?{query}")
    found = mapping(answer.json()) if answer else {}
    year = year_of(source)
    for work in people(found.get("docs")):
        years = tuple(map(text_of, listed(work.get("publish_year"))))
        editions = list(_editions(work, year, ask)) if year in years else []
        for edition in editions or [_work(work)]:
            yield LookupResult(edition, NAME, also={"issued": years})


def _work(work: Mapping[str, object]) -> Source:
    """Read a work, all of whose editions are of other years."""
    years = [text_of(year) for year in listed(work.get("publish_year"))]
    variables: dict[str, Value] = {
        "title": title_of(text_of(work.get("title")), text_of(work.get("subtitle"))),
        "author": names(map(person_or_group, listed(work.get("author_name")))),
    }
    if date := date_of(min(years, default="")):
        variables["issued"] = date
    return new_source("book", variables)


def _editions(work: Mapping[str, object], year: str, ask: Ask) -> Iterator[Source]:
    """Yield the editions of a work that appeared in a year."""
    answer = ask(f"{text_of(work.get('key'))}/editions.json?limit={_MOST_EDITIONS}")
    found = mapping(answer.json()) if answer else {}
    authors = names(map(person_or_group, listed(work.get("author_name"))))
    for record in people(found.get("entries")):
        isbn = first(record.get("isbn_13")) or first(record.get("isbn_10"))
        edition = source_of(record, isbn)
        if year_of(edition) == year:
            yield edition.with_variables({"author": authors})


def source_of(record: Mapping[str, object], isbn: str) -> Source:
    """Read the record of an edition."""
    authors = [
        person_or_group(author.get("name")) for author in people(record.get("authors"))
    ]
    title = f"{text_of(record.get('title_prefix'))} {text_of(record.get('title'))}"
    variables: dict[str, Value] = {
        "title": title_of(title.strip(), text_of(record.get("subtitle"))),
        "author": names(authors or _by(text_of(record.get("by_statement")))),
        "edition": _edition(text_of(record.get("edition_name"))),
        "publisher": first(record.get("publishers")),
        "publisher-place": first(record.get("publish_places")),
        "collection-title": first(record.get("series")),
        "number-of-pages": text_of(record.get("number_of_pages")),
        "ISBN": isbn,
    }
    if date := date_of(record.get("publish_date")):
        variables["issued"] = date
    return new_source("book", variables)


def _by(statement: str) -> list[Name]:
    """Read the names in "by Jane Doe ; edited by ..."."""
    words = statement.partition(";")[0].strip(" .").removeprefix("by ")
    return [
        person_or_group(name)
        for name in words.replace(" and ", ", ").split(", ")
        if name
    ]


def _edition(words: str) -> str:
    """Read an edition, as a number if it has one.

    >>> _edition("2nd ed."), _edition("1st ed."), _edition("Rev. ed.")
    ('2', '', 'Rev. ed.')
    """
    if _FIRST.match(words):
        return ""
    found = _ORDINAL.match(words)
    return found[1] if found else words

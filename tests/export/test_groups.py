"""What the headings are that a list is parted under, and which sources stand under
each.
"""

from __future__ import annotations

import pytest

from loccit.csl import load_locale
from loccit.export.groups import group
from loccit.model import Date, DateParts, Name, Source, Value

DASH = "–"


def source(key: str, type_: str = "book", **variables: Value) -> Source:
    return Source(key, type_, variables)


def by(key: str, author: Name) -> Source:
    return source(key, author=(author,))


def year(number: int) -> Date:
    return Date(DateParts(number))


@pytest.mark.parametrize(
    ("by", "sources", "expected"),
    [
        ("type", [source("a", "webpage"), source("b")], [("Book", "b"), ("Webpage", "a")]),
        ("type", [source("a", "no_such")], [("No such", "a")]),
        ("year", [source("a", issued=year(1990)), source("b", issued=year(-300))], [("-300", "b"), ("1990", "a")]),
        ("year", [source("a", issued=Date(literal="n.d.")), source("b", issued=year(999))],
         [("999", "b"), (DASH, "a")]),
        ("keyword", [source("a", keyword="<i>Iron</i>, wood; iron")], [("Iron", "a"), ("wood", "a")]),
        ("keyword", [source("a", keyword=" , "), source("b", keyword="Zoo")], [("Zoo", "b"), (DASH, "a")]),
        ("keyword", [source("a", keyword="9" * 5000), source("b", keyword="10")], [("9" * 5000, "a"), ("10", "b")]),
        ("author", [by("a", Name("Zola")), by("b", Name("Émile", "A.")), by("c", Name("Ford"))],
         [("Émile, A.", "b"), ("Ford", "c"), ("Zola", "a")]),
        ("author", [source("a", editor=(Name("Roe", "Ada"),)), by("b", Name(literal="NIMH"))],
         [("NIMH", "b"), ("Roe, Ada", "a")]),
        ("author", [by("a", Name("Dijk", "Teun", non_dropping_particle="van"))], [("van Dijk, Teun", "a")]),
        ("language", [source("a", language="en_GB"), source("b", language="en"), source("c", language="de-DE")],
         [("Deutsch", "c"), ("English", "ab")]),
        ("language", [source("a", language="tlh"), source("b")], [("tlh", "a"), (DASH, "b")]),
    ],
)  # fmt: skip
def test_groups(
    by: str, sources: list[Source], expected: list[tuple[str, str]]
) -> None:
    assert [
        (title, "".join(keys))
        for title, keys in group(sources, by, load_locale("en-US"))
    ] == expected


def test_headings_are_in_the_language_of_the_list() -> None:
    [(title, _)] = group([source("a", "webpage")], "type", load_locale("de-DE"))
    assert title == "Webseite"
    swedish = group(
        [source("a", keyword="Österlen"), source("b", keyword="Zon")],
        "keyword",
        load_locale("sv-SE"),
    )
    assert [title for title, _ in swedish] == ["Zon", "Österlen"]

"""Crossref's records of articles, chapters, books and more."""

from __future__ import annotations

import pytest

from loccit.errors import LookupFailed
from loccit.lookup.services import crossref
from loccit.model import DateParts, Name
from tests.lookup.conftest import Server, found, reply, start

ARTICLE = {
    "status": "ok",
    "message-type": "work",
    "message": {
        "DOI": "10.1000/juc.2019.201",
        "type": "journal-article",
        "title": [
            "What Neighbors Owe: <i>In Situ</i> Studies of CO<sub>2</sub> &amp; Walls"
        ],
        "subtitle": [],
        "container-title": ["Journal of Urban Commons"],
        "short-container-title": ["J. Urban Commons"],
        "author": [
            {"given": "Ada", "family": "Moss", "sequence": "first", "affiliation": []},
            {
                "given": "Jan",
                "family": "van den Berg",
                "suffix": "Jr",
                "sequence": "additional",
            },
            {"name": "The Wall Study Group", "sequence": "additional"},
        ],
        "published-print": {"date-parts": [[2019, 6]]},
        "published-online": {"date-parts": [[2018, 12, 3]]},
        "issued": {"date-parts": [[2018, 12, 3]]},
        "volume": "12",
        "issue": "3",
        "page": "201-219",
        "publisher": "Harrow",
        "ISSN": ["1234-5678"],
        "abstract": "<jats:title>Abstract</jats:title><jats:p>Walls are shared.</jats:p>",
        "updated-by": [
            {"type": "retraction", "DOI": "10.1000/juc.2020.1", "label": "Retraction"}
        ],
    },
}


@pytest.mark.parametrize(
    "title", ["RETRACTED: Walls", "Retracted Article: Walls", "[WITHDRAWN] Walls"]
)
def test_a_title_says_that_a_work_was_retracted(server: Server, title: str) -> None:
    record = {"type": "journal-article", "title": [title]}
    server.answers("/works/10.1000%2Fa", reply({"message": record}))
    assert [problem.rule for problem in found("10.1000/a").problems] == ["retracted"]


def test_crossref_article(server: Server) -> None:
    server.answers("/works/10.1000%2Fjuc.2019.201", reply(ARTICLE))
    answer = found("10.1000/juc.2019.201")
    source = answer.source
    assert (answer.service, source.type, source.key) == (
        "Crossref",
        "article-journal",
        "",
    )
    assert (
        source.text("title")
        == "What Neighbors Owe: <i>In Situ</i> Studies of CO<sub>2</sub> & Walls"
    )
    assert source.names("author") == (
        Name(family="Moss", given="Ada"),
        Name(family="van den Berg", given="Jan", suffix="Jr"),
        Name(literal="The Wall Study Group"),
    )
    assert start(source) == DateParts(
        2019, 6
    )  # the volume's, not that of the first day online
    assert [source.text(name) for name in ("volume", "issue", "page")] == [
        "12",
        "3",
        "201-219",
    ]
    assert source.text("abstract") == "Abstract Walls are shared."
    assert not source.text("publisher")
    assert [(problem.rule, problem.advice) for problem in answer.problems] == [
        ("retracted", "See https://doi.org/10.1000/juc.2020.1.")
    ]


def test_nothing_but_the_identifier_is_sent(server: Server) -> None:
    server.answers("/works/10.1000%2Fjuc.2019.201", reply(ARTICLE))
    found("10.1000/juc.2019.201")
    [(path, headers)] = server.asked
    assert path == "/works/10.1000%2Fjuc.2019.201"
    assert headers["user-agent"].startswith("loccit/")
    assert set(headers) == {"host", "accept", "user-agent", "accept-encoding"}


@pytest.mark.parametrize(
    ("record", "kind", "expected"),
    [
        (
            {
                "type": "book-chapter",
                "title": ["Bread"],
                "container-title": ["The Long Table"],
                "editor": [{"given": "Ella", "family": "Snow"}],
                "publisher": "Lex",
                "ISBN": ["http://id.crossref.org/isbn/9781595581037", "9780306406157"],
                "isbn-type": [{"value": "9780306406157", "type": "print"}],
            },
            "chapter",
            {
                "container-title": "The Long Table",
                "publisher": "Lex",
                "ISBN": "9780306406157",
            },
        ),
        (
            {
                "type": "monograph",
                "title": ["Relief"],
                "subtitle": ["A History"],
                "edition-number": "2",
                "publisher": "H",
            },
            "book",
            {"title": "Relief: A History", "edition": "2"},
        ),
        (
            {
                "type": "dissertation",
                "title": ["T"],
                "degree": ["PhD"],
                "institution": [{"name": "Harbor University"}],
            },
            "thesis",
            {"genre": "PhD thesis", "publisher": "Harbor University"},
        ),
        (
            {
                "type": "posted-content",
                "subtype": "preprint",
                "title": ["T"],
                "institution": [{"name": "bioRxiv"}],
            },
            "article",
            {"genre": "Preprint", "publisher": "bioRxiv"},
        ),
        (
            {"type": "journal-article", "title": ["T"], "article-number": "e0104"},
            "article-journal",
            {"number": "e0104"},
        ),
        ({"type": "something new", "title": ["T"]}, "document", {"title": "T"}),
    ],
)
def test_crossref_kinds(
    record: dict[str, object], kind: str, expected: dict[str, str]
) -> None:
    source = crossref.source_of(record)
    assert source.type == kind
    assert {name: source.text(name) for name in expected} == expected


@pytest.mark.parametrize(
    "record",
    [{}, {"message": []}, {"message": {"title": [{}], "author": "x"}}, [], "x", None],
)
def test_records_of_a_strange_shape_are_no_failure(
    server: Server, record: object
) -> None:
    server.answers("/works/10.1000%2Fa", reply(record))
    with pytest.raises(LookupFailed, match="know no DOI"):
        found("10.1000/a")

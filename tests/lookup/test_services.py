"""Each service's records, as it sends them, become sources."""

from __future__ import annotations

import json

import pytest

from loccit.errors import LookupFailed
from loccit.lookup import Found, Web, identify, look_up
from loccit.lookup.services import crossref
from loccit.model import DateParts, Name, Source
from tests.lookup.conftest import Reply, Server

ARTICLE = {
    "status": "ok",
    "message-type": "work",
    "message": {
        "DOI": "10.1000/juc.2019.201",
        "type": "journal-article",
        "title": ["What Neighbors Owe: <i>In Situ</i> Studies of CO<sub>2</sub> &amp; Walls"],
        "subtitle": [],
        "container-title": ["Journal of Urban Commons"],
        "short-container-title": ["J. Urban Commons"],
        "author": [
            {"given": "Ada", "family": "Moss", "sequence": "first", "affiliation": []},
            {"given": "Jan", "family": "van den Berg", "suffix": "Jr", "sequence": "additional"},
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
        "updated-by": [{"type": "retraction", "DOI": "10.1000/juc.2020.1", "label": "Retraction"}],
    },
}


def reply(data: object) -> Reply:
    return Reply(json.dumps(data).encode())


def found(text: str) -> Found:
    identifier = identify(text)
    assert identifier
    return look_up(identifier, Web(sleep=lambda _: None))


def start(source: Source) -> DateParts | None:
    date = source.date("issued")
    return date.start if date else None


def test_crossref_article(server: Server) -> None:
    server.answers("/works/10.1000%2Fjuc.2019.201", reply(ARTICLE))
    answer = found("10.1000/juc.2019.201")
    source = answer.source
    assert (answer.service, source.type, source.key) == ("Crossref", "article-journal", "")
    assert source.text("title") == "What Neighbors Owe: <i>In Situ</i> Studies of CO<sub>2</sub> & Walls"
    assert source.names("author") == (
        Name(family="Moss", given="Ada"),
        Name(family="van den Berg", given="Jan", suffix="Jr"),
        Name(literal="The Wall Study Group"),
    )
    assert start(source) == DateParts(2019, 6)  # the volume's, not that of the first day online
    assert [source.text(name) for name in ("volume", "issue", "page")] == ["12", "3", "201-219"]
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
            {"container-title": "The Long Table", "publisher": "Lex", "ISBN": "9780306406157"},
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
            {"type": "dissertation", "title": ["T"], "degree": ["PhD"], "institution": [{"name": "Harbor University"}]},
            "thesis",
            {"genre": "PhD thesis", "publisher": "Harbor University"},
        ),
        (
            {"type": "posted-content", "subtype": "preprint", "title": ["T"], "institution": [{"name": "bioRxiv"}]},
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
def test_crossref_kinds(record: dict[str, object], kind: str, expected: dict[str, str]) -> None:
    source = crossref.source_of(record)
    assert source.type == kind
    assert {name: source.text(name) for name in expected} == expected


def test_datacite_is_asked_next(server: Server) -> None:
    record = {
        "data": {
            "id": "10.5281/zenodo.1",
            "attributes": {
                "doi": "10.5281/zenodo.1",
                "titles": [{"title": "Walls"}, {"title": "Measured", "titleType": "Subtitle"}],
                "creators": [
                    {"name": "Moss, Ada", "nameType": "Personal", "givenName": "Ada", "familyName": "Moss"},
                    {"name": "Wall Survey", "nameType": "Organizational"},
                    {"name": "Berg, Jan"},
                ],
                "publisher": {"name": "Zenodo"},
                "publicationYear": 2020,
                "dates": [{"date": "2020-05-04", "dateType": "Issued"}],
                "types": {"resourceTypeGeneral": "Dataset"},
                "version": "1.2",
            },
        }
    }
    server.answers("/dois/10.5281%2Fzenodo.1", reply(record))
    answer = found("10.5281/zenodo.1")
    assert (answer.service, answer.source.type) == ("DataCite", "dataset")
    assert answer.source.text("title") == "Walls: Measured"
    assert answer.source.names("author")[1:] == (Name(literal="Wall Survey"), Name(family="Berg", given="Jan"))
    assert start(answer.source) == DateParts(2020, 5, 4)
    assert [path for path, _ in server.asked] == ["/works/10.5281%2Fzenodo.1", "/dois/10.5281%2Fzenodo.1"]


def test_doi_org_is_asked_last(server: Server) -> None:
    item = {
        "type": "journal-article",
        "title": "W &amp; X",
        "author": [{"family": "Ito"}],
        "indexed": {"a": 1},
        "DOI": "1",
    }
    answer = Reply(json.dumps(item).encode(), content_type="application/vnd.citationstyles.csl+json")
    server.answers("/10.7777/x", answer)
    source = found("10.7777/x").source
    assert (source.type, source.text("title")) == ("article-journal", "W & X")
    assert "indexed" not in source.variables


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
    server.answers(path, reply({"ISBN:9781595581037": {"bib_key": "ISBN:9781595581037", "details": details}}))
    source = found("978-1-59558-103-7").source
    assert source.text("title") == "The new Jim Crow: mass incarceration"
    assert source.names("author") == (Name(family="Alexander", given="Michelle"),)
    assert (source.text("edition"), source.text("number-of-pages"), start(source)) == ("2", "290", DateParts(2010, 1))


FEED = """<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom">
  <entry>
    <id>http://arxiv.org/abs/2101.00123v2</id>
    <updated>2021-03-04T00:00:00Z</updated>
    <published>2021-01-02T00:00:00Z</published>
    <title>Walls
      and Doors</title>
    <summary>On walls.</summary>
    <author><name>Ada Moss</name></author>
    <author><name>Jan van den Berg</name></author>
    <arxiv:doi>10.1000/juc.1</arxiv:doi>
  </entry>
</feed>"""


def test_arxiv(server: Server) -> None:
    for version, date in (("", DateParts(2021, 1, 2)), ("v2", DateParts(2021, 3, 4))):
        path = f"/api/query?id_list=2101.00123{version}&max_results=1"
        server.answers(path, Reply(FEED.encode(), content_type="application/atom+xml"))
        answer = found(f"arXiv:2101.00123{version}")
        source = answer.source
        assert (source.type, source.text("title"), start(source)) == ("article", "Walls and Doors", date)
        assert source.names("author")[1].non_dropping_particle + source.names("author")[1].dropping_particle
        assert source.text("DOI") == "10.48550/arXiv.2101.00123"
        assert answer.problems[0].message == "This preprint has come out as DOI 10.1000/juc.1."


def test_a_bomb_is_no_feed(server: Server) -> None:
    bomb = (
        b'<!DOCTYPE f [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;">]><feed xmlns="http://www.w3.org/2005/Atom"><entry>'
    )
    bomb += b"<title>&b;</title></entry></feed>"
    server.answers("/api/query?id_list=2101.00123&max_results=1", Reply(bomb))
    with pytest.raises(LookupFailed, match="arXiv knows no arXiv:"):
        found("2101.00123")


MEDLINE = """
PMID- 20124231
DP  - 2010 Jan 27
TI  - Walls and wellbeing: a trial.
PG  - 327-34
LID - 10.1001/wall.2010.1 [doi]
FAU - Moss, Ada
AU  - Moss A
TA  - J Walls
JT  - Journal of walls
VI  - 303
IP  - 4
"""


def test_pubmed(server: Server) -> None:
    record = Reply(MEDLINE.encode(), content_type="text/plain")
    server.answers("/efetch.fcgi?db=pubmed&id=20124231&rettype=medline&retmode=text", record)
    number = {"esearchresult": {"count": "1", "idlist": ["20124231"]}}
    server.answers("/esearch.fcgi?db=pubmed&term=PMC2000001%5Bpmcid%5D&retmode=json", reply(number))
    for text in ("PMID: 20124231", "PMC2000001"):
        answer = found(text)
        source = answer.source
        assert (answer.service, source.key, source.type) == ("PubMed", "", "article-journal")
        assert source.text("title") == "Walls and wellbeing: a trial"
        assert source.names("author") == (Name(family="Moss", given="Ada"),)
        assert (source.text("DOI"), source.text("page")) == ("10.1001/wall.2010.1", "327-334")


@pytest.mark.parametrize("body", [b"", b"id: 1 Error occurred: The following PMID is not available", b"PMID- 1\n"])
def test_pubmed_knows_nothing(server: Server, body: bytes) -> None:
    server.answers("/efetch.fcgi?db=pubmed&id=1&rettype=medline&retmode=text", Reply(body, content_type="text/plain"))
    with pytest.raises(LookupFailed, match="PubMed knows no PMID 1"):
        found("PMID 1")


PAGE = """<html><head><title>On Care | The Post</title>
<meta property="og:site_name" content="The Post">
<link rel="canonical" href="ADDRESS/care">
<script type="application/ld+json">
{"@context": "https://schema.org", "@graph": [{"@type": "NewsArticle", "headline": "On Care", "datePublished":
"2020-02-03T10:00:00Z", "author": [{"@type": "Person", "name": "Mo Klein"}]}]}
</script></head><body><p>x</p></body></html>"""

SCHOLARLY = """<html><head><meta name="citation_title" content="Walls &amp; Doors">
<meta name="citation_author" content="Moss, Ada"><meta name="citation_author" content="Berg, Jan">
<meta name="citation_journal_title" content="Juc"><meta name="citation_volume" content="3">
<meta name="citation_firstpage" content="1"><meta name="citation_lastpage" content="9">
<meta name="citation_publication_date" content="2019/06/01"><meta name="citation_doi" content="10.1000/x">
</head></html>"""


def test_a_page_of_a_newspaper(server: Server) -> None:
    body = PAGE.replace("ADDRESS", server.address).encode()
    server.answers("/a?utm=1", Reply(body, content_type="text/html; charset=utf-8"))
    source = found(f"{server.address}/a?utm=1").source
    assert source.type == "article-newspaper"
    assert (source.text("title"), source.text("container-title")) == ("On Care", "The Post")
    assert source.text("URL") == f"{server.address}/care"
    assert source.names("author") == (Name(family="Klein", given="Mo"),)
    assert start(source) == DateParts(2020, 2, 3)
    assert source.date("accessed") is None


def test_a_page_of_a_journal(server: Server) -> None:
    server.answers("/b", Reply(SCHOLARLY.encode(), content_type="text/html"))
    source = found(f"{server.address}/b").source
    assert (source.type, source.text("title"), source.text("page")) == ("article-journal", "Walls & Doors", "1-9")
    assert [name.family for name in source.names("author")] == ["Moss", "Berg"]


def test_a_plain_page_is_dated_by_the_day_it_was_read(server: Server) -> None:
    server.answers("/c", Reply("<title>Übersicht</title>".encode(), content_type="text/html"))
    source = found(f"{server.address}/c").source
    assert (source.type, source.text("title"), source.date("issued")) == ("webpage", "Übersicht", None)
    assert source.date("accessed")


@pytest.mark.parametrize("body", [b"", b"<html>", b"\xff\xfe\x00", b"<title> </title>"])
def test_a_page_that_says_nothing(server: Server, body: bytes) -> None:
    server.answers("/d", Reply(body, content_type="text/html"))
    with pytest.raises(LookupFailed):
        found(f"{server.address}/d")


@pytest.mark.parametrize("record", [{}, {"message": []}, {"message": {"title": [{}], "author": "x"}}, [], "x", None])
def test_records_of_a_strange_shape_are_no_failure(server: Server, record: object) -> None:
    server.answers("/works/10.1000%2Fa", reply(record))
    with pytest.raises(LookupFailed, match="know no DOI"):
        found("10.1000/a")

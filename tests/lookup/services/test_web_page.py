"""What a web page says of itself."""

from __future__ import annotations

import pytest

from loccit.errors import LookupFailed
from loccit.model import DateParts, Name
from tests.lookup.conftest import Reply, Server, found, start

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
    assert (source.text("title"), source.text("container-title")) == (
        "On Care",
        "The Post",
    )
    assert source.text("URL") == f"{server.address}/care"
    assert source.names("author") == (Name(family="Klein", given="Mo"),)
    assert start(source) == DateParts(2020, 2, 3)
    assert source.date("accessed") is None


def test_a_page_of_a_journal(server: Server) -> None:
    server.answers("/b", Reply(SCHOLARLY.encode(), content_type="text/html"))
    source = found(f"{server.address}/b").source
    assert (source.type, source.text("title"), source.text("page")) == (
        "article-journal",
        "Walls & Doors",
        "1-9",
    )
    assert [name.family for name in source.names("author")] == ["Moss", "Berg"]


def test_a_plain_page_is_dated_by_the_day_it_was_read(server: Server) -> None:
    server.answers(
        "/c", Reply("<title>Übersicht</title>".encode(), content_type="text/html")
    )
    source = found(f"{server.address}/c").source
    assert (source.type, source.text("title"), source.date("issued")) == (
        "webpage",
        "Übersicht",
        None,
    )
    assert source.date("accessed")


@pytest.mark.parametrize("body", [b"", b"<html>", b"\xff\xfe\x00", b"<title> </title>"])
def test_a_page_that_says_nothing(server: Server, body: bytes) -> None:
    server.answers("/d", Reply(body, content_type="text/html"))
    with pytest.raises(LookupFailed):
        found(f"{server.address}/d")

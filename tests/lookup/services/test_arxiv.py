"""arXiv's feed."""

from __future__ import annotations

import pytest

from loccit.errors import LookupFailed
from loccit.model import DateParts
from tests.lookup.conftest import Reply, Server, found, start

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
        assert (source.type, source.text("title"), start(source)) == (
            "article",
            "Walls and Doors",
            date,
        )
        assert (
            source.names("author")[1].non_dropping_particle
            + source.names("author")[1].dropping_particle
        )
        assert source.text("DOI") == "10.48550/arXiv.2101.00123"
        assert (
            answer.problems[0].message
            == "This preprint was published as DOI 10.1000/juc.1."
        )


def test_a_bomb_is_no_feed(server: Server) -> None:
    bomb = b'<!DOCTYPE f [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;">]><feed xmlns="http://www.w3.org/2005/Atom"><entry>'
    bomb += b"<title>&b;</title></entry></feed>"
    server.answers("/api/query?id_list=2101.00123&max_results=1", Reply(bomb))
    with pytest.raises(LookupFailed, match="arXiv knows no arXiv:"):
        found("2101.00123")

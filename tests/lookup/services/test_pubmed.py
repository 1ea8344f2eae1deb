"""PubMed's records."""

from __future__ import annotations

import pytest

from loccit.errors import LookupFailed
from loccit.model import Name
from tests.lookup.conftest import Reply, Server, found, reply

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
    server.answers(
        "/efetch.fcgi?db=pubmed&id=20124231&rettype=medline&retmode=text", record
    )
    number = {"esearchresult": {"count": "1", "idlist": ["20124231"]}}
    server.answers(
        "/esearch.fcgi?db=pubmed&term=PMC2000001%5Bpmcid%5D&retmode=json", reply(number)
    )
    for text in ("PMID: 20124231", "PMC2000001"):
        answer = found(text)
        source = answer.source
        assert (answer.service, source.key, source.type) == (
            "PubMed",
            "",
            "article-journal",
        )
        assert source.text("title") == "Walls and wellbeing: a trial"
        assert source.names("author") == (Name(family="Moss", given="Ada"),)
        assert (source.text("DOI"), source.text("page")) == (
            "10.1001/wall.2010.1",
            "327-334",
        )


@pytest.mark.parametrize(
    "body",
    [b"", b"id: 1 Error occurred: The following PMID is not available", b"PMID- 1\n"],
)
def test_pubmed_knows_nothing(server: Server, body: bytes) -> None:
    server.answers(
        "/efetch.fcgi?db=pubmed&id=1&rettype=medline&retmode=text",
        Reply(body, content_type="text/plain"),
    )
    with pytest.raises(LookupFailed, match="PubMed knows no PMID 1"):
        found("PMID 1")

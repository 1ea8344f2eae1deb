"""Services find works by title and first name."""

from __future__ import annotations

import pytest

from loccit.lookup import LookupResult, Web
from loccit.lookup.services import finders
from loccit.model import Date, DateParts, Name, Source, Value
from tests.lookup.conftest import Reply, Server, reply, start

WALLS: dict[str, Value] = {
    "title": "Walls: and Doors",
    "author": (Name("Moss", "Ada"),),
    "issued": Date(DateParts(2019)),
}


def search(name: str, type_: str) -> list[LookupResult]:
    """What the service of that name finds."""
    [service] = [each for each in finders(type_) if name == each.NAME]
    return list(service.search(Source("", type_, WALLS), Web().at(service)))


@pytest.mark.parametrize(
    ("type_", "names"),
    [
        ("article-journal", ["Crossref", "PubMed", "arXiv"]),
        ("book", ["Crossref", "Open Library"]),
        ("dataset", ["Crossref", "DataCite"]),
        ("article", ["Crossref", "DataCite", "arXiv"]),
        ("webpage", []),
    ],
)
def test_services_by_the_type_of_works(type_: str, names: list[str]) -> None:
    assert [service.NAME for service in finders(type_)] == names


def test_crossref(server: Server) -> None:
    record = {
        "DOI": "10.1000/a",
        "type": "journal-article",
        "title": ["Walls and Doors", "Mauern und Türen"],
        "container-title": ["Journal of Walls"],
        "short-container-title": ["J. Walls"],
        "published-print": {"date-parts": [[2019, 6]]},
        "published-online": {"date-parts": [[2018, 12, 3]]},
        "updated-by": [
            {
                "DOI": "10.1000/r",
                "type": "expression_of_concern",
                "label": "Expression of concern",
                "source": "retraction-watch",
                "updated": {"date-parts": [[2021, 1, 2]]},
            }
        ],
        "update-to": [
            {"DOI": "10.1000/o", "type": "correction", "label": "Correction"}
        ],
    }
    query = (
        "/works?query.bibliographic=Walls%3A+and+Doors+2019&query.author=Moss&rows=5"
    )
    server.answers(query, reply({"message": {"items": [record]}}))
    [found] = search("Crossref", "article-journal")
    assert found.also == {
        "title": ("Mauern und Türen",),
        "container-title": ("Journal of Walls", "J. Walls"),
        "issued": ("2019", "2018"),
    }
    assert [problem.rule for problem in found.problems] == ["concern", "notice"]


def test_datacite(server: Server) -> None:
    record = {
        "id": "10.5061/walls",
        "type": "dois",
        "attributes": {
            "doi": "10.5061/walls",
            "titles": [{"title": "Walls and Doors"}],
            "creators": [{"name": "Moss, Ada", "familyName": "Moss"}],
            "publicationYear": 2019,
            "dates": [{"date": "2018-11-05", "dateType": "Submitted"}],
            "types": {"resourceTypeGeneral": "Dataset"},
        },
    }
    query = (
        "/dois?query=titles.title%3A%28walls+AND+doors%29+AND+creators.name%3A%28moss%29"
        "&sort=relevance&page%5Bnumber%5D=1&page%5Bsize%5D=5"
    )
    server.answers(query, reply({"data": [record], "meta": {"total": 1}}))
    [found] = search("DataCite", "dataset")
    assert found.source.text("DOI") == "10.5061/walls"
    assert found.also["issued"] == ("2019", "2018")


FEED = """<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom">
  <entry>
    <id>http://arxiv.org/abs/2101.00123v2</id>
    <updated>2021-03-04T00:00:00Z</updated>
    <published>2019-01-02T00:00:00Z</published>
    <title>Walls and Doors</title>
    <author><name>Ada Moss</name></author>
    <arxiv:comment>This paper has been withdrawn by the author</arxiv:comment>
  </entry>
  <entry><id>http://arxiv.org/api/errors#x</id><title>Error</title></entry>
</feed>"""


def test_arxiv(server: Server) -> None:
    query = (
        "/api/query?search_query=ti%3A%22walls+and+doors%22+AND+au%3A%22moss%22"
        "&max_results=5"
    )
    server.answers(query, Reply(FEED.encode(), content_type="application/atom+xml"))
    [found] = search("arXiv", "article")
    assert found.source.text("DOI") == "10.48550/arXiv.2101.00123"
    assert found.also["issued"] == ("2019", "2021")
    assert [problem.rule for problem in found.problems] == ["retracted"]


MEDLINE = """
PMID- 20124231
DP  - 2019 Jan 27
TI  - Walls and doors.
FAU - Moss, Ada
JT  - Journal of walls
DEP - 20181105
PT  - Journal Article
PT  - Retracted Publication
RIN - J Walls. 2020;12(1):7. PMID: 30000000
EIN - J Walls. 2019;11(4):9

PMID- 20124232
TI  - Doors.
FAU - Moss, Ada
"""


def test_pubmed(server: Server) -> None:
    term = "walls%5BTitle%5D+AND+doors%5BTitle%5D+AND+moss%5BAuthor%5D"
    numbers = {"esearchresult": {"idlist": ["20124231", "20124232"]}}
    server.answers(
        f"/esearch.fcgi?db=pubmed&term={term}&retmode=json&retmax=5", reply(numbers)
    )
    ids = "20124231,20124232"
    server.answers(
        f"/efetch.fcgi?db=pubmed&id={ids}&rettype=medline&retmode=text",
        Reply(MEDLINE.encode(), content_type="text/plain"),
    )
    first, second = search("PubMed", "article-journal")
    assert first.also["issued"] == ("2019", "2018")
    assert [(problem.rule, problem.advice) for problem in first.problems] == [
        ("retracted", "See J Walls. 2020;12(1):7. PMID: 30000000"),
        ("updated", "See J Walls. 2019;11(4):9"),
    ]
    assert (second.source.text("title"), second.problems) == ("Doors", ())


def test_open_library(server: Server) -> None:
    work = {
        "key": "/works/OL1W",
        "title": "Walls",
        "subtitle": "and Doors",
        "author_name": ["Ada Moss"],
        "publish_year": [2021, 2017],
    }
    query = (
        "/search.json?title=Walls%3A+and+Doors&author=Moss"
        "&fields=key%2Ctitle%2Csubtitle%2Cauthor_name%2Cpublish_year&limit=5"
    )
    server.answers(query, reply({"numFound": 1, "docs": [work]}))
    [found] = search("Open Library", "book")
    assert found.source.text("title") == "Walls: and Doors"
    assert (start(found.source), found.also) == (
        DateParts(2017),
        {"issued": ("2021", "2017")},
    )

"""Other programs read the tagged formats that are written, and write such that are
read.
"""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from loccit._startup.dataclass import replace
from loccit.bibliography import Library, write_sources
from loccit.bibliography.formats import medline, ris
from loccit.model import Date, DateParts, Name, Source, Value

DOE = (Name(family="Doe", given="Jane"),)
SOURCES = (
    Source(
        "article",
        "article-journal",
        {
            "title": "Food and the City",
            "author": (
                Name(family="Bell", given="Rachel"),
                Name(family="Roe", given="R. J."),
            ),
            "container-title": "Agriculture and Human Values",
            "volume": "26",
            "issue": "1",
            "page": "12-34",
            "issued": Date(DateParts(2009)),
            "DOI": "10.1000/1",
            "ISSN": "1572-8366",
            "URL": "https://example.org/1?a=b&c=d",
            "keyword": "food",
            "abstract": "Über Gärten.",
        },
    ),
    Source(
        "book",
        "book",
        {
            "title": "The New Jim Crow",
            "author": DOE,
            "publisher": "The New Press",
            "issued": Date(DateParts(2010)),
        },
    ),
    Source(
        "chapter",
        "chapter",
        {
            "title": "A Chapter",
            "author": DOE,
            "editor": (Name(family="Müller", given="Ann"),),
            "container-title": "The Book",
            "page": "1-9",
            "publisher": "The Press",
            "issued": Date(DateParts(2001)),
        },
    ),
    Source(
        "thesis",
        "thesis",
        {"title": "A Thesis", "author": DOE, "issued": Date(DateParts(1999))},
    ),
    Source(
        "paper",
        "paper-conference",
        {
            "title": "A Paper",
            "author": DOE,
            "container-title": "Proceedings",
            "issued": Date(DateParts(2012)),
        },
    ),
    Source(
        "news",
        "article-newspaper",
        {
            "title": "News",
            "author": DOE,
            "container-title": "The Times",
            "issued": Date(DateParts(2020)),
        },
    ),
)


def variables(
    sources: Sequence[Source], *without: str
) -> list[tuple[str, dict[str, Value]]]:
    """Types and variables by title, which every program keeps."""
    items = (
        (
            source.type,
            {
                name: value
                for name, value in source.variables.items()
                if name not in without
            },
        )
        for source in sources
    )
    return sorted(items, key=lambda item: str(item[1]["title"]))


def test_rispy_reads_what_is_written() -> None:
    rispy = pytest.importorskip("rispy")
    entries = rispy.loads(write_sources(SOURCES, "ris"))
    assert [entry["id"] for entry in entries] == [source.key for source in SOURCES]
    assert not [entry["unknown_tag"] for entry in entries if "unknown_tag" in entry]
    article = entries[0]
    assert article["authors"] == ["Bell, Rachel", "Roe, R. J."]
    assert (article["secondary_title"], article["volume"], article["number"]) == (
        "Agriculture and Human Values",
        "26",
        "1",
    )
    assert (
        article["start_page"],
        article["end_page"],
        article["year"],
        article["doi"],
    ) == (
        "12",
        "34",
        "2009",
        "10.1000/1",
    )
    assert (article["abstract"], article["urls"]) == (
        "Über Gärten.",
        ["https://example.org/1?a=b&c=d"],
    )


def test_what_rispy_writes_is_read() -> None:
    rispy = pytest.importorskip("rispy")
    text = rispy.dumps(rispy.loads(write_sources(SOURCES, "ris")))
    again = list(Library([ris.read(text, "a.ris")]))
    assert [source.key for source in again] == [source.key for source in SOURCES]
    assert variables(again) == variables(SOURCES)


def test_nbib_reads_what_is_written() -> None:
    nbib = pytest.importorskip("nbib")
    article = replace(
        SOURCES[0],
        variables={
            **SOURCES[0].variables,
            "PMID": "7",
            "container-title-short": "Food",
        },
    )
    (entry,) = nbib.read(medline.write([article]))
    assert [author["author"] for author in entry["authors"]] == [
        "Bell, Rachel",
        "Roe, R. J.",
    ]
    assert [author["author_abbreviated"] for author in entry["authors"]] == [
        "Bell R",
        "Roe RJ",
    ]
    assert (entry["pubmed_id"], entry["doi"], entry["pages"]) == (
        7,
        "10.1000/1",
        "12-34",
    )
    assert (
        entry["journal_volume"],
        entry["journal_issue"],
        entry["publication_date"],
    ) == ("26", "1", "2009")
    assert (entry["journal"], entry["title"]) == (
        "Agriculture and Human Values",
        "Food and the City.",
    )

"""COinS: what a link resolver finds in the pairs, and Zotero, whose reader splits them
at `&` and `=`.
"""

from __future__ import annotations

from urllib.parse import parse_qs, unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loccit.export.coins import coins
from loccit.model import Date, DateParts, Name, Source, Value
from loccit.values.csl_types import CSL_TYPES

DOE, NIMH = Name("Doe", "Jane"), Name(literal="NIMH")

ARTICLE: dict[str, Value] = {
    "title": "On <i>Emma</i> & Co = 100%",
    "author": (Name("Gogh", "Vincent", non_dropping_particle="van"), DOE, NIMH),
    "container-title": "Notes",
    "container-title-short": "N.",
    "issued": Date(DateParts(2018, 3, 9)),
    "volume": "12",
    "issue": "3",
    "page": "12–19",
    "DOI": "https://doi.org/10.1/a<b",
    "ISSN": "1234-5678",
    "URL": "https://x.org/?a=b&c=d",
}


def pairs(source: Source) -> dict[str, list[str]]:
    return parse_qs(coins(source), strict_parsing=True)


def test_an_article() -> None:
    assert pairs(Source("a", "article-journal", ARTICLE)) == {
        "ctx_ver": ["Z39.88-2004"],
        "rft_val_fmt": ["info:ofi/fmt:kev:mtx:journal"],
        "rft_id": ["info:doi/10.1/a<b", "https://x.org/?a=b&c=d"],
        "rft.genre": ["article"],
        "rft.atitle": ["On Emma & Co = 100%"],
        "rft.jtitle": ["Notes"],
        "rft.stitle": ["N."],
        "rft.aulast": ["van Gogh"],
        "rft.aufirst": ["Vincent"],
        "rft.au": ["van Gogh, Vincent", "Doe, Jane"],
        "rft.aucorp": ["NIMH"],
        "rft.date": ["2018-03-09"],
        "rft.volume": ["12"],
        "rft.issue": ["3"],
        "rft.pages": ["12–19"],
        "rft.spage": ["12"],
        "rft.epage": ["19"],
        "rft.issn": ["1234-5678"],
    }


@pytest.mark.parametrize(
    ("type_", "variables", "expected"),
    [
        ("book", {"title": "Doors", "publisher": "Verso", "publisher-place": "London", "ISBN": "978-1, 978-2"},
         {"rft.genre": "book", "rft.btitle": "Doors", "rft.pub": "Verso", "rft.place": "London",
          "rft_id": "urn:isbn:978-1"}),
        ("chapter", {"title": "A Door", "container-title": "Doors", "page": "7"},
         {"rft.genre": "bookitem", "rft.atitle": "A Door", "rft.btitle": "Doors", "rft.pages": "7"}),
        ("paper-conference", {"title": "A Door", "container-title": "Days"},
         {"rft.genre": "proceeding", "rft.atitle": "A Door", "rft.btitle": "Days"}),
        ("report", {"title": "Doors"}, {"rft.genre": "report", "rft.btitle": "Doors"}),
        ("thesis", {"title": "Doors", "publisher": "UCLA", "genre": "PhD thesis"},
         {"rft_val_fmt": "info:ofi/fmt:kev:mtx:dissertation", "rft.title": "Doors", "rft.inst": "UCLA",
          "rft.degree": "PhD thesis"}),
        ("patent", {"title": "Door", "author": (DOE,), "number": "7"},
         {"rft_val_fmt": "info:ofi/fmt:kev:mtx:patent", "rft.invlast": "Doe", "rft.inventor": "Doe, Jane",
          "rft.number": "7"}),
        ("article-newspaper", {"title": "Doors", "container-title": "The Times", "abstract": "On doors."},
         {"rft_val_fmt": "info:ofi/fmt:kev:mtx:dc", "rft.type": "newspaperArticle", "rft.source": "The Times",
          "rft.description": "On doors."}),
        ("webpage", {"title": "Doors", "issued": Date(raw="March 2018")},
         {"rft.type": "webpage", "rft.date": "2018-03"}),
        ("treaty", {"title": "Doors", "issued": Date(DateParts(-300))}, {"rft.type": "document", "rft.date": ""}),
    ],
)  # fmt: skip
def test_kinds(
    type_: str, variables: dict[str, Value], expected: dict[str, str]
) -> None:
    found = pairs(Source("a", type_, variables))
    assert {key: "".join(found.get(key, [])) for key in expected} == expected


def test_keywords_are_subjects() -> None:
    assert pairs(Source("a", "webpage", {"keyword": "wood, old iron; "}))[
        "rft.subject"
    ] == ["wood", "old iron"]


@pytest.mark.parametrize("type_", sorted(CSL_TYPES))
def test_every_type_has_its_title(type_: str) -> None:
    found = pairs(Source("a", type_, {"title": "Doors"}))
    assert ["Doors"] in [
        found.get(f"rft.{key}") for key in ("title", "atitle", "btitle")
    ]


@given(st.text())
def test_any_title_comes_back(title: str) -> None:
    written = coins(Source("a", "book", {"title": title}))
    assert not set(written) & set("<>\"' ")
    found = dict(pair.split("=") for pair in written.split("&"))
    assert unquote(found.get("rft.btitle", "")) == Source(
        "a", "book", {"title": title}
    ).plain("title")

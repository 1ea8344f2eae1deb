"""MEDLINE as PubMed and Ovid write it."""

from __future__ import annotations

import pytest
from hypothesis import given as draw
from hypothesis import strategies as st

from loccit.bibliography import Library, write_sources
from loccit.bibliography.formats import medline
from loccit.bibliography.formats.medline.fields import (
    CSL_TYPES,
    DATE,
    FIELDS,
    write_date,
)
from loccit.bibliography.keys import make_key
from loccit.model import Date, DateParts, Name, Source
from loccit.values.date_ranges import OPEN
from tests.bibliography.described import (
    NUMBER,
    WORDS,
    any_sources,
    changed,
    described,
    plain_sources,
    read_again,
)

#: Lines that decide of a key, and lines that might.
LINES = (
    """
FAU - Doe, Jane; AU  - Doe J; AU  - Roe R; CN  - Group of People; FED - Poe, Edith
ED  - Loe E; DP  - 2010 May; YR  - 2001; DEP - 20090101; TI  - On Titles; BTI - Of Books
TT  - Original; OT  - word; VN  - Ovid; OWN - ERIC; OWN - NLM; DB  - Ovid MEDLINE(R)
SO  - JAMA. 303(4):327-34, 2010 Jan 27.; UI  - 7; PT  - Book; PT  - Dissertations
PT  - Journal Article; JT  - Journal; TA  - J; VI  - 3; IP  - 4; PG  - 5-6; IS  - 1234-5679
LID - https://www.example.org; AID - e12 [pii]; LA  - eng; AB  - Words.; MH  - Heading
""".replace("\n", "; ")
    .strip("; ")
    .split("; ")
)
TYPES = sorted(set(CSL_TYPES.values()))


def library(text: str) -> Library:
    return Library([medline.read(text, "a.nbib")])


def test_records(given: str, expected: str) -> None:
    found = library(given)
    assert described(found) == expected
    assert not [name for source in found for name in medline.lost(source)]


def test_what_is_written() -> None:
    source = Source(
        "long2009",
        "article-journal",
        {
            "title": "Gardens",
            "author": (
                Name(family="Long", given="Vicky Jane"),
                Name(literal="A Group"),
            ),
            "issued": Date(DateParts(2009, 3, 5)),
            "DOI": "10.1000/1",
            "PMID": "7",
            "keyword": "health, beauty",
        },
    )
    assert write_sources([source], "medline").splitlines() == [
        "PMID- 7",
        "DP  - 2009 Mar 5",
        "TI  - Gardens.",
        "AID - 10.1000/1 [doi]",
        "FAU - Long, Vicky Jane",
        "AU  - Long VJ",
        "CN  - A Group",
        "OT  - health",
        "OT  - beauty",
        "PT  - Journal Article",
    ]


def test_a_source_without_a_number_is_recognized_too() -> None:
    text = write_sources([Source("a", "book", {"title": "A"})], "medline")
    assert medline.recognizes(text) and len(library(text)) == 1


@draw(
    plain_sources(
        ["article-journal"],
        {
            "container-title": WORDS,
            "issue": NUMBER,
            "PMID": NUMBER,
            "original-title": WORDS,
        },
    )
    | plain_sources(TYPES, {"PMCID": NUMBER.map("PMC{}".format)})
)
def test_of_a_plain_source_the_key_is_lost_alone(source: Source) -> None:
    assert set(changed(source, read_again(source, "medline"))) <= {"id"}


@draw(
    any_sources(
        [*TYPES, "map"], sorted({field.variable for field in FIELDS} | {"scale"})
    )
)
def test_what_is_lost_is_named_exactly(source: Source) -> None:
    assert list(medline.lost(source)) == changed(source, read_again(source, "medline"))


@draw(st.text(alphabet="PMIDTULV<>1.  -\n\r;,[]") | st.text())
def test_whatever_a_file_holds_is_read(text: str) -> None:
    found = library(text)
    assert len(list(found)) == len(found)


@pytest.mark.parametrize(
    ("date", "text"),
    [
        (Date(DateParts(2010, 3, 5)), "2010 Mar 5"),
        (Date(DateParts(2010, 3), DateParts(2010, 4)), "2010 Mar-2010 Apr"),
        (Date(DateParts(2009), season=4), "2009 Winter"),
        (Date(DateParts(2009), DateParts(2010), season=4), "2009-2010 Winter"),
        (Date(DateParts(2009, 24), DateParts(2010, 21)), "2009 Winter-2010 Spring"),
        (Date(DateParts(1999), OPEN), "1999-"),
        (Date(literal="in press"), "in press"),
        (Date(DateParts(2010), literal="2010-13"), "2010-13"),
    ],
)
def test_a_date_is_written_and_read(date: Date, text: str) -> None:
    assert write_date(date) == [text]
    assert DATE.read([text]) == date


@draw(st.lists(st.sampled_from(LINES), max_size=12))
def test_a_key_is_made_of_the_tags_that_matter_as_of_all(lines: list[str]) -> None:
    file = medline.read("\n".join(["PMID- 1", *lines]), "a.nbib")
    source = file.read(0).source
    assert source and file.keys[0] == make_key(source)

"""RIS and its dialects."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given as draw
from hypothesis import strategies as st

from loccit.bibliography import Library, losses, open_library, write_sources
from loccit.bibliography.formats import ris
from loccit.bibliography.formats.ris.fields import FIELDS
from loccit.bibliography.formats.ris.types import CSL_TYPES, RIS_TYPES
from loccit.model import Date, DateParts, Name, Source
from tests.bibliography.described import (
    NUMBER,
    PEOPLE,
    WORDS,
    any_sources,
    changed,
    described,
    plain_sources,
    read_again,
)

#: Types that RIS has.
TYPES = sorted(
    type_ for type_, ris_type in RIS_TYPES.items() if CSL_TYPES[ris_type] == type_
)

#: What stands at the tag of one variable is another of these types: directors, the
#: court, the place of the event.
OTHERWISE = {
    "motion_picture": {"author"},
    "legal_case": {"publisher"},
    "speech": {"publisher-place"},
}

ARTICLE = """TY  - JOUR
TI  - A Title
AU  - Doe, Jane
PY  - 2010
ER  -
"""


def library(text: str) -> Library:
    return Library([ris.read(text, "a.ris")])


def test_records(given: str, expected: str) -> None:
    found = library(given)
    assert described(found) == expected
    assert not [name for source in found for name in ris.lost(source)]


@pytest.mark.parametrize(
    "text",
    [
        ARTICLE.replace("\n", "\r\n"),
        ARTICLE.replace("\n", "\r"),
        ARTICLE.replace("  - ", " - "),
        ARTICLE.replace("  - ", "  -"),
        ARTICLE.replace("TY", "ty").replace("TI", "ti").replace("PY", "py"),
        ARTICLE.replace("ER  -\n", ""),
        ARTICLE.replace("ER  -", "ER  - "),
        ARTICLE.replace("\n", "\n\n"),
        ARTICLE.replace("A Title", "A\nTitle"),
        ARTICLE.replace("A Title", "A\n      Title"),
        "\ufeff" + ARTICLE,
        "\n\n" + ARTICLE + "\n\x1a",
        "  " + ARTICLE.replace("\n", "\n  "),
        ARTICLE + "ER  -\n",
    ],
)
def test_the_same_record_however_it_is_typed(text: str) -> None:
    assert ris.recognizes(text)
    found = library(text)
    (source,) = found
    (plain,) = library(ARTICLE)
    assert (source.key, source.type, source.variables) == (
        plain.key,
        plain.type,
        plain.variables,
    )
    assert not found.problems


def test_latin_1(tmp_path: Path) -> None:
    path = tmp_path / "a.ris"
    path.write_bytes(ARTICLE.replace("Doe", "Müller").encode("latin-1"))
    assert open_library(path).keys() == ("muller2010",)


def test_a_record_says_what_is_not_kept_and_where() -> None:
    found = library(ARTICLE.replace("PY", "XX  - b\nAD  - Here\nPY"))
    assert not found.problems
    assert [str(problem) for problem in found.problems_of("doe2010")] == [
        "a.ris:4:1: note: loccit does not keep `XX`, `AD` of this record."
    ]


def test_what_is_written() -> None:
    source = Source(
        "alexander2010",
        "book",
        {
            "title": 'The New <span class="nocase">Jim Crow</span>',
            "author": (
                Name(family="Alexander", given="Michelle"),
                Name(literal="A Group"),
            ),
            "issued": Date(DateParts(2010, 1, 5)),
            "abstract": "One.\nTY  - Two.",
            "ISBN": "978-1-59558-103-7",
        },
    )
    assert write_sources([source], "ris").splitlines() == [
        "TY  - BOOK",
        "TI  - The New Jim Crow",
        "AU  - Alexander, Michelle",
        "AU  - A Group,",
        "PY  - 2010",
        "DA  - 2010/01/05/",
        "SN  - 978-1-59558-103-7",
        "AB  - One.",
        "      TY  - Two.",
        "ID  - alexander2010",
        "ER  - ",
    ]
    assert [problem.message for problem in losses([source], "ris")] == [
        "Of `alexander2010`, ris can't hold `title` whole."
    ]


@draw(
    plain_sources(
        ["article-journal", "article-magazine", "article-newspaper"],
        {"container-title": WORDS, "issue": NUMBER},
    )
    | plain_sources(
        ["book"],
        {
            "editor": PEOPLE,
            "collection-title": WORDS,
            "collection-number": NUMBER,
            "edition": NUMBER,
        },
    )
    | plain_sources(
        ["chapter", "paper-conference"],
        {"container-title": WORDS, "editor": PEOPLE, "ISBN": st.just("0-306-40615-2")},
    )
    | plain_sources(TYPES, {"title-short": WORDS, "call-number": WORDS})
)
def test_a_plain_source_is_read_as_it_was_written(source: Source) -> None:
    assert set(changed(source, read_again(source, "ris"))) <= OTHERWISE.get(
        source.type, set()
    )


@draw(
    any_sources(
        sorted(RIS_TYPES),
        sorted({field.variable for field in FIELDS} | {"scale", "event-date"}),
    )
)
def test_what_is_lost_is_named_exactly(source: Source) -> None:
    assert list(ris.lost(source)) == changed(source, read_again(source, "ris"))


@draw(st.text(alphabet="TYERAUPD12 -\n\r;,./") | st.text())
def test_whatever_a_file_holds_is_read(text: str) -> None:
    found = library(text)
    assert len(list(found)) == len(found)
    list(found.problems)


def test_types_go_both_ways() -> None:
    assert set(RIS_TYPES.values()) <= CSL_TYPES.keys()
    assert set(CSL_TYPES.values()) <= RIS_TYPES.keys()

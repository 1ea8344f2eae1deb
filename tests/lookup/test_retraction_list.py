"""Retraction Watch's list, offline."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from loccit.errors import UnreadableFile
from loccit.lookup.retraction_list import RetractionList
from loccit.model import Date, DateParts, Name, Source, Value

NAMES = [
    *(
        "Record ID",
        "Title",
        "Subject",
        "Institution",
        "Journal",
        "Publisher",
        "Country",
    ),
    *("Author", "URLS", "ArticleType", "RetractionDate", "RetractionDOI"),
    *("RetractionPubMedID", "OriginalPaperDate", "OriginalPaperDOI"),
    *("OriginalPaperPubMedID", "RetractionNature", "Reason", "Paywalled", "Notes"),
]
ROW = {
    "Title": "What Neighbors Owe Each Other",
    "Author": "Ada Moss;Jan van den Berg",
    "RetractionDate": "4/15/2021 0:00",
    "RetractionDOI": "10.1000/notice",
    "OriginalPaperDate": "6/1/2019 0:00",
    "OriginalPaperDOI": "10.1000/JUC.1",
    "OriginalPaperPubMedID": "20124231",
    "RetractionNature": "Retraction",
    "Reason": "+Concerns/Issues About Data;+Error in Data;",
}
MOSS: dict[str, Value] = {
    "title": "What neighbors owe each other",
    "author": (Name("Moss", "A."),),
    "issued": Date(DateParts(2019)),
}


def listed(tmp_path: Path, *rows: dict[str, str]) -> RetractionList:
    path = tmp_path / "retraction_watch.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, NAMES, restval="")
        writer.writeheader()
        writer.writerows(rows)
    return RetractionList(path)


def rules(listed: RetractionList, **variables: Value) -> list[str]:
    return [each.rule for each in listed.of([Source("", "article-journal", variables)])]


def test_by_doi_and_by_pubmed_number(tmp_path: Path) -> None:
    found = listed(tmp_path, ROW)
    assert rules(found, DOI="https://doi.org/10.1000/juc.1") == ["retracted"]
    assert rules(found, PMID="20124231") == ["retracted"]
    assert rules(found, DOI="10.1000/other", **MOSS) == []


def test_what_it_says(tmp_path: Path) -> None:
    [problem] = listed(tmp_path, ROW).of([Source("", "article-journal", {"DOI": "10.1000/juc.1"})])  # fmt: skip
    assert str(problem) == (
        "-: warning: This work was retracted on 2021-04-15, according to Retraction Watch: "
        "Concerns/Issues About Data; Error in Data. See https://doi.org/10.1000/notice."
    )


def test_by_title_author_and_year_where_there_is_no_identifier(tmp_path: Path) -> None:
    found = listed(tmp_path, ROW)
    assert rules(found, **MOSS) == ["retracted"]
    assert rules(found, **{**MOSS, "author": (Name("Roe", "J."),)}) == []
    assert rules(found, **{**MOSS, "issued": Date(DateParts(2001))}) == []
    short = listed(tmp_path, {**ROW, "Title": "Walls"})
    assert rules(short, **{**MOSS, "title": "Walls"}) == []


@pytest.mark.parametrize("nothing", ["unavailable", "Unavailable", "", "0"])
def test_what_the_list_does_not_know(tmp_path: Path, nothing: str) -> None:
    row = {
        **ROW,
        "OriginalPaperDOI": nothing,
        "OriginalPaperPubMedID": "0",
        "RetractionDOI": nothing,
        "Reason": "",
        "RetractionDate": "",
    }
    found = listed(tmp_path, row)
    assert rules(found, DOI=nothing, PMID="0") == []
    [problem] = found.of([Source("", "article-journal", MOSS)])
    assert problem.message == "This work was retracted, according to Retraction Watch."
    assert not problem.advice


@pytest.mark.parametrize(
    ("natures", "expected"),
    [
        (["Correction"], ["updated"]),
        (["Expression of concern"], ["concern"]),
        (["Expression of concern", "Retraction"], ["concern", "retracted"]),
        (["Retraction", "Reinstatement"], ["reinstated"]),
        (["Retraction", "Reinstatement", "Retraction"], ["retracted", "reinstated", "retracted"]),
    ],
)  # fmt: skip
def test_natures(tmp_path: Path, natures: list[str], expected: list[str]) -> None:
    rows = [
        {**ROW, "RetractionNature": nature, "RetractionDate": f"1/{day}/2021 0:00"}
        for day, nature in enumerate(natures, 1)
    ]
    assert rules(listed(tmp_path, *rows), DOI="10.1000/juc.1") == expected


def test_how_new_it_is(tmp_path: Path) -> None:
    rows = [
        {**ROW, "RetractionDate": each}
        for each in ("12/1/2023 0:00", "2024-01-10", "?")
    ]
    found = listed(tmp_path, *rows)
    assert (found.count, found.newest) == (3, "2024-01-10")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<html>Please log in</html>",
        b"Title,DOI\nWalls,10.1000/1\n",
        bytes(range(256)),
    ],
    ids=["empty", "log-in page", "another table", "no text"],
)
def test_another_file_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(data)
    with pytest.raises(UnreadableFile):
        RetractionList(path)


def test_no_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile):
        RetractionList(tmp_path / "missing.csv")
    with pytest.raises(UnreadableFile):
        RetractionList(tmp_path)


def test_bytes_that_are_not_utf_8(tmp_path: Path) -> None:
    listed(tmp_path, ROW)
    path = tmp_path / "retraction_watch.csv"
    path.write_bytes(path.read_bytes().replace(b"Ada", b"\xc1da"))
    assert rules(RetractionList(path), DOI="10.1000/juc.1") == ["retracted"]

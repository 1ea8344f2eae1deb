"""Fields that one entry of a work has and the other lacks."""

from __future__ import annotations

import pytest

from loccit.bibliography import Library
from loccit.bibliography.formats import bibtex
from loccit.bibliography.formats.bibtex.edit.missing_fields import missing_fields
from loccit.model import Date, DateParts, Source

KEEP = "@book{a, title = {Emma: A Novel}, year = 1815, journaltitle = {X}, author = {Austen, Jane}}\n"


@pytest.mark.parametrize(
    ("other", "missing"),
    [
        ("title = {Emma}, publisher = {John {Murray}}", {"publisher": "John {Murray}"}),
        ("subtitle = {A Novel}, booksubtitle = {B}", {"booksubtitle": "B"}),
        ("date = {1815-12}, month = dec, journal = {Y}", {}),
        (
            "file = {a.pdf}, keywords = {}, groups = {Mine}",
            {"file": "a.pdf", "groups": "Mine"},
        ),
        (
            "publisher = murray, note = pre # { 10 }",
            {"publisher": "Murray \\& Co", "note": "pre 10"},
        ),
        ("doi = {10.1/a_b}", {"doi": "10.1/a_b"}),
    ],
)
def test_missing_fields(other: str, missing: dict[str, str]) -> None:
    strings = "@string{murray = {Murray \\& Co}} @string{pre = {pre}}\n"
    one, two = Library([bibtex.read(strings + KEEP + "@book{b, " + other + "}\n", "")])
    assert missing_fields(one, two) == missing


def test_of_sources_that_come_from_no_bib_file() -> None:
    # Without a volume, an article with a month is a magazine's.
    bare = Source("a", "article-journal", {"title": "A", "volume": "3"})
    full = Source(
        "b",
        "article-journal",
        {
            "container-title": "R & D",
            "issued": Date(DateParts(2010, 2)),
            "volume": "3",
        },
    )
    assert missing_fields(bare, full) == {
        "journal": "R \\& D",
        "year": "2010",
        "month": "feb",
    }
    assert missing_fields(full, bare) == {"title": "A"}
    filed = Source(
        "b",
        "article-journal",
        {"title": "A"},
        custom={"file": ":a.pdf:", "not a field": "x"},
    )
    assert missing_fields(bare, filed) == {"file": ":a.pdf:"}

"""Sources as forms, and what was typed into them."""

from __future__ import annotations

from pathlib import Path

import pytest

from loccit import open_library
from loccit.drafting.sources.edit_source import (
    ChangedInTheMeantime,
    edit_source,
    entry_seen,
)
from loccit.drafting.sources.source_fields import fields_of, source_types
from loccit.errors import LoccitError

ENTRY = r"""@article{doe,
  author  = {D{\"o}e, Jo and {Mutual Aid LA} and others},
  title   = "Food \& {DNA}",
  journal = {Notes},
  year    = 2001, % checked
  file    = {doe.pdf},
}
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "sources.bib"
    path.write_text(ENTRY, "utf-8")
    return path


def form(path: Path) -> dict[str, str]:
    fields = fields_of(open_library(path).require("doe"))
    return {field.name: field.value for field in fields}


def test_a_form_has_what_people_type(path: Path) -> None:
    fields = form(path)
    assert fields["author"] == "Döe, Jo; {Mutual Aid LA}; others"
    assert fields["title"] == "Food & {DNA}"
    assert fields["year"] == "2001"
    assert fields["volume"] == ""
    assert "file" not in fields


def test_what_a_form_shows_can_be_sent_back(path: Path) -> None:
    before = open_library(path).require("doe")
    fields = {name: value for name, value in form(path).items() if value}
    edit_source(path, "doe", entry_seen(path, "doe"), fields)
    after = open_library(path).require("doe")
    assert after.variables == before.variables
    assert "% checked" in path.read_text("utf-8")


def test_one_field_changes_alone(path: Path) -> None:
    edit_source(path, "doe", entry_seen(path, "doe"), {"journal": "More & more"})
    expected = ENTRY.replace("{Notes}", r"{More \& more}")
    assert path.read_text("utf-8") == expected


def test_a_field_is_removed(path: Path) -> None:
    edit_source(path, "doe", entry_seen(path, "doe"), {"journal": " "})
    assert "journal" not in path.read_text("utf-8")


def test_an_entry_that_somebody_has_changed(path: Path) -> None:
    seen = entry_seen(path, "doe")
    path.write_text(ENTRY.replace("Notes", "Theirs"), "utf-8")
    with pytest.raises(ChangedInTheMeantime):
        edit_source(path, "doe", seen, {"title": "Mine"})
    path.write_text("", "utf-8")
    with pytest.raises(ChangedInTheMeantime):
        edit_source(path, "doe", seen, {"title": "Mine"})


def test_an_entry_of_a_very_large_file(path: Path) -> None:
    path.write_text(ENTRY + "% much more\n" * 200_000, "utf-8")
    seen = entry_seen(path, "doe")
    edit_source(path, "doe", seen, {"title": "Mine"})
    assert form(path)["title"] == "Mine"
    with pytest.raises(ChangedInTheMeantime):
        edit_source(path, "doe", seen, {"title": "Again"})


def test_a_value_that_would_break_the_file(path: Path) -> None:
    with pytest.raises(LoccitError):
        edit_source(path, "doe", entry_seen(path, "doe"), {"title": "} evil {"})
    assert path.read_text("utf-8") == ENTRY


def test_only_types_that_are_known(path: Path) -> None:
    seen = entry_seen(path, "doe")
    for new in ("evil", "book{x,}@misc", "string"):
        with pytest.raises(LoccitError):
            edit_source(path, "doe", seen, {}, new)
    edit_source(path, "doe", seen, {}, "report")
    assert path.read_text("utf-8") == ENTRY.replace("@article", "@report")


def test_types_have_fields() -> None:
    types = {each.name: each for each in source_types()}
    assert "booktitle" in [field.name for field in types["incollection"].fields]
    assert not {"string", "comment", "xdata"} & types.keys()

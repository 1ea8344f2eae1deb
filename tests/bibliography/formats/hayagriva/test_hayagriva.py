"""Hayagriva's YAML, as typst's users write it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given as draw
from hypothesis import strategies as st

from loccit.bibliography import Library, open_library, write_sources
from loccit.bibliography.formats import hayagriva
from loccit.bibliography.formats.hayagriva.fields import OWN, TYPES
from loccit.errors import UnreadableFile
from loccit.model import Source
from tests.bibliography.described import (
    WORDS,
    any_sources,
    changed,
    described,
    plain_sources,
    read_again,
)
from tests.paths import ROOT


def library(text: str) -> Library:
    return Library([hayagriva.read(text, "works.yaml")])


def test_records(given: str, expected: str) -> None:
    assert hayagriva.recognizes(given) == ("type: strange" not in given)
    assert described(library(given)) == expected


@draw(
    plain_sources(
        ["book", "report", "thesis", "motion_picture"],
        {"title-short": WORDS, "publisher-place": WORDS},
    )
)
def test_a_plain_source_is_read_as_it_was_written(source: Source) -> None:
    assert set(changed(source, read_again(source, "hayagriva"))) <= {"keyword"}


@draw(
    any_sources(
        sorted(TYPES),
        sorted({field.variable for field in OWN} | {"scale", "container-title"}),
    )
)
def test_what_is_lost_is_named_exactly(source: Source) -> None:
    assert list(hayagriva.lost(source)) == changed(
        source, read_again(source, "hayagriva")
    )


@draw(st.text(alphabet="a:-type bok\n{}[]&*#\"'") | st.text())
def test_whatever_a_file_holds_is_read_or_refused(text: str) -> None:
    try:
        file = hayagriva.read(text, "works.yaml")
    except UnreadableFile:
        return
    for index in range(len(file.keys)):
        file.read(index)


def test_an_alias_that_repeats_itself_is_read_in_no_time() -> None:
    lines = ["a0: &a0 {type: book, title: x}"]
    lines += [
        f"a{n}: &a{n} {{type: book, parent: [*a{n - 1}, *a{n - 1}]}}"
        for n in range(1, 60)
    ]
    assert len(library("\n".join(lines)).keys()) == 60


def test_typst_reads_what_is_written(tmp_path: Path) -> None:
    typst = pytest.importorskip("typst")
    sources = list(open_library(ROOT / "bibliography"))
    (tmp_path / "works.yaml").write_text(write_sources(sources, "hayagriva"))
    (tmp_path / "list.typ").write_text(
        '#bibliography("works.yaml", style: "apa", full: true)\n'
    )
    assert typst.compile(str(tmp_path / "list.typ")).startswith(b"%PDF")
    again = open_library(tmp_path / "works.yaml")
    assert list(again.keys()) == [source.key for source in sources]

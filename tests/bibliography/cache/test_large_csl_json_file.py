"""An index of a CSL-JSON file's items: with it a library is what it is without."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loccit.bibliography import open_library
from loccit.bibliography.cache.cached_spans import KeptSpans, pack
from loccit.bibliography.formats import csl_json
from loccit.bibliography.formats.csl_json.indexed_items import IndexedItems
from loccit.bibliography.formats.csl_json.items import ItemFile
from loccit.bibliography.formats.csl_json.scanned_items import ScannedItems
from loccit.errors import UnreadableFile
from loccit.model import Problem, Source
from loccit.text_files.cache import Stamp
from loccit.text_files.encoding import decode

LIBRARY = """\
[
  {"id": "alexander2010", "type": "book", "title": "The New Jim Crow", "issued": {"date-parts": [[2010]]}},
  {"type": "book", "title": "Keyless — 日本"}, {"type": "book"}, 7,
  {"id": "späť", "type": "bok", "title": "Naïve Words", "author": "Doe"}, {"id": 2010, "type": "book"},
  {"id": "alexander2010", "type": "book", "title": "Another"}
]
"""
OBJECT = '{"items":['
PARTS = [
    *LIBRARY.splitlines(keepends=True)[1:-1],
    '{"id": "a\\nb"}',
    '{"id": "\\ud800"}',
    '"é"',
    "null",
    " ",
    "\n",
]


def everything(path: Path) -> tuple[list[Source], list[Problem]]:
    library = open_library(path)
    return list(library), sorted(library.problems, key=str)


@pytest.fixture
def library(tmp_path: Path) -> Path:
    path = tmp_path / "library.json"
    path.write_text(LIBRARY, "utf-8")
    an_hour_ago = time.time() - 3600
    os.utime(path, (an_hour_ago, an_hour_ago))
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", ""])
def test_the_second_time_a_library_is_the_same(
    library: Path, cache: Path, encoding: str, newline: str
) -> None:
    library.write_bytes(LIBRARY.replace("\n", newline).encode(encoding, "replace"))
    first = everything(library)
    assert any(cache.glob("*.entries")) == (encoding != "utf-16")
    assert everything(library) == first
    assert [first[0][number].key for number in (0, -1)] == ["alexander2010", "2010"]
    assert [problem.rule for problem in first[1]].count("missing-key") == 3


@given(
    st.lists(st.sampled_from(PARTS), max_size=9),
    st.sampled_from(["", "\ufeff"]),
    st.sampled_from(["[", '{"items":[']),
)
def test_kept_items_are_those_that_were_scanned(
    tmp_path_factory: pytest.TempPathFactory, parts: list[str], mark: str, opening: str
) -> None:
    path = tmp_path_factory.getbasetemp() / "generated.json"
    items = ",".join(part.rstrip("\n").rstrip(",") for part in parts if part.strip())
    data = f"{mark}{opening}{items}\n]{'}' * (len(opening) > 1)}".encode()
    path.write_bytes(data)
    text, encoding, *_ = decode(data, str(path))
    try:
        scanned = csl_json.read(text, str(path)).items
    except UnreadableFile:
        assert not items
        return
    entries = scanned.index()
    assert entries
    packed = pack(entries, encoding, len(mark.encode()))
    spans = KeptSpans(packed, path, Stamp.of(path.stat()))
    kept = csl_json.open_index(spans).items
    assert kept.keys == scanned.keys
    assert kept.problems == scanned.problems
    for index in range(len(scanned.keys)):
        assert kept[index] == scanned[index]
        assert kept.place(index) == scanned.place(index)
        for name in ("id", "title", "none"):
            assert kept.range_of(index, name) == scanned.range_of(index, name)
    assert kept.file_text() == scanned.file_text()


def test_what_is_kept_is_used(library: Path) -> None:
    everything(library)
    (file,) = [
        file for file in open_library(library).files if isinstance(file, ItemFile)
    ]
    assert isinstance(file.items, IndexedItems)


@pytest.mark.parametrize("keep", [0, 1, 40, 200, -1])
def test_a_broken_index_is_made_anew(library: Path, cache: Path, keep: int) -> None:
    first = everything(library)
    (kept,) = cache.glob("*.entries")
    kept.write_bytes(kept.read_bytes()[:keep])
    assert everything(library) == first
    assert everything(library) == first


def test_a_file_of_one_line_is_indexed_in_time_that_grows_with_it(
    library: Path,
) -> None:
    library.write_text(
        "["
        + ",".join(f'{{"id":"{n}","title":"{"x" * 400}"}}' for n in range(50_000))
        + "]",
        "utf-8",
    )
    file = csl_json.read(library.read_text("utf-8"), str(library))
    started = time.process_time()
    assert isinstance(file.items, ScannedItems)
    assert pack(file.items.index(), "UTF-8", 0)
    assert time.process_time() - started < 5

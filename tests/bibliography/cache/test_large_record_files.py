"""An index of a file of records: with it a library is what it is without."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loccit.bibliography import Library, SourceFile, open_library
from loccit.bibliography.cache.cached_spans import KeptSpans, pack
from loccit.bibliography.files import read_data
from loccit.bibliography.formats import open_index
from loccit.bibliography.formats.csl_json.indexed_items import IndexedItems
from loccit.bibliography.formats.csl_json.items import ItemFile
from loccit.bibliography.records.indexed_records import IndexedRecords
from loccit.bibliography.records.record_file import RecordFile
from loccit.errors import UnreadableFile
from loccit.model import Problem, Source
from loccit.text_files.cache import Stamp
from loccit.text_files.encoding import decode
from tests.bibliography.cache.written_formats import FORMATS, LIBRARIES


def everything(path: Path) -> tuple[list[Source], list[Problem]]:
    library = open_library(path)
    return list(library), sorted(library.problems, key=str)


def write(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    an_hour_ago = time.time() - 3600
    os.utime(path, (an_hour_ago, an_hour_ago))
    return path


@pytest.fixture(params=LIBRARIES)
def library(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    name: str = request.param
    return write(tmp_path / name, LIBRARIES[name].encode())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_the_second_time_a_library_is_the_same(
    library: Path, cache: Path, encoding: str, newline: str
) -> None:
    if newline == "\r" and library.name == "hayagriva.yaml":
        pytest.skip("no YAML has had such line ends, so it is not recognized")
    text = library.read_text("utf-8").replace("\n", newline)
    write(library, text.encode(encoding, "replace"))
    first = everything(library)
    assert any(cache.glob("*.entries")) == (encoding != "utf-16")
    assert everything(library) == first
    assert len(first[0]) > 1


def kept(file: SourceFile, path: Path, encoding: str, mark: int) -> SourceFile:
    """Return a file as it is opened with the index of it."""
    index = file.index()
    assert index
    return open_index(
        KeptSpans(pack(index, encoding, mark), path, Stamp.of(path.stat()))
    )


@given(st.data())
def test_kept_records_are_those_that_were_scanned(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    written = data.draw(st.sampled_from(FORMATS))
    parts = "".join(data.draw(st.lists(st.sampled_from(written.parts), max_size=9)))
    mark = data.draw(st.sampled_from(["", "\ufeff"]))
    newline = data.draw(st.sampled_from(["\n", "\r\n", "\r"]))
    text = (mark + written.before + parts + written.after).replace("\n", newline)
    path = tmp_path_factory.getbasetemp() / written.name
    path.write_bytes(text.encode())
    encoding = decode(text.encode(), str(path)).encoding
    try:
        scanned, _ = read_data(text.encode(), path)
    except UnreadableFile:
        return
    again = kept(scanned, path, encoding, len(mark.encode()))
    assert again.keys == scanned.keys
    assert again.made_keys == scanned.made_keys
    assert list(again.problems) == list(scanned.problems)
    for index in range(len(scanned.keys)):
        assert again.read(index) == scanned.read(index)
        assert again.place(index) == scanned.place(index)
        assert again.title(index) == scanned.title(index)
        assert again.text(index) == scanned.text(index)
        assert again.fingerprint(index) == scanned.fingerprint(index)


def test_what_is_kept_is_used(library: Path) -> None:
    everything(library)
    file = open_library(library).files[1]
    if isinstance(file, ItemFile):
        assert isinstance(file.items, IndexedItems)
    else:
        assert isinstance(cast(RecordFile, file).records, IndexedRecords)


@pytest.mark.parametrize("keep", [0, 1, 40, 200, -1])
def test_a_broken_index_is_made_again(library: Path, cache: Path, keep: int) -> None:
    first = everything(library)
    (index,) = cache.glob("*.entries")
    index.write_bytes(index.read_bytes()[:keep])
    assert everything(library) == first
    assert everything(library) == first


@pytest.mark.parametrize("part", range(7))
def test_a_damaged_index_is_made_again(library: Path, cache: Path, part: int) -> None:
    first = everything(library)
    (index,) = cache.glob("*.entries")
    data = bytearray(index.read_bytes())
    data[part * (len(data) - 1) // 6] ^= 8
    index.write_bytes(data)
    assert everything(library) == first
    assert bytes(data) != index.read_bytes()


def test_an_index_of_another_content_is_not_used(library: Path) -> None:
    everything(library)
    data = library.read_bytes()
    write(library, data.replace(b"A Title", b"A Eltit"))  # as many bytes, the same time
    changed = everything(library)
    assert any("Eltit" in source.text("title") for source in changed[0])
    assert everything(library) == changed


def test_a_file_that_changes_while_it_is_read_is_not_misread(library: Path) -> None:
    everything(library)
    opened: Library = open_library(library)
    library.write_bytes(b"x" + library.read_bytes())
    with pytest.raises(UnreadableFile, match="changed while"):
        list(opened)


def test_an_id_of_pandoc_is_a_key_without_backslashes(tmp_path: Path) -> None:
    text = "- id: lee\\_\\_2001\n  type: book\n  title: Title\n"
    path = write(tmp_path / "pandoc.yaml", text.encode())
    for _ in range(2):
        assert open_library(path).keys() == ("lee__2001",)

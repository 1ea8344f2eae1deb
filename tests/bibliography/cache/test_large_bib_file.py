"""An index of a .bib file's entries: with it a library is what it is without, whatever
becomes of file and index.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loccit.bibliography import open_library
from loccit.bibliography.cache.cached_spans import KeptSpans, pack
from loccit.bibliography.formats.bibtex.bib_file import BibtexFile
from loccit.bibliography.formats.bibtex.entry_text import ScannedEntries
from loccit.bibliography.formats.bibtex.indexed_entries import IndexedEntries
from loccit.errors import UnreadableFile
from loccit.model import Problem, Source
from loccit.text_files.cache import Stamp
from loccit.text_files.encoding import decode

LIBRARY = """\
@string{np = {The New Press}}
% a comment — with a dash
@book{alexander2010, author = {Alexander, Michelle}, title = {The New {Jim Crow}}, publisher = np, year = 2010}
@inbook{chapter, crossref = "missing", xdata = {shared}, title = {Naïve \\emdash{} Words}}
@xdata{shared, publisher = {Beacon}}
@book{, title = {Keyless}}
@book{alexander2010, title = {Another}}
@book{späť, title = {日本} # np, year = {2001}
@misc{last, title = {Last}, note = {}}}
"""


def everything(path: Path) -> tuple[list[Source], set[Problem]]:
    library = open_library(path)
    return list(library), set(library.problems)


@pytest.fixture
def library(tmp_path: Path) -> Path:
    path = tmp_path / "library.bib"
    path.write_text(LIBRARY, "utf-8")
    an_hour_ago = time.time() - 3600
    os.utime(path, (an_hour_ago, an_hour_ago))
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_the_second_time_a_library_is_the_same(
    library: Path, cache: Path, encoding: str, newline: str
) -> None:
    library.write_bytes(LIBRARY.replace("\n", newline).encode(encoding, "replace"))
    first = everything(library)
    assert any(cache.glob("*.entries")) == (encoding != "utf-16")
    assert everything(library) == first
    assert [source.key for source in first[0]] == [
        "alexander2010",
        "chapter",
        "keyless",
        first[0][3].key,
        "last",
    ]


@given(
    st.lists(
        st.sampled_from(
            [
                *LIBRARY.splitlines(keepends=True),
                "é — 日本\n",
                "@book{a,",
                "}",
                "{",
                '"',
                "@string{x = {",
                "\n",
                " ",
            ]
        ),
        max_size=12,
    ),
    st.sampled_from(["", "\ufeff"]),
)
def test_kept_entries_are_those_that_were_scanned(
    tmp_path_factory: pytest.TempPathFactory, parts: list[str], mark: str
) -> None:
    path = tmp_path_factory.getbasetemp() / "generated.bib"
    data = (mark + "".join(parts)).encode()
    path.write_bytes(data)
    text, encoding, *_ = decode(data, str(path))
    scanned = ScannedEntries(text)
    packed = pack(scanned.index(), encoding, len(mark.encode()))
    kept = IndexedEntries(KeptSpans(packed, path, Stamp.of(path.stat())))
    assert list(kept.keys) == scanned.keys
    assert kept.file_text() == scanned.file_text()
    assert kept.strings == scanned.strings
    assert list(kept.malformed()) == list(scanned.malformed())
    for index, key in enumerate(scanned.keys):
        entry = scanned[index]
        assert kept[index] == entry
        assert kept.find(key) == scanned.find(key)
        for offset in range(0, len(entry.text), 7):
            assert kept.position(entry.number, offset) == scanned.position(
                entry.number, offset
            )
    assert kept.find("nowhere") is None
    assert kept.find("") == scanned.find("")


def test_a_changed_file_is_scanned_again(library: Path, cache: Path) -> None:
    everything(library)
    (before,) = cache.glob("*.entries")
    status = library.stat()
    library.write_text(LIBRARY.replace("Alexander, M", "Alixander, M"), "utf-8")
    os.utime(
        library, ns=(status.st_atime_ns, status.st_mtime_ns)
    )  # of the same size and time
    source = open_library(library).get("alexander2010")
    assert source
    assert source.names("author")[0].family == "Alixander"
    assert [file.name for file in cache.glob("*.entries")] != [
        before.name
    ]  # and of the old one nothing is left


def test_a_file_with_new_times_is_known_by_its_content(
    library: Path, cache: Path
) -> None:
    first = everything(library)
    (kept,) = cache.glob("*.entries")
    made = kept.stat().st_mtime_ns
    os.utime(library, (1, 1))
    copy = library.with_name("copy.bib")
    copy.write_bytes(library.read_bytes())
    assert everything(library) == first
    assert [source.key for source in everything(copy)[0]] == [
        source.key for source in first[0]
    ]
    assert kept.stat().st_mtime_ns == made


def test_a_file_that_changes_while_it_is_read_is_an_error(library: Path) -> None:
    written = "@book{alexander2010, title = {The New Jim Crow}}"
    library.write_text(written, "utf-8")
    everything(library)
    opened = open_library(library)
    library.write_text(written + "\n", "utf-8")
    with pytest.raises(UnreadableFile, match="was changed while it was being read"):
        opened.get("alexander2010")


@pytest.mark.parametrize("keep", [0, 1, 40, 400, -1])
def test_a_broken_index_is_made_anew(library: Path, cache: Path, keep: int) -> None:
    first = everything(library)
    (kept,) = cache.glob("*.entries")
    kept.write_bytes(kept.read_bytes()[:keep])
    assert everything(library) == first
    assert everything(library) == first


@pytest.mark.skipif(
    sys.platform == "win32", reason="a folder's name that is taken by a file"
)
def test_a_cache_that_cannot_be_written_is_no_fault(library: Path, cache: Path) -> None:
    cache.parent.mkdir()
    cache.write_text("not a folder")
    assert everything(library) == everything(library)
    assert cache.read_text() == "not a folder"


def test_what_is_kept_is_used(library: Path) -> None:
    everything(library)
    opened = open_library(library)
    (file,) = [file for file in opened._files if isinstance(file, BibtexFile)]
    assert isinstance(file.entries, IndexedEntries)


def test_small_files_are_just_read(
    library: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("loccit.bibliography.files._LARGE", 1_000_000)
    everything(library)
    assert not cache.exists()


@pytest.mark.skipif(
    not sys.platform.startswith("linux"),
    reason="the cache folder is told by XDG_CACHE_HOME",
)
def test_processes_that_index_at_once_do_not_disturb_each_other(tmp_path: Path) -> None:
    library = tmp_path / "library.bib"
    books = (
        f"@book{{doe{n}, title = {{Book {n}}}, year = {{{1900 + n % 100}}}}}\n"
        for n in range(150_000)
    )
    library.write_text("".join(books), "utf-8")
    command = [
        sys.executable,
        "-m",
        "loccit",
        "show",
        "doe149999",
        "--bibliography",
        str(library),
    ]
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path / "shared")}
    running = [
        subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    answers = {process.communicate()[0] for process in running}
    assert {process.returncode for process in running} == {0}
    again = subprocess.run(
        command, env=environment, capture_output=True, text=True, check=True
    )
    assert answers == {again.stdout}
    assert "Book 149999" in again.stdout
    assert not list((tmp_path / "shared").rglob("*.tmp"))

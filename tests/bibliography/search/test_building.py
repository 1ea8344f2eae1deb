"""The first index of a very large library is made by a process of its own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from loccit.bibliography import files, open_library
from loccit.bibliography.search import search as search_room
from loccit.bibliography.search.building import Building
from loccit.bibliography.search.kept_index import KeptIndex
from loccit.bibliography.search.query import parse_query
from loccit.bibliography.search.search import search
from loccit.bibliography.search.word_index import Found, WordIndex

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"),
    reason="the cache folder of other processes is set by XDG_CACHE_HOME",
)

ENTRIES = 4_000
BUILD = "loccit.bibliography.search.build"


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder for caches, for other processes too; and libraries are large."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(search_room, "_LARGE", 1)
    monkeypatch.setattr(files, "_LARGE", 1)
    return tmp_path / "cache" / "loccit"


@pytest.fixture
def library(tmp_path: Path) -> Path:
    path = tmp_path / "library.bib"
    entries = (
        f'@book{{doe{n}, author = {{M{{\\"u}}ller, Ann}}, title = {{Book {n}}}, year = {1900 + n % 90}}}\n'
        for n in range(ENTRIES)
    )
    path.write_text("@string{x = {Press}}\n" + "".join(entries), "utf-8")
    an_hour_ago = time.time() - 3600
    os.utime(path, (an_hour_ago, an_hour_ago))
    return path


def asked(path: Path, query: str, *, at_once: bool) -> Found:
    return search([path], parse_query(query), at_once=at_once)


def of_memory(path: Path, query: str) -> Found:
    return WordIndex.of(open_library(path)).search(parse_query(query))


def processes(path: Path) -> list[int]:
    """The processes that make an index of a library, without those that have ended."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            words = (folder / "cmdline").read_bytes().split(b"\0")
        except OSError:
            continue
        if BUILD.encode() in words and os.fsencode(path) in words:
            found.append(int(folder.name))
    return sorted(found)


def wait_until_done(path: Path) -> None:
    until = time.monotonic() + 60
    while processes(path):
        assert time.monotonic() < until
        time.sleep(0.05)


def test_the_first_answer_is_at_once_and_the_next_complete(
    library: Path, cache: Path
) -> None:
    first = asked(library, "book 77", at_once=True)
    assert not first.is_complete
    assert "doe77" in [each.key for each in first.summaries]
    wait_until_done(library)
    again = asked(library, "book 77", at_once=True)
    assert again == of_memory(library, "book 77")
    assert not list(cache.glob("*.begun"))
    assert not list(cache.glob(".*.tmp"))


def test_the_first_answer_may_lack_what_tex_hides(library: Path) -> None:
    assert not asked(library, "muller", at_once=True).summaries
    wait_until_done(library)
    assert asked(library, "muller", at_once=True).total == ENTRIES


@pytest.mark.parametrize("query", ["year:1950", "book -77", "type:book 1950"])
def test_what_is_found_at_once_matches(library: Path, query: str) -> None:
    first = asked(library, query, at_once=True)
    wait_until_done(library)
    assert first.summaries
    assert set(first.summaries) <= set(of_memory(library, query).summaries)


def test_who_waits_gets_the_complete_answer(library: Path, cache: Path) -> None:
    answer = asked(library, "muller 1950", at_once=False)
    assert list(cache.glob("*.words"))
    assert answer == of_memory(library, "muller 1950")
    assert not processes(library)


def test_many_changes_are_indexed_beside_a_few_at_once(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_room, "_FEW", 2)
    asked(library, "book", at_once=False)
    text = library.read_text("utf-8")
    library.write_text(text + "@book{one, title = {Zebra}}\n", "utf-8")
    few = asked(library, "zebra", at_once=True)
    assert (few.total, few.is_complete) == (1, True)
    more = "".join(f"@book{{new{n}, title = {{Zebra {n}}}}}\n" for n in range(5))
    library.write_text(text + more, "utf-8")
    many = asked(library, "zebra", at_once=True)
    assert (many.total, many.is_complete) == (5, False)
    wait_until_done(library)
    assert asked(library, "zebra", at_once=True) == of_memory(library, "zebra")


def test_after_a_process_was_killed_the_next_search_waits(
    library: Path, cache: Path
) -> None:
    assert not asked(library, "book", at_once=True).is_complete
    until = time.monotonic() + 60
    while len(processes(library)) < 2:  # it and those that read for it
        assert time.monotonic() < until
        time.sleep(0.02)
    parent = min(processes(library))
    os.kill(parent, signal.SIGKILL)
    wait_until_done(library)  # none is left alone
    assert not list(cache.glob("*.words"))
    assert asked(library, "muller", at_once=True) == of_memory(library, "muller")


def test_after_an_index_could_not_be_written_the_next_search_waits(
    library: Path, cache: Path
) -> None:
    """As on a full disk: a folder is where the index would be."""
    KeptIndex([library]).file.mkdir(parents=True)
    assert not asked(library, "book", at_once=True).is_complete
    wait_until_done(library)
    assert list(cache.glob("*.begun"))
    assert asked(library, "muller", at_once=True) == of_memory(library, "muller")


def test_two_processes_make_one_index(library: Path, cache: Path) -> None:
    command = [sys.executable, "-m", BUILD, str(library)]
    both = [subprocess.Popen(command) for _ in range(2)]
    assert [process.wait(60) for process in both] == [0, 0]
    assert len(list(cache.glob("*.words"))) == 1
    assert not list(cache.glob(".*.tmp"))


def test_a_cache_that_cannot_be_written_to_means_waiting(
    library: Path, cache: Path
) -> None:
    cache.parent.mkdir()
    cache.write_text("not a folder")
    found = asked(library, "muller 1950", at_once=True)
    assert found == of_memory(library, "muller 1950")


def test_a_process_that_cannot_start_means_waiting(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", "")
    found = asked(library, "muller 1950", at_once=True)
    assert found == of_memory(library, "muller 1950")


def test_a_search_while_an_index_is_made_does_not_begin_another(library: Path) -> None:
    building = Building(KeptIndex([library]), [library])
    with building.alone():
        assert not asked(library, "book", at_once=True).is_complete
        assert not processes(library)

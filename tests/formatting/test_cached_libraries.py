"""An essay is the same whether its library is read whole, or by what the cache keeps."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loccit import format_essay, open_library, read_essay
from loccit.bibliography import files
from loccit.errors import UnreadableFile
from loccit.model import Problem
from tests.bibliography.cache.written_formats import FORMATS

#: More than the fewest records of which an index is kept.
_MANY = 9_000


def formatted(library: Path, essay: bytes) -> tuple[bytes, tuple[Problem, ...]]:
    result = format_essay(read_essay(essay), open_library(library))
    return result.data, result.problems


@given(st.data())
def test_an_essay_is_the_same_from_the_cache(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    written = data.draw(st.sampled_from(FORMATS))
    parts = "".join(data.draw(st.lists(st.sampled_from(written.parts), max_size=9)))
    folder = tmp_path_factory.mktemp("cached")
    library = folder / written.name
    library.write_text(written.before + parts + written.after, "utf-8")
    an_hour_ago = time.time() - 3600
    os.utime(library, (an_hour_ago, an_hour_ago))
    try:
        keys = open_library(library).keys()
    except UnreadableFile:
        return
    cited = [*keys[:3], "doe2010", "missing"]
    essay = "".join(f"So [@{{{key}}}, p. 3].\n" for key in cited).encode()
    whole = formatted(library, essay)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(files, "_LARGE", 1)
        patch.setattr("platformdirs.user_cache_path", lambda name: folder / name)
        assert formatted(library, essay) == whole
        assert formatted(library, essay) == whole
        patch.setattr("platformdirs.user_cache_path", lambda name: library / name)
        assert formatted(library, essay) == whole


@pytest.fixture
def large(tmp_path: Path) -> Path:
    """A library of which an index is kept."""
    library = tmp_path / "library.ris"
    record = (
        "TY  - BOOK\nTI  - {n} times about {n}\nAU  - Doe, {n}\nPY  - 2010\nER  - \n"
    )
    padding = "N2  - Some words.\n"
    books = (record.format(n=n) + padding for n in range(_MANY))
    library.write_text("".join(books), "utf-8")
    return library


def command(library: Path) -> list[str]:
    shown = ["show", "doe2010b", "--bibliography", str(library)]
    return [sys.executable, "-m", "loccit", *shown]


def environment(cache: Path) -> dict[str, str]:
    return {**os.environ, "XDG_CACHE_HOME": str(cache)}


@pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="XDG_CACHE_HOME names the cache folder"
)
def test_a_process_that_is_killed_leaves_a_cache_that_works(
    large: Path, tmp_path: Path
) -> None:
    cache = tmp_path / "cache"
    without = subprocess.run(
        command(large),
        env=environment(tmp_path / "library.ris"),  # not a folder
        capture_output=True,
        check=True,
    )
    for milliseconds in range(300, 1500, 200):
        with subprocess.Popen(
            command(large), env=environment(cache), stdout=subprocess.DEVNULL
        ) as process:
            time.sleep(milliseconds / 1000)
            process.send_signal(signal.SIGKILL)
    for _ in range(2):
        answer = subprocess.run(
            command(large), env=environment(cache), capture_output=True, check=True
        )
        assert answer.stdout == without.stdout
    assert list(cache.rglob("*.entries"))


@pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="XDG_CACHE_HOME names the cache folder"
)
def test_processes_that_fill_the_cache_at_once_agree(
    large: Path, tmp_path: Path
) -> None:
    cache = tmp_path / "cache"
    running = [
        subprocess.Popen(
            command(large), env=environment(cache), stdout=subprocess.PIPE, text=True
        )
        for _ in range(3)
    ]
    answers = {process.communicate()[0] for process in running}
    assert {process.returncode for process in running} == {0}
    assert len(answers) == 1 and "times about" in answers.pop()
    assert not list(cache.rglob("*.tmp"))

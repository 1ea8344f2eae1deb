"""A table has what earlier runs added to it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from loccit._startup.kept import keep
from loccit._startup.kept_table import KeptTable


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("loccit._startup.kept._is_used", True)
    monkeypatch.setattr("loccit._startup.kept.cache_folder", lambda: str(tmp_path))
    return tmp_path


def never() -> object:
    raise AssertionError("it is kept")


def test_each_run_adds_what_is_new() -> None:
    for added in range(3):
        table = KeptTable("squares")
        for known in range(added):
            assert table.value(("square", known), never) == known**2
        assert table.value(("square", added), partial(pow, added, 2)) == added**2
        assert table.value(("square", added), never) == added**2
        table.keep_new()


def test_nothing_is_written_where_nothing_is_new(cache: Path) -> None:
    table = KeptTable("squares")
    table.value(1, lambda: 1)
    table.keep_new()
    (file,) = cache.iterdir()
    file.chmod(0o400)
    before = file.stat()
    table = KeptTable("squares")
    table.value(1, never)
    table.keep_new()
    assert file.stat() == before


@pytest.mark.parametrize("what", [[1], "squares", 3])
def test_a_file_of_something_else_is_as_if_missing(what: object) -> None:
    keep("squares", what)
    assert KeptTable("squares").value(2, lambda: 4) == 4

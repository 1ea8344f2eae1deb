"""The modules of a package are found by looking at its folder."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from loccit._startup.plugins import modules_in, names_in


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    folder = tmp_path / "shapes_of_a_test"
    (folder / "square").mkdir(parents=True)
    (folder / "__init__.py").touch()
    (folder / "square" / "__init__.py").write_text("sides = 4", "utf-8")
    (folder / "circle.py").write_text("sides = 0", "utf-8")
    (folder / "notes.txt").touch()
    monkeypatch.syspath_prepend(tmp_path)
    __import__(folder.name)
    yield folder.name
    for name in [name for name in sys.modules if name.startswith(folder.name)]:
        del sys.modules[name]


def test_names_are_sorted_and_nothing_is_imported(package: str) -> None:
    assert names_in(package) == ["circle", "square"]
    assert f"{package}.circle" not in sys.modules


def test_modules_and_packages_are_imported_one_by_one(package: str) -> None:
    found = modules_in(package)
    assert next(found).sides == 0
    assert f"{package}.square" not in sys.modules
    assert next(found).sides == 4

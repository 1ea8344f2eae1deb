"""A cache folder for each test, and libraries that count as large."""

from __future__ import annotations

from pathlib import Path

import pytest

from loccit.bibliography import files


@pytest.fixture(autouse=True)
def cache(cache_folder: Path) -> Path:
    """An empty folder for caches."""
    return cache_folder


@pytest.fixture(autouse=True)
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Any file is large."""
    monkeypatch.setattr(files, "_LARGE", 1)

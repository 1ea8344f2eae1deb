"""A cache folder for each test, and libraries that count as large."""

from __future__ import annotations

from pathlib import Path

import pytest

from loccit.bibliography import files


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder for caches."""
    monkeypatch.setattr(
        "platformdirs.user_cache_path", lambda name: tmp_path / "cache" / name
    )
    return tmp_path / "cache" / "loccit"


@pytest.fixture(autouse=True)
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Any file is large."""
    monkeypatch.setattr(files, "_LARGE", 1)

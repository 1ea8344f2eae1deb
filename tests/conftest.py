"""Settings of all tests, and the cases that stand beside them (tests/cases.py)."""

from __future__ import annotations

import os
from pathlib import Path

import hypothesis
import pytest

from tests.cases import read_cases

# CI draws the same examples each time, so that a change is judged by what it changed.
# At a desk every run draws new ones.
hypothesis.settings.register_profile("ci", derandomize=True, deadline=None)
hypothesis.settings.register_profile("desk", deadline=None)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "desk")

#: What a test may ask for, in the order in which it gets them.
_OF_A_CASE = ("case", "title", "given", "expected")


@pytest.fixture
def cache_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder for caches, in the place of the user's."""
    monkeypatch.setattr(
        "platformdirs.user_cache_path", lambda name: tmp_path / "cache" / name
    )
    return tmp_path / "cache" / "loccit"


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers", "cases(name): take the cases from the file NAME beside the test"
    )


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test that asks for parts of a case once for each case of its file."""
    names = [name for name in _OF_A_CASE if name in metafunc.fixturenames]
    marker = metafunc.definition.get_closest_marker("cases")
    module = Path(metafunc.module.__file__ or "")
    path = module.with_name(marker.args[0]) if marker else module.with_suffix(".txt")
    if not names or not path.is_file() or _is_parametrized(metafunc, names):
        return
    cases = read_cases(path)
    values = [
        pytest.param(
            *(case if name == "case" else getattr(case, name) for name in names),
            id=case.title,
        )
        for case in cases
    ]
    metafunc.parametrize(names, values)


def _is_parametrized(metafunc: pytest.Metafunc, names: list[str]) -> bool:
    """Whether a test brings its own values under these names."""
    for marker in metafunc.definition.iter_markers("parametrize"):
        own = marker.args[0]
        if set(own.replace(",", " ").split() if isinstance(own, str) else own) & set(
            names
        ):
            return True
    return False

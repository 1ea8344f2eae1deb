"""The official CSL fixtures, against an exact list of known failures.

The fixtures are outside the repository; without them the test is skipped.
"""

from __future__ import annotations

import importlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.paths import SHARED

FIXTURES = SHARED / "csl-test-suite"
TOOLS = SHARED / "tools" / "csl-suite"
KNOWN_FAILURES = Path(__file__).with_name("known_failures.txt")


def known_failures() -> set[str]:
    """The first word of each line; the rest says why."""
    lines = KNOWN_FAILURES.read_text("utf-8").splitlines()
    return {line.split()[0] for line in lines if line and not line.startswith("#")}


def load_fixtures(tmp_path: Path) -> list[dict[str, Any]]:
    out = tmp_path / "fixtures.json"
    command = [
        sys.executable,
        "-B",
        str(TOOLS / "parse_fixtures.py"),
        str(FIXTURES),
        str(out),
    ]
    subprocess.run(command, check=True, capture_output=True)
    fixtures: list[dict[str, Any]] = json.loads(out.read_text("utf-8"))
    return fixtures


@pytest.mark.skipif(
    not (FIXTURES.is_dir() and TOOLS.is_dir()),
    reason="the CSL test suite is not beside the project",
)
def test_official_fixtures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    monkeypatch.syspath_prepend(str(TOOLS))
    library, adapter = (
        importlib.import_module("fixturelib"),
        importlib.import_module("loccit_adapter"),
    )
    failures = {
        fixture["name"]
        for fixture in load_fixtures(tmp_path)
        if not library.passes(adapter.render(fixture), fixture, "suite")
    }
    assert failures == known_failures()

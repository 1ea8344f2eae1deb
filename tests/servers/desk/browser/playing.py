"""Scripts that drive a real browser at a real desk."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.paths import ROOT

HERE = Path(__file__).parent
#: What the page needs to be driven; where something is missing its tests are skipped.
_DRIVER = ROOT / "desk" / "node_modules" / "playwright-core"
_PAGE = ROOT / "src" / "loccit" / "servers" / "desk" / "static" / "index.html"
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")


def missing() -> str:
    """Say what is missing for driving a browser, or nothing."""
    if shutil.which("node") is None:
        return "node is not installed"
    if not Path(CHROMIUM).exists():
        return "Chromium is not installed"
    if not _DRIVER.exists():
        return "playwright-core is not installed: npm ci --prefix desk"
    if not _PAGE.exists():
        return "the page is not built: python -m compiling.page"
    return ""


def play(script: str, address: str, folder: Path, **variables: str) -> None:
    """Run a script of this folder, which fails with words."""
    if reason := missing():
        pytest.skip(reason)
    environment = {
        **os.environ,
        "DESK": address,
        "FOLDER": str(folder),
        "CHROMIUM": CHROMIUM,
        **variables,
    }
    run = subprocess.run(
        ["node", str(HERE / f"{script}.mjs")],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr

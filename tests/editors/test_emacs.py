"""Emacs with eglot, with the configuration that docs/editors.md shows."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.editors.writer import Writer
from tests.paths import ROOT

SETTINGS = ROOT / "editors" / "emacs" / "loccit.el"
SESSION = Path(__file__).with_name("emacs_session.el")
NEEDED = "(progn (require 'eglot) (require 'markdown-mode))"


def emacs(
    *arguments: str | Path,
    folder: Path | None = None,
    environment: Mapping[str, str] | None = None,
) -> subprocess.CompletedProcess[str]:
    """Run Emacs without a window."""
    return subprocess.run(
        ["emacs", "--batch", *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
    )


def has_packages() -> bool:
    return bool(shutil.which("emacs")) and emacs("--eval", NEEDED).returncode == 0


@pytest.mark.skipif(not has_packages(), reason="needs Emacs, eglot and markdown-mode")
def test_a_session(writer: Writer) -> None:
    done = emacs(
        "--eval", NEEDED, "-l", SETTINGS, "-l", SESSION,
        folder=writer.folder, environment=writer.environment,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout)
    assert seen["completion"] == ["davis1990", "davis2003"]
    assert "Prints: (Alexander, 2010, p. 46)" in seen["hover"]
    assert "[@alexander, p. 46]" in seen["renamed"]
    assert seen["definition"] == "sources.bib"
    assert "Cite `jimenez2014`" in seen["actions"]

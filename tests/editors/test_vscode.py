"""The extension for VS Code: its types and style, its pure parts, and its package."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from tests.paths import ROOT

EXTENSION = ROOT / "editors" / "vscode"

pytestmark = pytest.mark.skipif(
    not shutil.which("npm") or not (EXTENSION / "node_modules").is_dir(),
    reason="needs node, and `npm ci` in editors/vscode",
)


def npm(*arguments: str) -> str:
    """Run npm in the extension's folder; return what it prints."""
    done = subprocess.run(
        ["npm", "--silent", *arguments],
        cwd=EXTENSION,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=300,
    )
    assert done.returncode == 0, done.stdout
    return done.stdout


def test_types_and_style() -> None:
    npm("run", "check")


def test_pure_parts() -> None:
    assert "# fail 0" in npm("run", "test")


def test_the_package_has_what_it_needs_and_nothing_else(tmp_path: Path) -> None:
    package = tmp_path / "loccit.vsix"
    npm("run", "package", "--", "--out", str(package))
    with zipfile.ZipFile(package) as archive:
        inside = [name for name in archive.namelist() if name.startswith("extension/")]
    assert sorted(inside) == [
        "extension/LICENSE.txt",
        "extension/changelog.md",
        "extension/icon.png",
        "extension/out/extension.js",
        "extension/package.json",
        "extension/readme.md",
    ]

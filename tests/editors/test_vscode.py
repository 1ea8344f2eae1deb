"""The extension for VS Code: its types and style, its pure parts, its package, and how
it works in VS Code itself.
"""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from tests.editors.writer import program
from tests.paths import ROOT

EXTENSION = ROOT / "editors" / "vscode"
#: VS Code as npm has it.
CODE_SERVER = EXTENSION / "test/workbench/node_modules/code-server/out/node/entry.js"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")

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
        timeout=600,
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


@pytest.mark.skipif(
    not CODE_SERVER.is_file(), reason="needs set-up.sh of the workbench"
)
@pytest.mark.skipif(not CHROMIUM, reason="needs Chromium")
def test_in_vs_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """VS Code itself, in a browser, with the package and the real server."""
    pytest.importorskip("pygls", reason="the extra `lsp` is not installed")
    package = tmp_path / "loccit.vsix"
    npm("run", "package", "--", "--out", str(package))
    monkeypatch.setenv("CODE_SERVER", str(CODE_SERVER))
    monkeypatch.setenv("CHROMIUM", str(CHROMIUM))
    monkeypatch.setenv("EXTENSION", str(package))
    monkeypatch.setenv("FOLDER", str(tmp_path))
    monkeypatch.setenv("LIBRARY", str(ROOT / "bibliography"))
    monkeypatch.setenv("LOCCIT", str(program(tmp_path / "loccit")))
    assert "# fail 0" in npm("run", "test:workbench")

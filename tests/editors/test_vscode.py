"""The extension for VS Code: its types and style, its pure parts, its package, and how
it works in VS Code itself.
"""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from tests.editors.pictures import IMAGES, choices_of
from tests.editors.vscode import (
    HAS_NPM,
    HAS_VSCODE,
    make_package,
    npm,
    use_workbench,
)

pytestmark = pytest.mark.skipif(
    not HAS_NPM, reason="needs node, and `npm ci` in editors/vscode"
)


def test_types_and_style() -> None:
    npm("run", "check")


def test_pure_parts() -> None:
    assert "# fail 0" in npm("run", "test")


def test_the_package_has_what_it_needs_and_nothing_else(tmp_path: Path) -> None:
    with zipfile.ZipFile(make_package(tmp_path)) as archive:
        inside = [name for name in archive.namelist() if name.startswith("extension/")]
    assert sorted(inside) == [
        "extension/LICENSE.txt",
        "extension/changelog.md",
        "extension/icon.png",
        "extension/out/extension.js",
        "extension/package.json",
        "extension/readme.md",
    ]


@pytest.mark.skipif(not HAS_VSCODE, reason="needs set-up.sh of the workbench, Chromium")
def test_in_vs_code(tmp_path: Path) -> None:
    """The pictures of docs/editors.md are taken on the way."""
    pytest.importorskip("pygls", reason="the extra `lsp` is not installed")
    assert "# fail 0" in use_workbench(tmp_path, tmp_path)
    for name in ("picker", "completion"):
        choices = (tmp_path / f"{name}.txt").read_text("utf-8")
        assert choices_of(IMAGES / f"vscode-{name}.png") == choices

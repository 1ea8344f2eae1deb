"""VS Code as npm has it, and the extension for it."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from tests.editors.writer import program
from tests.paths import ROOT

EXTENSION = ROOT / "editors" / "vscode"
CODE_SERVER = EXTENSION / "test/workbench/node_modules/code-server/out/node/entry.js"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")

HAS_NPM = bool(shutil.which("npm")) and (EXTENSION / "node_modules").is_dir()
HAS_VSCODE = HAS_NPM and CODE_SERVER.is_file() and bool(CHROMIUM)


def npm(*arguments: str, **environment: str) -> str:
    """Run npm in the extension's folder; return what it prints."""
    done = subprocess.run(
        ["npm", "--silent", *arguments],
        cwd=EXTENSION,
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=600,
    )
    assert done.returncode == 0, done.stdout
    return done.stdout


def make_package(folder: Path) -> Path:
    """Write the package that writers install."""
    package = folder / "loccit.vsix"
    npm("run", "package", "--", "--out", str(package))
    return package


def use_workbench(folder: Path, pictures: Path) -> str:
    """Test the package in VS Code itself; return what the tests print.

    Args:
        folder: for files.
        pictures: the folder for pictures and for what can be chosen in each.
    """
    return npm(
        "run",
        "test:workbench",
        CODE_SERVER=str(CODE_SERVER),
        CHROMIUM=str(CHROMIUM),
        EXTENSION=str(make_package(folder)),
        FOLDER=str(folder),
        LIBRARY=str(ROOT / "bibliography"),
        LOCCIT=str(program(folder / "loccit")),
        PICTURES=str(pictures),
    )

"""A folder for writers, and loccit on their search path."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.paths import ROOT

ESSAY = """\
The coalition came apart [@alexander2010, p. 46].
We are taught to prize those who need nobody [@jimenez2104].
So does [@dav]
"""


class Writer(NamedTuple):
    """Somebody with an essay, the library of the project, and loccit.

    Attributes:
        folder: where the essay is.
        environment: of the writer's programs.
    """

    folder: Path
    environment: dict[str, str]


@pytest.fixture
def writer(tmp_path: Path) -> Writer:
    """A writer whose settings are those of the test alone."""
    pytest.importorskip("pygls", reason="the extra `lsp` is not installed")
    folder = tmp_path / "essays"
    shutil.copytree(ROOT / "bibliography", folder / "bibliography")
    (folder / "essay.md").write_text(ESSAY, "utf-8")
    programs = tmp_path / "bin"
    programs.mkdir()
    program(programs / "loccit")
    path = f"{programs}{os.pathsep}{os.environ['PATH']}"
    home = str(tmp_path / "home")
    return Writer(folder, {**os.environ, "HOME": home, "PATH": path})


def program(path: Path) -> Path:
    """Write a program that runs this loccit."""
    path.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m loccit "$@"\n', "utf-8")
    path.chmod(0o755)
    return path

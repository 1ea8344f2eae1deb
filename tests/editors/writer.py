"""A writer: a folder with an essay, and loccit on the search path."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import NamedTuple

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


def make_writer(folder: Path) -> Writer:
    """Return a writer whose files and settings are in a folder."""
    essays = folder / "essays"
    shutil.copytree(ROOT / "bibliography", essays / "bibliography")
    (essays / "essay.md").write_text(ESSAY, "utf-8")
    programs = folder / "bin"
    programs.mkdir()
    program(programs / "loccit")
    path = f"{programs}{os.pathsep}{os.environ['PATH']}"
    home = str(folder / "home")
    return Writer(essays, {**os.environ, "HOME": home, "PATH": path})


def program(path: Path) -> Path:
    """Write a program that runs this loccit."""
    path.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m loccit "$@"\n', "utf-8")
    path.chmod(0o755)
    return path

"""A folder with a small library, and the command called in it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest
from click.testing import CliRunner, Result

from loccit.cli import main

LIBRARY = """\
@book{alexander2010,
  author = {Alexander, Michelle},
  title = {The New {Jim Crow}},
  publisher = {The New Press},
  date = {2010},
}
@book{jimenez2014,
  author = {Jimenez, Jillian and Pasztor, Eileen Mayers and Chambers, Ruth M. and Fujii, Cheryl Pearlman},
  title = {Social Policy and Social Change},
  edition = {2},
  publisher = {SAGE},
  date = {2014},
}
"""

#: The library's references.
ALEXANDER = "Alexander, M. (2010). *The new Jim Crow*. The New Press."
JIMENEZ = (
    "Jimenez, J., Pasztor, E. M., Chambers, R. M., & Fujii, C. P. (2014). "
    "*Social policy and social change* (2nd ed.). SAGE."
)

Call: TypeAlias = Callable[..., Result]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, the current one, with `bibliography/sources.bib` in it."""
    (tmp_path / "bibliography").mkdir()
    (tmp_path / "bibliography" / "sources.bib").write_text(LIBRARY, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def call(folder: Path) -> Call:
    """Calls `loccit`; an exception that nobody caught is raised here, as a traceback
    would be seen.
    """

    def call(*arguments: str | Path, stdin: bytes | None = None) -> Result:
        return CliRunner(catch_exceptions=False).invoke(
            main, [str(argument) for argument in arguments], input=stdin
        )

    return call


@pytest.fixture
def bib(folder: Path) -> Path:
    """The library's file."""
    return folder / "bibliography" / "sources.bib"


def essay(folder: Path, text: str | bytes, name: str = "essay.md") -> Path:
    """An essay in a folder, which is made where it is not there."""
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def editing(folder: Path, script: str) -> dict[str, str]:
    """An $EDITOR that does to the file what `script` says of its `text`."""
    program = folder / "editor.py"
    program.write_text(
        "import os, pathlib, sys\npath = pathlib.Path(sys.argv[1])\ntext = path.read_text('utf-8')\n"
        f"path.write_text({script}, 'utf-8')\nos.utime(path, (9e9, 9e9))\n"
    )
    return {"EDITOR": f'"{sys.executable}" "{program}"', "VISUAL": ""}

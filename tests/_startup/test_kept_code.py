"""Modules whose code was kept are those that Python would import."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

#: Imports a module of a package by that name, and prints what came of it.
SCRIPT = """
import sys
sys.path.insert(0, "packages")
sys.dont_write_bytecode = False
from loccit._startup import kept, kept_code
kept.use_kept()
kept_code._PREFIX = "shapes_of_a_test"
kept_code.kept_code.use("code")
import shapes_of_a_test.square as square
print(square.sides, type(square.__loader__).__name__, square.__name__, square.__file__)
kept_code.kept_code.keep_new()
"""

Run = Callable[..., list[str]]


@pytest.fixture
def package(tmp_path: Path) -> Path:
    folder = tmp_path / "packages" / "shapes_of_a_test"
    folder.mkdir(parents=True)
    (folder / "__init__.py").touch()
    (folder / "square.py").write_text("sides = 4\n", "utf-8")
    return folder


@pytest.fixture
def run(tmp_path: Path) -> Run:
    def run(script: str = SCRIPT, **variables: str) -> list[str]:
        environment = {
            name: value
            for name, value in os.environ.items()
            if name != "PYTHONDONTWRITEBYTECODE"
        }
        environment |= {"XDG_CACHE_HOME": str(tmp_path / "caches"), **variables}
        done = subprocess.run(
            [sys.executable, "-c", script],
            capture_output=True,
            text=True,
            check=False,
            cwd=tmp_path,
            env=environment,
        )
        return done.stdout.split() or [done.stderr]

    return run


def test_the_second_run_uses_what_the_first_kept(run: Run, package: Path) -> None:
    file = str(package / "square.py")
    read = ["4", "SourceFileLoader", "shapes_of_a_test.square", file]
    assert run() == read
    assert run() == ["4", "_KeptLoader", *read[2:]]
    assert run() == ["4", "_KeptLoader", *read[2:]]


def test_another_installation_does_not_use_it(run: Run, package: Path) -> None:
    run()
    other = SCRIPT.replace("kept.use", 'kept_code._PACKAGE = "elsewhere"\nkept.use')
    assert "SourceFileLoader" in run(other)


def test_a_source_that_changed_is_imported_again(run: Run, package: Path) -> None:
    run()
    with (package / "square.py").open("r+") as file:  # in place, in its old folder
        file.write("sides = 5\n")
    os.utime(package / "square.py", (1e9, 1e9))  # Python counts seconds
    assert run()[:2] == ["5", "SourceFileLoader"]
    assert run()[:2] == ["5", "_KeptLoader"]


def test_another_file_beside_a_source_may_replace_it(run: Run, package: Path) -> None:
    run()
    (package / "square").mkdir()
    (package / "square" / "__init__.py").write_text("sides = 6\n", "utf-8")
    assert run()[:2] == ["6", "SourceFileLoader"]


def test_a_module_that_is_gone_is_not_found(run: Run, package: Path) -> None:
    run()
    (package / "square.py").unlink()
    assert "No module named 'shapes_of_a_test.square'" in run()[0]


def test_a_broken_file_is_as_if_missing(
    run: Run, package: Path, tmp_path: Path
) -> None:
    run()
    (kept,) = (tmp_path / "caches" / "loccit").iterdir()
    kept.write_bytes(kept.read_bytes()[:-1])
    assert run()[:2] == ["4", "SourceFileLoader"]
    assert run()[:2] == ["4", "_KeptLoader"]


def test_without_bytecode_nothing_is_kept(run: Run, package: Path) -> None:
    script = SCRIPT.replace("sys.dont_write_bytecode = False", "")
    for _ in range(2):
        assert run(script, PYTHONDONTWRITEBYTECODE="1")[1] == "SourceFileLoader"


def test_a_traceback_shows_the_source(run: Run, package: Path) -> None:
    (package / "square.py").write_text("sides = 4\ndef fail(): 1 / 0\n", "utf-8")
    run()
    said = run(SCRIPT.replace("print(", "square.fail(); print("))[0]
    assert f'{package / "square.py"}", line 2, in fail\n    def fail(): 1 / 0' in said


@pytest.mark.skipif(sys.platform == "win32", reason="files have no such modes there")
def test_a_file_that_others_may_write_is_as_if_missing(
    run: Run, package: Path, tmp_path: Path
) -> None:
    run()
    (kept,) = (tmp_path / "caches" / "loccit").iterdir()
    assert kept.stat().st_mode & 0o777 == 0o600
    kept.chmod(0o666)
    assert run()[1] == "SourceFileLoader"

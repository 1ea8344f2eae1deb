"""`pip install .` gives the pure package; LOCCIT_COMPILE=1 asks for the compiled one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path
from zipfile import ZipFile

import pytest

from compiling.page import build_page
from tests.paths import ROOT

#: What `pip` calls: hatchling, in a process of its own.
BUILD = """
import sys
from hatchling.build import *
kind, folder = sys.argv[1:]
builds = {"wheel": build_wheel, "editable": build_editable, "sdist": build_sdist}
print(builds[kind](folder))
print(get_requires_for_build_wheel())
"""


def build(
    kind: str, folder: Path, root: Path = ROOT, **variables: str
) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "LOCCIT_COMPILE": "", **variables}
    return subprocess.run(
        [sys.executable, "-c", BUILD, kind, folder],
        cwd=root,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("value", ["", "0"])
def test_without_the_variable_the_wheel_is_pure(tmp_path: Path, value: str) -> None:
    built = build("wheel", tmp_path, LOCCIT_COMPILE=value)
    assert built.stdout.splitlines()[1:] == ["[]"], built.stderr
    (wheel,) = tmp_path.glob("*.whl")
    assert wheel.name.endswith("-py3-none-any.whl")
    names = ZipFile(wheel).namelist()
    assert "loccit/model/span.py" in names
    assert not [name for name in names if name.endswith((".so", ".pyd"))]


def test_without_a_c_compiler_the_build_fails_with_words(tmp_path: Path) -> None:
    built = build("wheel", tmp_path, LOCCIT_COMPILE="1", CC=str(tmp_path / "gcc"))
    assert built.returncode
    assert "Install a C compiler" in built.stderr
    assert "Traceback" not in built.stderr
    assert not list(tmp_path.glob("*.whl"))


def test_an_editable_installation_is_not_compiled(tmp_path: Path) -> None:
    built = build("editable", tmp_path, LOCCIT_COMPILE="1")
    assert built.returncode
    assert "An editable installation runs the Python files" in built.stderr


def test_the_page_of_the_desk_is_in_what_is_published(tmp_path: Path) -> None:
    if reason := build_page():
        pytest.skip(reason)
    page = "loccit/servers/desk/static/index.html"
    assert not build("wheel", tmp_path).returncode
    (wheel,) = tmp_path.glob("*.whl")
    assert page in ZipFile(wheel).namelist()
    assert not build("sdist", tmp_path).returncode
    (sources,) = tmp_path.glob("*.tar.gz")
    with tarfile.open(sources) as archive:
        names = archive.getnames()
    assert f"{sources.name.removesuffix('.tar.gz')}/src/{page}" in names
    # The sources of the page need npm; whoever installs from an sdist may not have it.
    assert not [name for name in names if name.endswith(".ts")]


def test_an_sdist_is_installed_with_the_page_and_without_npm(tmp_path: Path) -> None:
    if reason := build_page():
        pytest.skip(reason)
    assert not build("sdist", tmp_path).returncode
    (sources,) = tmp_path.glob("*.tar.gz")
    with tarfile.open(sources) as archive:
        archive.extractall(tmp_path, filter="data")
    root = tmp_path / sources.name.removesuffix(".tar.gz")
    built = build("wheel", tmp_path, root=root, PATH="")
    assert not built.returncode
    assert not built.stderr
    (wheel,) = tmp_path.glob("*.whl")
    assert "loccit/servers/desk/static/index.html" in ZipFile(wheel).namelist()


def test_without_npm_there_is_no_page_and_no_failure(tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    skipped = shutil.ignore_patterns("node_modules", "static", ".*", "tests")
    shutil.copytree(ROOT, copy, ignore=skipped)
    built = build("wheel", tmp_path, root=copy, PATH="")
    assert not built.returncode, built.stderr
    assert "npm is not installed" in built.stdout + built.stderr
    (wheel,) = tmp_path.glob("*.whl")
    names = ZipFile(wheel).namelist()
    assert "loccit/model/span.py" in names
    assert not [name for name in names if "static" in name]

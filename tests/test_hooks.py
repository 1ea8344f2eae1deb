"""The hook for pre-commit, and the workflow that docs/checking-essays.md shows: run as
these programs run them.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from loccit.bibliography.formats import is_known
from loccit.essays.formats import formats
from tests.paths import ROOT

MANIFEST = ROOT / ".pre-commit-hooks.yaml"
PAGE = ROOT / "docs" / "checking-essays.md"
WRONG = (
    "So it is (Doe 2001).\n\n# References\n\nDoe, J. (2001). *A book*. Harbor Press.\n"
)
RIGHT = WRONG.replace("Doe 2001", "Doe, 2001")


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let programs find this `loccit`, and no one's settings of git."""
    folder = Path(sys.executable).parent
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("PRE_COMMIT_HOME", str(folder.parent / "pre-commit"))


@pytest.fixture
def repository(tmp_path: Path, environment: None) -> Path:
    """A repository of git with an essay."""
    if not shutil.which("git"):
        pytest.skip("git is not installed")
    folder = tmp_path / "repository"
    (folder / "essays").mkdir(parents=True)
    (folder / "essays" / "essay.md").write_text(WRONG, "utf-8")
    (folder / "essays" / "photo.png").write_bytes(b"\x89PNG\r\n\x1a\n\0")
    run(["git", "init", "-q"], folder)
    run(["git", "add", "."], folder)
    return folder


def run(command: list[str] | str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        shell=isinstance(command, str),
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def hook() -> dict[str, Any]:  # YAML
    [found] = yaml.safe_load(MANIFEST.read_text("utf-8"))
    return dict(found)


def pre_commit(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    pytest.importorskip("pre_commit", reason="pre-commit is not installed")
    return run([sys.executable, "-m", "pre_commit", *arguments], folder)


def test_the_manifest_is_valid(tmp_path: Path, environment: None) -> None:
    done = pre_commit("validate-manifest", str(MANIFEST), folder=tmp_path)
    assert done.returncode == 0, done.stdout


def test_the_hook_checks_what_is_committed(repository: Path) -> None:
    # As the manifest has it, but without a copy of the program for pre-commit alone.
    local = {**hook(), "language": "system", "args": ["--fix"]}
    config = {"repos": [{"repo": "local", "hooks": [local]}]}
    (repository / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config))
    first = pre_commit("run", "--all-files", folder=repository)
    assert first.returncode == 1
    assert "essay.md:1:14: fixed: No comma separates" in first.stdout
    assert (repository / "essays" / "essay.md").read_text("utf-8") == RIGHT
    run(["git", "add", "."], repository)
    second = pre_commit("run", "--all-files", folder=repository)
    assert (second.returncode, "Passed" in second.stdout) == (0, True), second.stdout


def test_the_hook_takes_every_essay() -> None:
    pattern = re.compile(hook()["files"])
    known = [each for format_ in formats().values() for each in format_.EXTENSIONS]
    assert all(pattern.search(f"essay{extension}") for extension in (*known, ".bib"))
    assert is_known(".bib")
    assert not pattern.search("essay.png")


def commands() -> Iterator[str]:
    """The commands of the workflow on the page."""
    blocks = re.findall(r"^```yaml\n(.*?)^```$", PAGE.read_text("utf-8"), re.M | re.S)
    [workflow] = [value for value in map(yaml.safe_load, blocks) if "jobs" in value]
    for step in workflow["jobs"]["check"]["steps"]:
        if "run" in step:
            yield step["run"]


def test_the_workflow_notes_what_is_wrong(repository: Path) -> None:
    install, check = commands()
    assert install == "pip install loccit"
    done = run(check, repository)
    said = (
        "::warning file=essays/essay.md,line=1,endLine=1,col=14,endColumn=15,title=C01"
    )
    assert done.returncode == 1
    assert done.stdout.startswith(said)
    (repository / "essays" / "essay.md").write_text(RIGHT, "utf-8")
    done = run(check, repository)
    assert (done.returncode, done.stdout) == (0, "")


def test_the_hook_on_the_page_is_that_of_the_manifest() -> None:
    blocks = re.findall(r"^```yaml\n(.*?)^```$", PAGE.read_text("utf-8"), re.M | re.S)
    [config] = [value for value in map(yaml.safe_load, blocks) if "repos" in value]
    [shown] = config["repos"][0]["hooks"]
    assert shown["id"] == hook()["id"]

"""Checks in a process of their own."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from loccit.drafting.checking import CheckProcess
from loccit.drafting.opened.workspace import Workspace
from loccit.drafting.problems.of_essay import all_findings
from loccit.errors import LoccitError, UnreadableFile
from loccit.model import Edit, Span
from loccit.workspace.settings import Settings


@pytest.fixture
def checks() -> Iterator[CheckProcess]:
    process = CheckProcess()
    yield process
    process.close()


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace([tmp_path])


def rules(checks: CheckProcess, workspace: Workspace, path: Path) -> list[str]:
    checked = checks.check(workspace, path, lambda: False)
    assert checked is not None
    return [each.problem.rule for each in checked.findings]


def children() -> set[psutil.Process]:
    return {*psutil.Process().children()}


def test_the_findings_are_those_of_a_check(
    checks: CheckProcess, workspace: Workspace
) -> None:
    path = workspace.folders[0] / "essay.md"
    workspace.open(path, "So it is (Doe 2001).\n\n# References\n\nDoe, J. Emma.", 1)
    checked = checks.check(workspace, path, lambda: False)
    essay = workspace.essay(path)
    assert checked
    assert checked.findings
    assert checked.findings == all_findings(essay, lambda: False)
    assert checked.cites == essay.reading.cites


def test_what_is_open_is_checked(checks: CheckProcess, workspace: Workspace) -> None:
    folder = workspace.folders[0]
    essay, library = folder / "essay.md", folder / "bibliography" / "a.bib"
    library.parent.mkdir()
    library.write_text("@book{doe, title={Emma}, date={2001}}", "utf-8")
    workspace.open(essay, "So [@roe].", 1)
    assert "T01" in rules(checks, workspace, essay)
    workspace.edit(essay, [Edit(Span(5, 6), "d"), Edit(Span(7, 8), "e")], 2)
    assert "T01" not in rules(checks, workspace, essay)
    workspace.open(library, "@book{poe, title={Emma}, date={2001}, doi={x}}", 1)
    assert "T01" in rules(checks, workspace, essay)
    assert "malformed-doi" in rules(checks, workspace, library)
    workspace.close(library)
    assert "T01" not in rules(checks, workspace, essay)


def test_a_check_is_cancelled(checks: CheckProcess, workspace: Workspace) -> None:
    path = workspace.folders[0] / "essay.md"
    workspace.open(path, "So it is (Doe 2001).\n\n" * 2_000, 1)
    assert checks.check(workspace, path, lambda: True) is None
    workspace.open(path, "So it is (Doe 2001).", 2)
    assert "C01" in rules(checks, workspace, path)


def test_a_file_that_is_gone(checks: CheckProcess, workspace: Workspace) -> None:
    with pytest.raises(UnreadableFile, match="There is no such file"):
        checks.check(workspace, workspace.folders[0] / "gone.md", lambda: False)


def test_another_process_is_started_when_one_was_killed(
    checks: CheckProcess, workspace: Workspace
) -> None:
    path = workspace.folders[0] / "essay.md"
    workspace.open(path, "So it is (Doe 2001).", 1)
    others = children()
    assert "C01" in rules(checks, workspace, path)
    [process] = children() - others
    process.send_signal(signal.SIGKILL)
    with pytest.raises(LoccitError, match="ended"):
        checks.check(workspace, path, lambda: False)
    assert "C01" in rules(checks, workspace, path)


#: Checks an essay, says which process has done that, and is killed.
KILLED = """
import os, signal, sys
from pathlib import Path
import psutil
from loccit.drafting.checking import CheckProcess
from loccit.drafting.opened.workspace import Workspace
path = Path(sys.argv[1])
assert CheckProcess().check(Workspace([path.parent]), path, lambda: False) is not None
[child] = psutil.Process().children()
print(child.pid, flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_the_process_ends_with_this_one(tmp_path: Path) -> None:
    path = tmp_path / "essay.md"
    path.write_text("So it is (Doe 2001).", "utf-8")
    command = [sys.executable, "-c", KILLED, str(path)]
    pid = int(subprocess.run(command, stdout=subprocess.PIPE, check=False).stdout)
    left = [each for each in psutil.process_iter() if each.pid == pid]
    _, alive = psutil.wait_procs(left, timeout=60)
    assert not alive


def test_modules_beside_an_essay_are_not_run(
    checks: CheckProcess, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    [folder] = workspace.folders
    monkeypatch.chdir(folder)
    for name in ("random", "loccit", "json", "yaml"):
        (folder / f"{name}.py").write_text("raise SystemExit('run')", "utf-8")
    path = folder / "essay.md"
    workspace.open(path, "So it is (Doe 2001).", 1)
    assert "C01" in rules(checks, workspace, path)


def test_the_style_that_was_chosen_for_an_essay(
    checks: CheckProcess, workspace: Workspace
) -> None:
    path = workspace.folders[0] / "essay.md"
    workspace.open(path, "So it is (Doe 2001).", 1)
    assert "C01" in rules(checks, workspace, path)
    workspace.choose(path, Settings(csl="ieee"))
    assert "C01" not in rules(checks, workspace, path)

"""`check` of many essays, which several processes share."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from loccit import read_essay
from loccit.cli.checking import in_processes as module
from loccit.cli.checking.in_processes import in_processes
from loccit.cli.checking.shared_library import shared_library
from loccit.errors import LoccitError
from loccit.workspace.settings import Settings
from tests.cli.conftest import Call, essay

ONLY = ("--select", "C01")


def double(number: int) -> tuple[int, int]:
    """A number with the process that doubled it."""
    return 2 * number, os.getpid()


@pytest.mark.parametrize("count", [0, 1, 3, 4, 30])
def test_results_are_in_order(count: int) -> None:
    results = [number for number, _ in in_processes(double, range(count), "Doubling")]
    assert results == [2 * number for number in range(count)]


def test_several_processes_share_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_processors", lambda: 2)
    processes = {process for _, process in in_processes(double, range(30), "")}
    assert len(processes) > 1
    assert os.getpid() in processes  # it did the first


def die_elsewhere(process: int) -> int:
    """End the process that this is done in, unless it is that one."""
    if os.getpid() != process:
        os._exit(1)
    return process


def test_a_process_that_the_system_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_processors", lambda: 2)
    with pytest.raises(LoccitError, match="ended a process"):
        list(in_processes(die_elsewhere, [os.getpid()] * 8, ""))


def test_a_folder_of_essays(call: Call, folder: Path) -> None:
    for number in range(12):
        essay(folder, f"So it is (Doe {2000 + number}).\n", f"papers/{number:02}.md")
    essay(folder, b"\xff\xfe\x00", "papers/broken.docx")
    result = call("check", "papers", *ONLY, "--to", "json")
    value = json.loads(result.stdout)
    assert result.exit_code == 2
    assert result.stderr.count("broken.docx") == 1
    paths = [f"papers/{number:02}.md" for number in range(12)]
    assert [each["path"] for each in value["essays"]] == paths
    assert [each["path"] for each in value["findings"]] == paths


def test_a_folder_is_fixed(call: Call, folder: Path) -> None:
    files = [
        essay(folder, f"So it is (Doe {2000 + number}).\n", f"papers/{number:02}.md")
        for number in range(8)
    ]
    result = call("check", "papers", *ONLY, "--fix")
    assert (result.exit_code, result.stderr.count("fixed: No comma")) == (0, 8)
    assert all("(Doe, 20" in path.read_text("utf-8") for path in files)


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="only Linux lists processes")
@pytest.mark.skipif(os.cpu_count() == 1, reason="one processor needs one process")
def test_ctrl_c_ends_all_processes(folder: Path) -> None:
    text = "So it is (Doe 2001).\n\n" * 200
    for number in range(60):
        essay(folder, text, f"papers/{number:02}.md")
    command = [sys.executable, "-m", "loccit", "check", "papers"]
    started = subprocess.Popen(command, stderr=subprocess.PIPE, start_new_session=True)
    children = Path(f"/proc/{started.pid}/task/{started.pid}/children")
    while started.poll() is None and not children.read_text():
        time.sleep(0.05)
    time.sleep(0.5)  # Python ignores what is raised while it forks
    os.killpg(started.pid, signal.SIGINT)
    _, said = started.communicate(timeout=60)
    assert started.returncode == 130
    assert b"Traceback" not in said
    with pytest.raises(ProcessLookupError):
        os.killpg(started.pid, 0)


def test_a_library_is_shared_until_it_changes(folder: Path, bib: Path) -> None:
    first, second = (
        read_essay(b"[@alexander2010]", str(folder / name)) for name in ("a.md", "b.md")
    )
    library = shared_library(first, Settings())
    assert library
    assert shared_library(second, Settings()) is library
    with bib.open("a") as file:
        file.write("@book{doe, title = {A}}\n")
    changed = shared_library(first, Settings())
    assert changed and "doe" in changed


def test_an_essay_with_sources_of_its_own_shares_none(folder: Path) -> None:
    front = b"---\nreferences:\n- {id: doe, type: book}\n---\n[@doe]\n"
    essay = read_essay(front, str(folder / "a.md"))
    assert shared_library(essay, Settings()) is None
    named = Settings(bibliography=(folder / "none.bib",))
    assert shared_library(read_essay(b"[@doe]", "a.md"), named) is None

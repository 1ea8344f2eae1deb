"""Leaving at once loses nothing, and says nothing else than Python's own way."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import IO

import pytest

#: What Python ends with where it can't write what is left at the end.
_UNWRITTEN = 120


def run(
    script: str, stdout: IO[str] | int | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a script that leaves, with output that is kept back until the end."""
    begin = "import sys\nfrom loccit._startup.leave import leave\n"
    return subprocess.run(
        [sys.executable, "-c", begin + script],
        stdout=stdout,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
        env={**os.environ, "PYTHONUNBUFFERED": ""},
    )


@pytest.mark.parametrize(
    ("status", "left_with"), [("None", 0), ("0", 0), ("1", 1), ("2", 2), ("259", 3)]
)
def test_the_status_is_the_one_that_was_asked_for(status: str, left_with: int) -> None:
    assert run(f"leave({status})\nraise SystemExit(77)").returncode == left_with


def test_a_message_is_left_to_python() -> None:
    assert run("leave('Sorry.')\nraise SystemExit(77)").returncode == 77


def test_what_was_printed_is_written(tmp_path: Path) -> None:
    target = tmp_path / "output.txt"
    with target.open("w") as file:
        done = run("print('x' * 5000)\nsys.stderr.write('so')\nleave(0)", stdout=file)
    assert (target.read_text(), done.stderr) == ("x" * 5000 + "\n", "so")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")  # noqa: PTH110
def test_a_full_disk_is_reported() -> None:
    with open("/dev/full", "w") as full:  # noqa: PTH123
        done = run("print('so')\nleave(0)", stdout=full)
    assert done.returncode == _UNWRITTEN
    assert "No space left on device" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="pipes end differently")
def test_a_closed_pipe_is_reported() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = run("print('so')\nleave(0)", stdout=writer)
    os.close(writer)
    assert done.returncode == _UNWRITTEN
    assert "Broken pipe" in done.stderr


REGISTERED = "import atexit; atexit.register(print, 'late', file=sys.stderr)"
FINALIZED = """\
import weakref
class Late: pass
late = Late()
weakref.finalize(late, print, 'late', file=sys.stderr)
"""
THREADED = """\
import threading, time
def late(): time.sleep(0.1); print('late', file=sys.stderr)
threading.Thread(target=late).start()
"""


@pytest.mark.parametrize("work", [REGISTERED, FINALIZED, THREADED])
def test_what_is_to_be_done_at_the_end_is_done(work: str) -> None:
    assert run(f"{work}\nleave(0)").stderr == "late\n"


def test_a_profile_is_written() -> None:
    profiled = subprocess.run(
        [sys.executable, "-m", "cProfile", "-m", "loccit", "--version"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "function calls" in profiled.stdout


def test_a_trace_ends_with_python() -> None:
    assert (
        run("sys.settrace(lambda *_: None)\nleave(0)\nraise SystemExit(7)").returncode
        == 7
    )

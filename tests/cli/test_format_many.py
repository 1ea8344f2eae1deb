"""`format` of many essays, which several processes share."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.conftest import ALEXANDER, Call, essay

#: Enough for several processes.
_FILLING = "So it is, and so it was, and so it will be.\n\n" * 400


def _essays(folder: Path, count: int) -> list[Path]:
    return [
        essay(folder, f"{number} [@alexander2010].\n{_FILLING}", f"papers/{number}.md")
        for number in range(count)
    ]


def test_a_line_of_json_for_each_in_order(call: Call, folder: Path) -> None:
    files = _essays(folder, 12)
    result = call("format", *files, "--to", "json")
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert [each["file"] for each in lines] == [str(path) for path in files]
    assert all(each["citations"] for each in lines)
    assert (result.exit_code, result.stderr) == (0, "12 essays formatted, 12 citations, 0 problems.\n")  # fmt: skip


def test_one_that_fails_does_not_stop_the_others(call: Call, folder: Path) -> None:
    files = _essays(folder, 12)
    broken = essay(folder, b"\xff\xfe\x00", "papers/broken.docx")
    result = call("format", *files[:5], broken, *files[5:], "--in-place")
    assert result.exit_code == 2
    assert result.stderr.count("papers/broken.docx: This is not a document") == 1
    assert result.stderr.endswith("1 essay not formatted.\n")
    assert all(ALEXANDER in path.read_text("utf-8") for path in files)


def test_several_processes_write_what_one_writes(call: Call, folder: Path) -> None:
    files = _essays(folder, 12)
    call("format", *files, "-o", "many")
    for path in files:
        call("format", path, "-o", "one.md")
        assert Path("many", path.name).read_bytes() == Path("one.md").read_bytes()


ON_LINUX = pytest.mark.skipif(
    not Path("/proc").is_dir() or os.cpu_count() == 1,
    reason="only Linux lists processes, and one processor needs one",
)


def _started(folder: Path) -> subprocess.Popen[bytes]:
    """A call that formats many essays, and has other processes by now."""
    command = [sys.executable, "-m", "loccit", "format", "--in-place", "papers"]
    started = subprocess.Popen(
        command, cwd=folder, stderr=subprocess.PIPE, start_new_session=True
    )
    children = Path(f"/proc/{started.pid}/task/{started.pid}/children")
    while started.poll() is None and not children.read_text():
        time.sleep(0.01)
    return started


def _is_alone(group: int) -> bool:
    """Whether no process of a group is left, or soon none is."""
    for _ in range(200):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False


@ON_LINUX
def test_ctrl_c_leaves_no_process_and_no_half_file(folder: Path) -> None:
    files = _essays(folder, 80)
    before = {path: path.read_bytes() for path in files}
    started = _started(folder)
    time.sleep(0.2)  # Python ignores what is raised while it forks
    os.killpg(started.pid, signal.SIGINT)
    _, said = started.communicate(timeout=60)
    assert b"Traceback" not in said
    assert _is_alone(started.pid)
    assert sorted((folder / "papers").iterdir()) == sorted(files)
    for path in files:
        is_whole = ALEXANDER in path.read_text("utf-8")
        assert is_whole or path.read_bytes() == before[path]


@ON_LINUX
def test_the_processes_end_with_the_one_that_started_them(folder: Path) -> None:
    _essays(folder, 80)
    started = _started(folder)
    started.kill()
    started.communicate()
    assert _is_alone(started.pid)

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

from tests.cli.conftest import Call, essay

ONLY = ("--select", "C01")


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

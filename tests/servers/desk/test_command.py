"""The command: it says where it listens, and ends at once."""

from __future__ import annotations

import shutil
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.servers.desk.running_desk import (
    ESSAY,
    PATIENCE,
    asking,
    desk_process,
    listening,
    make_folder,
    printed_address,
    running_desk,
)


@pytest.mark.skipif(sys.platform == "win32", reason="no process gets Ctrl-C there")
def test_ctrl_c_ends_it_while_a_tab_listens(tmp_path: Path) -> None:
    make_folder(tmp_path / "Essays")
    with (
        desk_process(tmp_path / "Essays") as process,
        asking(printed_address(process)) as desk,
        listening(desk),
    ):
        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE) in (0, 130)


@pytest.mark.skipif(sys.platform == "win32", reason="no process gets Ctrl-C there")
def test_what_is_not_saved_is_kept(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "Essays")
    with (
        desk_process(folder) as process,
        asking(printed_address(process)) as desk,
    ):
        desk.get("essay", path="essay.md")
        desk.edit("essay.md", 1, (0, 0, "unsaved 😀"))
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=PATIENCE)
    line = next(line for line in said.splitlines() if "was not saved" in line)
    kept = Path(line.rpartition(" in ")[2])
    assert kept.read_text("utf-8") == "unsaved 😀" + ESSAY
    assert (folder / "essay.md").read_text("utf-8") == ESSAY
    shutil.rmtree(kept.parent)


def test_two_desks_of_one_folder(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "Essays")
    with running_desk(folder) as one, running_desk(folder) as other:
        assert one.token != other.token
        one.get("essay", path="essay.md")
        other.get("essay", path="essay.md")
        one.edit("essay.md", 1, (0, 0, "one"))
        other.edit("essay.md", 1, (0, 0, "other"))
        one.post("essay/save", path="essay.md", version=2)
        status, answer = other.refused("essay/save", path="essay.md", version=2)
        assert status == 409
        assert answer["disk"].startswith("one")
        assert answer["yours"].startswith("other")


def test_a_port_in_use(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        command = [sys.executable, "-m", "loccit", "desk", str(tmp_path)]
        done = subprocess.run(
            [*command, "--no-browser", "--port", port],
            capture_output=True,
            text=True,
            timeout=PATIENCE,
        )
    assert done.returncode == 2
    assert f"Port {port} can't be used" in done.stderr

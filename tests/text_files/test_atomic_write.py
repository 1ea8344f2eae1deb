"""A write leaves the old file or the new one, with the same permissions."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from loccit.errors import UnwritableFile
from loccit.text_files.atomic_write import (
    discard_unfinished,
    finish_writing,
    write_all_atomically,
    write_atomically,
)


def test_writes_and_leaves_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "essay.md"
    write_atomically(target, b"one")
    write_atomically(target, b"two")
    assert target.read_bytes() == b"two"
    assert [path.name for path in tmp_path.iterdir()] == ["essay.md"]


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps no such modes")
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o755])
def test_keeps_permissions(tmp_path: Path, mode: int) -> None:
    target = tmp_path / "essay.md"
    target.write_bytes(b"old")
    target.chmod(mode)
    write_atomically(target, b"new")
    assert stat.S_IMODE(target.stat().st_mode) == mode


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps no such modes")
def test_a_new_file_gets_the_usual_permissions(tmp_path: Path) -> None:
    (tmp_path / "usual").touch()
    write_atomically(tmp_path / "new", b"")
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_follows_a_symbolic_link(tmp_path: Path) -> None:
    (tmp_path / "real.md").write_bytes(b"old")
    (tmp_path / "link.md").symlink_to(tmp_path / "real.md")
    write_atomically(tmp_path / "link.md", b"new")
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").read_bytes() == b"new"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such pipes")
def test_writes_to_a_pipe_and_leaves_it_there(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_atomically(pipe, b"new")
        assert (os.read(reader, 9), stat.S_ISFIFO(pipe.stat().st_mode)) == (
            b"new",
            True,
        )
    finally:
        os.close(reader)


@pytest.mark.skipif(
    os.name == "nt" or os.geteuid() == 0 or not Path("/dev/full").exists(),
    reason="needs a device",
)
def test_says_that_a_device_is_full() -> None:
    with pytest.raises(UnwritableFile, match="No space left on device"):
        write_atomically(Path("/dev/full"), b"new")


def test_refuses_a_read_only_file(tmp_path: Path) -> None:
    target = tmp_path / "essay.md"
    target.write_bytes(b"old")
    target.chmod(0o444)
    with pytest.raises(UnwritableFile, match="read-only"):
        write_atomically(target, b"new")
    assert target.read_bytes() == b"old"


@pytest.mark.parametrize("name", ["missing/essay.md", "."])
def test_says_what_can_not_be_written(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnwritableFile):
        write_atomically(tmp_path / name, b"new")


def test_a_failed_write_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "essay.md"
    target.write_bytes(b"old")

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UnwritableFile, match="No space left on device"):
        write_atomically(target, b"new")
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["essay.md"]


#: Writes three files, and is killed when it is about to give the one of that number its
#: name.
KILLED = """
import os, pathlib, signal, sys
from loccit.text_files.atomic_write import write_all_atomically
folder, fatal = pathlib.Path(sys.argv[1]), int(sys.argv[2])
replace, count = pathlib.Path.replace, [0]
def counted(self, target):
    count[0] += 1
    if count[0] == fatal:
        os.kill(os.getpid(), signal.SIGKILL)
    return replace(self, target)
pathlib.Path.replace = counted
write_all_atomically({folder / name: b"new" for name in "abc"}, folder / "journal")
"""


@pytest.mark.skipif(os.name == "nt", reason="needs POSIX signals")
@pytest.mark.parametrize(
    ("fatal", "expected"),
    [(1, b"old"), (2, b"new"), (3, b"new"), (4, b"new"), (5, b"new")],
)
def test_a_kill_between_files_is_made_good(
    tmp_path: Path, fatal: int, expected: bytes
) -> None:
    for name in "abc":
        (tmp_path / name).write_bytes(b"old")
    subprocess.run(
        [sys.executable, "-c", KILLED, str(tmp_path), str(fatal)], check=False
    )
    finish_writing(tmp_path / "journal")
    finish_writing(tmp_path / "journal")
    assert [(tmp_path / name).read_bytes() for name in "abc"] == [expected] * 3
    assert not (tmp_path / "journal").exists()
    for name in ("a", "b", "c", "journal"):
        discard_unfinished(tmp_path / name)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "b", "c"]


@pytest.mark.skipif(os.name == "nt", reason="needs POSIX signals")
def test_what_was_changed_since_a_kill_is_left_alone(tmp_path: Path) -> None:
    for name in "abc":
        (tmp_path / name).write_bytes(b"old")
    subprocess.run([sys.executable, "-c", KILLED, str(tmp_path), "3"], check=False)
    (tmp_path / "c").write_bytes(b"mine")
    finish_writing(tmp_path / "journal")
    assert [path.read_bytes() for path in sorted(tmp_path.iterdir())] == [
        b"new",
        b"new",
        b"mine",
    ]


#: The same, but stopped by Ctrl-C there.
STOPPED = KILLED.replace(
    "os.kill(os.getpid(), signal.SIGKILL)", "raise KeyboardInterrupt"
)


@pytest.mark.parametrize("fatal", [1, 2, 3, 4])
def test_ctrl_c_between_files_takes_all_back(tmp_path: Path, fatal: int) -> None:
    for name in "abc":
        (tmp_path / name).write_bytes(b"old")
    done = subprocess.run(
        [sys.executable, "-c", STOPPED, str(tmp_path), str(fatal)],
        capture_output=True,
        check=False,
    )
    assert b"KeyboardInterrupt" in done.stderr
    assert [path.read_bytes() for path in sorted(tmp_path.iterdir())] == [b"old"] * 3


@pytest.mark.parametrize("fatal", [1, 2, 3, 4])
@pytest.mark.parametrize("new", ["a", "b", "c"])
def test_ctrl_c_takes_a_new_file_back(tmp_path: Path, fatal: int, new: str) -> None:
    for name in "abc".replace(new, ""):
        (tmp_path / name).write_bytes(b"old")
    subprocess.run([sys.executable, "-c", STOPPED, str(tmp_path), str(fatal)])
    left = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert left == dict.fromkeys("abc".replace(new, ""), b"old")


@pytest.mark.skipif(os.name == "nt", reason="needs POSIX signals")
def test_a_new_file_is_finished_after_a_kill(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / name).write_bytes(b"old")
    subprocess.run([sys.executable, "-c", KILLED, str(tmp_path), "3"], check=False)
    finish_writing(tmp_path / "journal")
    assert [(tmp_path / name).read_bytes() for name in "abc"] == [b"new"] * 3


def test_one_of_several_can_not_be_written(tmp_path: Path) -> None:
    for name in "abc":
        (tmp_path / name).write_bytes(b"old")
    (tmp_path / "c").chmod(0o444)
    with pytest.raises(UnwritableFile, match="read-only"):
        write_all_atomically(
            {tmp_path / name: b"new" for name in "abc"}, tmp_path / "journal"
        )
    assert [path.read_bytes() for path in sorted(tmp_path.iterdir())] == [b"old"] * 3


def test_a_journal_moves_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    (tmp_path / "b").write_bytes(b"mine")
    (tmp_path / "journal").write_text(
        json.dumps(
            [[str(tmp_path / "b"), str(tmp_path / "a"), sha256(b"old").hexdigest()]]
        )
    )
    finish_writing(tmp_path / "journal")
    assert (tmp_path / "a").read_bytes() == b"old"
    assert (tmp_path / "b").read_bytes() == b"mine"

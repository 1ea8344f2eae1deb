"""On a terminal: colour and tables that fit it; Ctrl-C; a reader that goes away."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from loccit.cli.terminal import _widths

pytestmark = pytest.mark.skipif(os.name == "nt", reason="needs a POSIX terminal")

LOCCIT = [sys.executable, "-m", "loccit"]


def on_terminal(folder: Path, *arguments: str, columns: int = 80) -> str:
    """What a terminal of that width is sent."""
    import pty

    master, slave = pty.openpty()
    environment = {**os.environ, "COLUMNS": str(columns), "TERM": "xterm-256color"}
    process = subprocess.Popen(
        [*LOCCIT, *arguments], cwd=folder, stdout=slave, stderr=slave, env=environment
    )
    os.close(slave)
    sent = b""
    while True:
        try:
            read = os.read(master, 65536)
        except OSError:  # Linux says so when the other end is closed
            break
        if not read:
            break
        sent += read
    process.wait()
    os.close(master)
    return sent.decode()


def without_colour(text: str) -> str:
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_a_table_fits_the_terminal(folder: Path, columns: int) -> None:
    lines = without_colour(on_terminal(folder, "list", columns=columns)).splitlines()
    assert lines[0].split() == ["Key", "Author", "Year", "Title", "Type"]
    assert lines[1].startswith("alexander2010  Alexander")
    assert max(map(len, lines)) <= columns


#: Ctrl-C as `click` is looked for.
INTERRUPTED_IMPORT = """
import os, signal, sys
from importlib.abc import MetaPathFinder

class Interrupting(MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name == "click":
            os.kill(os.getpid(), signal.SIGINT)

sys.meta_path.insert(0, Interrupting())
from loccit.__main__ import main
main()
"""


def test_ctrl_c_while_modules_are_imported_is_quiet() -> None:
    done = subprocess.run(
        [sys.executable, "-c", INTERRUPTED_IMPORT], capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (-signal.SIGINT, b"")


def test_what_standard_output_has_no_letter_for_is_a_question_mark(
    folder: Path,
) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "cp1252"}
    arguments = [*LOCCIT, "add", "book", "title=Łódź – a history", "--dry-run"]
    done = subprocess.run(
        arguments, cwd=folder, env=environment, capture_output=True, check=False
    )
    assert (done.returncode, b"{?\xf3d? \x96 a history}" in done.stdout) == (0, True)


@pytest.mark.skipif(
    not Path("/dev/full").is_char_device(), reason="needs a device that is full"
)
@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["list"], ["list", "--help"], ["stats"], ["export", "--to", "html"]],
)
def test_a_full_disk_is_told(folder: Path, arguments: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*LOCCIT, *arguments],
            cwd=folder,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert (done.returncode, done.stderr) == (2, b"loccit: No space left on device.\n")


def test_problems_have_colour_on_a_terminal_only(folder: Path) -> None:
    (folder / "essay.md").write_text("See @nobody.\n")
    assert "\x1b[31merror:\x1b[0m" in on_terminal(folder, "format", "essay.md")
    piped = subprocess.run(
        [*LOCCIT, "format", "essay.md"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "essay.md:1:5: error: No source" in piped.stderr


@pytest.mark.parametrize("essays", [["long.md"], ["long.md", "short.md"]])
def test_long_work_shows_a_bar_on_a_terminal(folder: Path, essays: list[str]) -> None:
    (folder / "long.md").write_text("It is so [@alexander2010, pp. 46-47]. " * 20_000)
    (folder / "short.md").write_text("See @alexander2010.\n")
    shown = without_colour(
        on_terminal(
            folder, "format", *essays, "-o", "out" if len(essays) > 1 else "out.md"
        )
    )
    assert "Formatting ━" in shown
    assert ("0/2" in shown) == (len(essays) == 2)
    assert shown.rstrip().endswith(("in the list.", "0 problems."))


def test_short_work_and_a_pipe_show_none(folder: Path) -> None:
    (folder / "long.md").write_text("It is so [@alexander2010, pp. 46-47]. " * 20_000)
    (folder / "short.md").write_text("See @alexander2010.\n")
    assert "Formatting" not in on_terminal(folder, "format", "short.md")
    piped = subprocess.run(
        [*LOCCIT, "format", "long.md", "-o", "o.md"],
        cwd=folder,
        capture_output=True,
        check=True,
    )
    assert piped.stdout == b""
    assert piped.stderr.decode() == (
        "Capitals left out, as sentence case has it: New. "
        "To keep one, write {New}, or list it under `proper-nouns`.\n"
        "long.md: 20000 citations, 1 source in the list.\n"
    )


def test_ctrl_c_leaves_no_half_of_a_file(folder: Path) -> None:
    pages = (
        f"It is so [@alexander2010, p. {page}]. " for page in range(200_000)
    )  # each is set anew
    (folder / "essay.md").write_text("".join(pages))
    before = sorted(path.name for path in folder.iterdir())
    process = subprocess.Popen(
        [*LOCCIT, "format", "essay.md", "-o", "out.md"],
        cwd=folder,
        stderr=subprocess.PIPE,
    )
    time.sleep(2)  # it has begun by then, even on a busy machine, and is not done
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=30)
    assert process.returncode == 130
    assert b"Traceback" not in said
    assert b"stopped" in said
    assert sorted(path.name for path in folder.iterdir()) == before


def test_a_reader_that_goes_away_is_no_error(folder: Path) -> None:
    (folder / "essay.md").write_text("It is so [@alexander2010, pp. 46-47]. " * 20_000)
    process = subprocess.Popen(
        f"{sys.executable} -m loccit format essay.md | head -c 10", shell=True, cwd=folder,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    printed, said = process.communicate(timeout=60)
    assert printed == b"It is so ("
    assert b"Traceback" not in said
    assert b"Error" not in said


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
@pytest.mark.parametrize(
    "command",
    ["format essay.md > /dev/full", "list > /dev/full", "list >&-", "format - <&-"],
)
def test_streams_that_fail_are_said(folder: Path, command: str) -> None:
    (folder / "essay.md").write_text("See @alexander2010.\n")
    run = subprocess.run(
        f"{sys.executable} -m loccit {command}",
        shell=True,
        cwd=folder,
        capture_output=True,
        check=False,
    )
    assert run.returncode in ((0, 2) if command == "list >&-" else (2,))
    assert b"Traceback" not in run.stderr


def test_long_keys_leave_room_for_the_other_columns() -> None:
    key = "national_institute_of_mental_health_depression_2020"
    columns = [["Key", key], ["Author", "National Institute of Mental Health"]]
    columns += [["Year", "2020"], ["Title", "Depression in women"], ["Type", "report"]]
    widths = _widths(columns, 80)
    assert widths[2] == 4, "a year is shown whole"
    assert sum(widths) + 2 * len(widths) <= 80

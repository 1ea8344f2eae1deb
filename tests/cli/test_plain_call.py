"""A call that is read without click is the call that click reads."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loccit.cli.commands.format import command
from loccit.cli.plain_call import format_parameters
from tests.cli.conftest import essay

pytestmark = pytest.mark.skipif(os.name == "nt", reason="there, click reads all calls")

#: What stands on command lines, right and wrong.
WORDS = [
    *("essay.md", "other.md", "folder", "-", "--", "", " ", "a=b", "locked.md", "ä.md"),
    *("-i", "--in-place", "-n", "--dry-run", "--allow-missing", "-in", "-iq", "-x"),
    *("-b", "--bibliography", "-bx.bib", "--bibliography=x.bib", "x.bib", "--bib"),
    *("-o", "--output", "out.md", "-o=x", "--output=", "-s", "--style", "apa", "-sapa"),
    *("--locale", "de-DE", "--to", "json", "--markup", "html", "--paper", "student"),
    *("--typed-citations", "--no-typed-citations", "--fields", "none", "--help", "-h"),
]


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("essay.md", "other.md", "x.bib", "locked.md"):
        (tmp_path / name).touch()
    (tmp_path / "locked.md").chmod(0)
    (tmp_path / "folder").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def click_reads(arguments: list[str]) -> dict[str, object]:
    """Return the parameters with which the command formats."""
    params = command.make_context("format", list(arguments)).params
    output = params["output"]
    essays = tuple(map(Path, params["essays"]))
    return {**params, "essays": essays, "output": Path(output) if output else None}


@settings(
    max_examples=1500, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(arguments=st.lists(st.sampled_from(WORDS), max_size=7))
def test_the_parameters_are_those_that_click_reads(
    files: Path, arguments: list[str]
) -> None:
    plain = format_parameters(arguments)
    if plain is not None:
        defaults = click_reads(["essay.md"])
        assert {**defaults, **plain} == click_reads(arguments)


@pytest.mark.parametrize(
    "line",
    [
        "essay.md",
        "essay.md -b x.bib",
        "-i -n --allow-missing essay.md other.md",
        "--style apa --locale de-DE -o out.md essay.md --bibliography x.bib -b x.bib",
    ],
)
def test_usual_calls_are_read(files: Path, line: str) -> None:
    plain = format_parameters(line.split())
    assert plain is not None
    assert plain["essays"][0] == Path("essay.md")


@pytest.mark.parametrize(
    "line",
    ["", "folder", "-", "essay.md -b", "essay.md -s -i", "essay.md --to json", "-in x"],
)
def test_other_calls_are_left_to_click(files: Path, line: str) -> None:
    assert format_parameters(line.split()) is None


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may")
def test_a_file_that_may_not_be_read_is_left_to_click(files: Path) -> None:
    assert format_parameters(["locked.md"]) is None


CLICK = "from loccit.cli import main; main(prog_name='loccit')"
PLAIN = "from loccit.__main__ import main; main()"


@pytest.mark.parametrize(
    "line",
    [
        "--version",
        "-V",
        "--version format",
        "format essay.md",
        "format essay.md other.md -o out",
        "format essay.md -i -n",
        "format wrong.md",
        "format broken.md --allow-missing",
        "format broken.md",
        "format missing.md",
        "format missing.md essay.md -o out",
        "format essay.md -n",
        "format essay.md -i -o x.md",
        "format essay.md other.md",
        "format essay.md -o essay.md",
        "format essay.md -o out.pdf --style nosuch",
        "format essay.md -s nosuch",
        "format essay.md -b nosuch.bib",
        "format essay.md --output",
        "format essay.md --outptu x",
        "format docs",
        "fromat essay.md",
        "essay.md",
    ],
)
def test_all_that_people_see_is_the_same(folder: Path, line: str) -> None:
    essay(folder, "It is so [@alexander2010, p. 3].\n")
    essay(folder, "So [@jimenez2014].\n", "other.md")
    essay(folder, "So [@nobody2010], as (Alexander, 2010) says.\n", "wrong.md")
    essay(folder, "---\ncsl: [\n---\nSo [@alexander2010].\n", "broken.md")

    def seen(script: str) -> tuple[int, bytes, bytes]:
        done = subprocess.run(
            [sys.executable, "-c", script, *line.split()],
            capture_output=True,
            check=False,
            cwd=folder,
        )
        for made in folder.glob("out*"):
            if made.is_file():
                made.unlink()
        return done.returncode, done.stdout, done.stderr

    assert seen(PLAIN) == seen(CLICK)


@pytest.mark.parametrize("arguments", [["--version"], ["format", "essay.md"]])
def test_a_reader_who_goes_away_and_a_full_disk(
    folder: Path, arguments: list[str]
) -> None:
    essay(folder, "It is so [@alexander2010, p. 3].\n")

    def left_with(script: str, stdout: int) -> tuple[int, bytes]:
        done = subprocess.run(
            [sys.executable, "-c", script, *arguments],
            stdout=stdout,
            stderr=subprocess.PIPE,
            check=False,
            cwd=folder,
        )
        os.close(stdout)
        return done.returncode, done.stderr

    def nobody() -> int:
        reader, writer = os.pipe()
        os.close(reader)
        return writer

    assert left_with(PLAIN, nobody()) == left_with(CLICK, nobody()) == (1, b"")
    if not Path("/dev/full").is_char_device():
        return
    full = [os.open("/dev/full", os.O_WRONLY) for _ in range(2)]
    said = (2, b"loccit: No space left on device.\n")
    assert left_with(PLAIN, full[0]) == left_with(CLICK, full[1]) == said


def test_ctrl_c_is_reported(folder: Path) -> None:
    fifo = folder / "slow.md"
    os.mkfifo(fifo)
    process = subprocess.Popen(
        [sys.executable, "-c", PLAIN, "format", str(fifo)],
        stderr=subprocess.PIPE,
        cwd=folder,
    )
    with fifo.open("wb"):  # the process is reading now
        process.send_signal(signal.SIGINT)
        _, said = process.communicate()
    assert process.returncode == 130
    assert said == b"\nloccit: stopped; no file was left half-written.\n"


def test_click_is_not_imported_for_a_usual_call(folder: Path) -> None:
    essay(folder, "It is so [@alexander2010, p. 3].\n")
    script = (
        "import atexit, sys\n"
        "atexit.register(lambda: print('click' in sys.modules, file=sys.stderr))\n"
    )
    for arguments in (["--version"], ["format", "essay.md"]):
        done = subprocess.run(
            [sys.executable, "-c", script + PLAIN, *arguments],
            capture_output=True,
            check=True,
            cwd=folder,
        )
        assert done.stderr.endswith(b"False\n")


def test_completion_is_left_to_click(folder: Path) -> None:
    variables = {"_LOCCIT_COMPLETE": "bash_complete", "COMP_CWORD": "1"}
    done = subprocess.run(
        [sys.executable, "-c", PLAIN, "format", "essay.md"],
        capture_output=True,
        check=False,
        env={**os.environ, **variables, "COMP_WORDS": "loccit expo"},
        cwd=folder,
    )
    assert done.stdout == b"plain,export\n"

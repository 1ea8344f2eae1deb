"""`check --watch`, as it runs."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest

from tests.cli.conftest import LIBRARY, Call, essay

COMMAND = [sys.executable, "-m", "loccit", "check", "--select", "C01", "--watch"]


@pytest.fixture
def watching(folder: Path) -> Iterator[subprocess.Popen[str]]:
    essay(folder, "So it is (Doe 2001).\n", "papers/a.md")
    process = subprocess.Popen(
        [*COMMAND, "papers"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    yield process
    process.kill()
    process.communicate()


def until_it_waits(stderr: IO[str] | None) -> str:
    """What is said up to the line that it watches."""
    assert stderr
    said = ""
    while "Watching" not in said:
        line = stderr.readline()
        assert line, said
        said += line
    return said


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")
def test_each_change_is_checked_until_ctrl_c(
    watching: subprocess.Popen[str], folder: Path
) -> None:
    assert "1 essay checked: 1 warning." in until_it_waits(watching.stderr)
    essay(folder, "So it is (Doe, 2001).\n", "papers/a.md")
    assert "1 essay checked: no problems." in until_it_waits(watching.stderr)
    essay(folder, "So it is (Roe 2002).\n", "papers/new.md")
    assert "2 essays checked: 1 warning." in until_it_waits(watching.stderr)
    watching.send_signal(signal.SIGINT)
    _, said = watching.communicate(timeout=30)
    assert (watching.returncode, said.strip()) == (0, "")


def test_settings_and_libraries_that_come_later_count(
    watching: subprocess.Popen[str], folder: Path
) -> None:
    until_it_waits(watching.stderr)
    settings = folder / "papers" / "loccit.toml"
    settings.write_text("[check\n", "utf-8")
    assert "This is not TOML" in until_it_waits(watching.stderr)
    settings.write_text('[check]\nignore = ["C01"]\n', "utf-8")
    assert "1 essay checked: no problems." in until_it_waits(watching.stderr)
    (folder / "papers" / "bibliography").mkdir()
    (folder / "papers" / "bibliography" / "own.bib").write_text(LIBRARY, "utf-8")
    assert "1 essay and 2 sources checked" in until_it_waits(watching.stderr)


def test_what_can_be_watched(call: Call, folder: Path) -> None:
    essay(folder, "So it is.\n")
    for arguments in (["essay.md", "--fix"], ["essay.md", "--diff"], ["-"]):
        result = call("check", "--watch", *arguments)
        assert result.exit_code == 2
        assert "--watch reports only" in result.stderr

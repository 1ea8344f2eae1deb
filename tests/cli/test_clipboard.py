"""Lists on the clipboard: a real one of X11, where Xvfb and xclip are; and what other
systems' tools are given.
"""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path

import pytest

from loccit.cli.clipboard import copy_rich_text
from loccit.errors import LoccitError
from tests.cli.conftest import Call

LIST = {"html": "<i>Doors</i> é", "rtf": r"{\rtf1 {\i Doors}}", "plain_text": "Doors é"}


@pytest.fixture
def display() -> Iterator[str]:
    """A screen that nobody sees, with a clipboard."""
    if not (shutil.which("Xvfb") and shutil.which("xclip")):
        pytest.skip("Xvfb or xclip is not installed")
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "64x64x8"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as number:  # said when it is ready
        yield f":{number.readline().strip()}"
    server.terminate()
    server.wait()


def test_a_word_processor_can_paste_it(
    call: Call, display: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", display)
    result = call("export", "alexander2010", "--copy")
    assert (result.exit_code, result.stdout, result.stderr) == (
        0,
        "",
        "On the clipboard: 1 source.\n",
    )
    command = ["xclip", "-selection", "clipboard", "-o", "-t"]
    pasted = subprocess.run(
        [*command, "text/html"], check=True, capture_output=True
    ).stdout.decode()
    assert pasted.startswith("<meta")
    assert "Alexander, M. (2010). <i>The new Jim Crow</i>. The New Press." in pasted
    assert "text-indent: -0.5in" in pasted and "Z3988" not in pasted
    targets = subprocess.run(
        [*command, "TARGETS"], check=True, capture_output=True
    ).stdout.decode()
    assert "text/html" in targets.split()


def stand_in(folder: Path, name: str) -> Path:
    """A program of that name that keeps what it is given."""
    path = folder / name
    path.write_text(
        f'#!{sys.executable}\nimport sys\nopen("{folder / "given"}", "wb").write(sys.stdin.buffer.read())\n'
    )
    path.chmod(path.stat().st_mode | stat.S_IEXEC)
    return folder / "given"


@pytest.mark.skipif(os.name == "nt", reason="a script is no program there")
def test_what_the_tools_of_other_systems_are_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    given = stand_in(tmp_path, "pbcopy")
    copy_rich_text(LIST.__getitem__, "darwin")
    assert given.read_text() == LIST["rtf"]
    given = stand_in(tmp_path, "powershell.exe")
    copy_rich_text(LIST.__getitem__, "win32")
    assert [b64decode(line).decode() for line in given.read_bytes().splitlines()] == [
        LIST["rtf"],
        LIST["plain_text"],
    ]
    given = stand_in(tmp_path, "wl-copy")
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    copy_rich_text(LIST.__getitem__, "linux")
    assert given.read_text("utf-8").endswith(LIST["html"])


def test_without_a_tool_it_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    for name in ("WAYLAND_DISPLAY", "DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(LoccitError, match=r"no display.* -o references\.rtf"):
        copy_rich_text(LIST.__getitem__, "linux")
    monkeypatch.setenv("DISPLAY", ":0")
    with pytest.raises(LoccitError, match=r"Install wl-clipboard .* or xclip"):
        copy_rich_text(LIST.__getitem__, "linux")
    with pytest.raises(LoccitError, match="`pbcopy` is not installed"):
        copy_rich_text(LIST.__getitem__, "darwin")


@pytest.mark.skipif(not shutil.which("xclip"), reason="xclip is not installed")
def test_what_a_tool_says_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", ":987")
    with pytest.raises(
        LoccitError, match=r"`xclip` could not copy the list: .*Can't open display"
    ):
        copy_rich_text(LIST.__getitem__, "linux")


@pytest.mark.parametrize("option", [["--to", "html"], ["-o", "a.html"]])
def test_what_is_copied_is_rich_text(call: Call, option: list[str]) -> None:
    assert call("export", "--copy", *option).exit_code == 2

"""Copy rich text to the clipboard, so that a word processor pastes it with its italics
and indents.

The system's own tool does it.  The clipboard packages on PyPI (pyperclip, copykitten)
take plain text and pictures; those that take HTML work on one system only or are no
longer maintained.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from base64 import b64encode
from collections.abc import Callable, Sequence

from loccit.errors import LoccitError

#: Renders a list in the output of that name.
Render = Callable[[str], str]

#: The clipboard of Windows takes two forms: RTF for word processors, Unicode for the
#: rest (System.Windows.Forms.DataObject).
_POWERSHELL = """
Add-Type -AssemblyName System.Windows.Forms
function Line { [Text.Encoding]::UTF8.GetString([Convert]::FromBase64String([Console]::In.ReadLine())) }
$data = New-Object System.Windows.Forms.DataObject
$data.SetText((Line), [System.Windows.Forms.TextDataFormat]::Rtf)
$data.SetText((Line), [System.Windows.Forms.TextDataFormat]::UnicodeText)
[System.Windows.Forms.Clipboard]::SetDataObject($data, $true)
"""
#: Browsers copy it like this; without it LibreOffice reads the text as Latin-1.
_CHARSET = '<meta http-equiv="content-type" content="text/html; charset=utf-8">\n'
_INSTALL = (
    "Install wl-clipboard (Wayland) or xclip (X11); or write a file: -o references.rtf."
)


def copy_rich_text(render: Render, platform: str = sys.platform) -> None:
    """Copy a list to the clipboard, in the form that the system's programs paste.

    Args:
        render: renders the list in the output of that name.
        platform: a value of `sys.platform`.

    Raises:
        LoccitError: there is no clipboard or no tool for it, or the tool failed.
    """
    powershell = shutil.which("powershell.exe")  # on Windows' Subsystem for Linux too
    if platform == "darwin":
        # pbcopy takes text that begins like RTF for RTF (man pbcopy).
        _run(["pbcopy"], render("rtf").encode())
    elif platform == "win32" or (powershell and "WSL_DISTRO_NAME" in os.environ):
        lines = (b64encode(render(output).encode()) for output in ("rtf", "plain_text"))
        command = [
            powershell or "powershell",
            "-NoProfile",
            "-STA",
            "-Command",
            _POWERSHELL,
        ]
        _run(command, b"\n".join(lines) + b"\n")
    else:
        _run(_unix_tool(), (_CHARSET + render("html")).encode())


def _unix_tool() -> Sequence[str]:
    """Return the command of the display in use."""
    if os.environ.get("WAYLAND_DISPLAY") and shutil.which("wl-copy"):
        return ["wl-copy", "--type", "text/html"]
    if os.environ.get("DISPLAY") and shutil.which("xclip"):
        return ["xclip", "-selection", "clipboard", "-target", "text/html"]
    if not (os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY")):
        raise LoccitError(
            "There is no display, and so no clipboard.",
            advice="Write a file: -o references.rtf.",
        )
    raise LoccitError("No clipboard tool is installed.", advice=_INSTALL)


def _run(command: Sequence[str], data: bytes) -> None:
    # xclip and wl-copy keep running to serve who pastes; a pipe to them would never
    # end, so their messages go to a file.
    with tempfile.TemporaryFile() as said:
        try:
            subprocess.run(
                command, input=data, stdout=subprocess.DEVNULL, stderr=said, check=True
            )
        except FileNotFoundError as error:
            raise LoccitError(
                f"`{command[0]}` is not installed.",
                advice="Write a file: -o references.rtf.",
            ) from error
        except subprocess.CalledProcessError as error:
            said.seek(0)
            why = " ".join(said.read().decode("utf-8", "replace").split())
            raise LoccitError(
                f"`{command[0]}` could not copy the list: {why or f'exit status {error.returncode}'}.",
                advice="Write a file: -o references.rtf.",
            ) from error

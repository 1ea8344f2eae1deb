"""Rich text on the clipboard: what a word processor pastes with its italics and
indents.

The system's own tool does it.  PyPI's clipboards (pyperclip, copykitten) hold plain
text and pictures; those that hold HTML are of one system or have not been kept up.
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

#: A list in one of the outputs.
Render = Callable[[str], str]

#: Windows' clipboard holds both: RTF for word processors, Unicode for the rest
#: (System.Windows.Forms.DataObject).
_POWERSHELL = """
Add-Type -AssemblyName System.Windows.Forms
function Line { [Text.Encoding]::UTF8.GetString([Convert]::FromBase64String([Console]::In.ReadLine())) }
$data = New-Object System.Windows.Forms.DataObject
$data.SetText((Line), [System.Windows.Forms.TextDataFormat]::Rtf)
$data.SetText((Line), [System.Windows.Forms.TextDataFormat]::UnicodeText)
[System.Windows.Forms.Clipboard]::SetDataObject($data, $true)
"""
#: Browsers say it so; LibreOffice takes the letters for Latin-1 without it.
_CHARSET = '<meta http-equiv="content-type" content="text/html; charset=utf-8">\n'
_INSTALL = (
    "Install wl-clipboard (Wayland) or xclip (X11); or write a file: -o references.rtf."
)


def copy_rich_text(render: Render, platform: str = sys.platform) -> None:
    """Put a list on the clipboard, in the form that the system's programs paste.

    Args:
        render: makes the list in an output, by its name.
        platform: as `sys.platform` has it.

    Raises:
        LoccitError: there is no clipboard, or no tool for it, or the tool failed.
    """
    powershell = shutil.which("powershell.exe")  # under Windows' Linux too
    if platform == "darwin":
        _run(
            ["pbcopy"], render("rtf").encode()
        )  # what begins as RTF does is put there as RTF (man pbcopy)
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
    """The tool of the display that there is."""
    if os.environ.get("WAYLAND_DISPLAY") and shutil.which("wl-copy"):
        return ["wl-copy", "--type", "text/html"]
    if os.environ.get("DISPLAY") and shutil.which("xclip"):
        return ["xclip", "-selection", "clipboard", "-target", "text/html"]
    if not (os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY")):
        raise LoccitError(
            "There is no display, so there is no clipboard.",
            advice="Write a file: -o references.rtf.",
        )
    raise LoccitError("No tool for the clipboard is installed.", advice=_INSTALL)


def _run(command: Sequence[str], data: bytes) -> None:
    # xclip and wl-copy stay, to answer who pastes: a pipe to them would never end, a
    # file does not wait
    with tempfile.TemporaryFile() as said:
        try:
            subprocess.run(
                command, input=data, stdout=subprocess.DEVNULL, stderr=said, check=True
            )
        except FileNotFoundError as error:
            raise LoccitError(
                f"There is no `{command[0]}`.",
                advice="Write a file: -o references.rtf.",
            ) from error
        except subprocess.CalledProcessError as error:
            said.seek(0)
            why = " ".join(said.read().decode("utf-8", "replace").split())
            raise LoccitError(
                f"`{command[0]}` could not copy the list: {why or f'exit status {error.returncode}'}.",
                advice="Write a file: -o references.rtf.",
            ) from error

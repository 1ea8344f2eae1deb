"""A terminal with a program in it, and pictures of its screen."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import struct
import termios
from collections.abc import Mapping, Sequence
from io import StringIO
from itertools import groupby
from pathlib import Path
from time import monotonic

import pyte
from rich.color import Color
from rich.console import Console
from rich.style import Style
from rich.text import Text

#: So long may a busy machine take for anything.
_PATIENCE = 60
#: So long a screen has to stay the same to be seen as finished.
_REST = 0.5
#: Fonts from the network, which a picture on a page must not ask for.
_FONTS = re.compile(r"@font-face \{.*?\}", re.DOTALL)
#: What a picture shows, letter by letter.
_SHOWN = re.compile(r"<text[^>]*>([^<]*)</text>")


class Terminal:
    """A program that believes in its terminal."""

    def __init__(
        self,
        command: Sequence[str],
        folder: Path,
        environment: Mapping[str, str],
        size: tuple[int, int],
    ) -> None:
        """Start a program.

        Args:
            size: the columns and lines of the screen.
        """
        self._screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self._screen)
        columns, lines = size
        self._pid, self._file = pty.fork()
        if self._pid == 0:
            os.chdir(folder)
            os.execvpe(
                command[0], [*command], {**environment, "TERM": "xterm-256color"}
            )
        measures = struct.pack("HHHH", lines, columns, 0, 0)
        fcntl.ioctl(self._file, termios.TIOCSWINSZ, measures)

    def type(self, keys: str) -> None:
        """Press keys."""
        os.write(self._file, keys.encode())

    def wait_for(self, text: str) -> None:
        """Wait until the screen shows a text.

        Raises:
            TimeoutError: it does not.
        """
        end = monotonic() + _PATIENCE
        while text not in self.text:
            if monotonic() > end:
                raise TimeoutError(f"{text!r} is not on the screen:\n{self.text}")
            self._read(_REST)
        while self._read(_REST):
            pass

    def _read(self, seconds: float) -> bool:
        """Read what the program writes; return whether it wrote anything."""
        ready, _, _ = select.select([self._file], [], [], seconds)
        if ready:
            self._stream.feed(os.read(self._file, 65_536))
        return bool(ready)

    @property
    def text(self) -> str:
        """What is on the screen."""
        return "\n".join(self._screen.display)

    def picture(self, title: str) -> str:
        """Return a picture of the screen, as SVG."""
        console = Console(
            width=self._screen.columns,
            record=True,
            file=StringIO(),
            color_system="truecolor",
            force_terminal=True,
            legacy_windows=False,
        )
        for line in range(self._screen.lines):
            console.print(self._line(line), soft_wrap=True)
        svg = console.export_svg(title=title, unique_id=title.lower())
        svg = _FONTS.sub("", svg).replace("Fira Code", "Fira Code, monospace")
        return "".join(
            f"{line.rstrip()}\n" for line in svg.splitlines() if line.strip()
        )

    def _line(self, line: int) -> Text:
        cells = [self._screen.buffer[line][at] for at in range(self._screen.columns)]
        alike = groupby(cells, _style)
        return Text.assemble(
            *(("".join(cell.data for cell in group), style) for style, group in alike)
        )

    def end(self) -> None:
        """End the program."""
        os.kill(self._pid, 9)
        os.waitpid(self._pid, 0)
        os.close(self._file)


def _style(cell: pyte.screens.Char) -> Style:
    return Style(
        color=_color(cell.fg),
        bgcolor=_color(cell.bg),
        bold=cell.bold,
        italic=cell.italics,
        underline=cell.underscore,
        reverse=cell.reverse,
    )


def _color(name: str) -> Color | None:
    """Return a color of 24 bits; None for the terminal's own."""
    return None if name == "default" else Color.parse(f"#{name}")


def words_of(picture: str) -> list[str]:
    """Return what is written in a picture."""
    text = " ".join(_SHOWN.findall(picture)).replace("&#160;", " ")
    return text.split()

"""Lines on standard error as `click.echo` writes them, without click in calls that are
read without it.
"""

from __future__ import annotations

import os
import sys
from typing import TextIO

from loccit._startup.regex import regex

#: The codes of SGR (ECMA-48) by the words that click has for them.
_CODES = {
    "bold": 1,
    "dim": 2,
    "red": 31,
    "green": 32,
    "yellow": 33,
    "blue": 34,
    "cyan": 36,
}
#: The control sequences that click takes out where nobody would see them.
_CONTROL = regex(r"\033\[[;?0-9]*[a-zA-Z]")


def styled(words: str, look: str) -> str:
    """Style words, as `click.style` does: `bold`, `dim` or a colour.

    >>> styled("error:", "red")
    '\\x1b[31merror:\\x1b[0m'
    """
    return f"\x1b[{_CODES[look]}m{words}\x1b[0m"


def echo_error(line: str) -> None:
    """Write a line on standard error, without its styles if that can't show them."""
    stream = sys.stderr
    if "click" in sys.modules or os.name == "nt" or not _is_utf8(stream):
        from click import echo  # it knows the context, consoles and other encodings

        echo(line, err=True)
        return
    if not (stream.isatty() and wants_colour()):
        line = _CONTROL.sub("", line)
    stream.write(f"{line}\n")
    stream.flush()


def wants_colour() -> bool:
    """Return whether nothing in the environment speaks against colour (no-color.org)."""
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _is_utf8(stream: TextIO | None) -> bool:
    encoding = stream.encoding if stream is not None else ""
    return encoding.lower().replace("-", "") == "utf8"

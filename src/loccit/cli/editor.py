"""Let the user edit an entry until it is right or given up; what was typed is never
lost.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import click

from loccit.cli.terminal import report_failure
from loccit.errors import LoccitError


def edit_until_right(text: str, extension: str, accept: Callable[[str], None]) -> bool:
    """Open a text in $VISUAL or $EDITOR, and pass the result to `accept`.

    Where `accept` raises, the user may edit again.

    Returns:
        Whether something was changed.

    Raises:
        LoccitError: `accept` raised it and the user gave up; the advice names the file
            that has what was typed.
    """
    typed = text
    while True:
        edited = click.edit(typed, extension=extension)
        if edited is None or not edited.strip() or edited.strip() == text.strip():
            return False
        typed = edited
        try:
            accept(edited)
        except LoccitError as error:
            if sys.stdin.isatty():
                report_failure(error)
                if click.confirm("Open it again?", default=True, err=True):
                    continue
            error.advice = f"{error.advice} What you typed is in {_kept(typed, extension)}.".strip()
            raise
        return True


def _kept(text: str, extension: str) -> Path:
    with tempfile.NamedTemporaryFile(
        "w", prefix="loccit-", suffix=extension, delete=False, encoding="utf-8"
    ) as file:
        file.write(text)
    return Path(file.name)

"""Options that contradict each other, or ask for what would do harm."""

from __future__ import annotations

from pathlib import Path

from loccit.errors import LoccitError
from loccit.model import Place


class WrongUsage(Exception):
    """A command was called in a way that it refuses; nothing has been done yet."""


def wrong_ending(output: Path, advice: str) -> LoccitError:
    """Return the error for a file whose content would not be what its extension says.

    Args:
        output: what `-o` names.
        advice: how to get what was asked for.
    """
    return LoccitError(
        f"Refusing to write something else to a `{output.suffix}` file.",
        place=Place(str(output)),
        advice=advice,
    )

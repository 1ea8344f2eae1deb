"""The command line: one command a file in `commands/`, each found by being there."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from loccit.cli.command_group import main

__all__ = ["main"]


def __getattr__(name: str) -> object:
    """Import click, and the group of all commands, when somebody asks for it."""
    if name != "main":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from loccit.cli.command_group import main

    return main

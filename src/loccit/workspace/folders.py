"""Folders, and paths as messages show them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path


def folder_and_above(folder: Path) -> Iterator[Path]:
    """Yield a folder, absolute, and all folders that it is in, from the inside out."""
    absolute = folder.absolute()
    yield absolute
    yield from absolute.parents


def shown(path: Path) -> Path:
    """Return a path for messages: relative to the current folder if it is below it."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path

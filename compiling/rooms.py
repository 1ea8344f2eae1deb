"""The rooms that are compiled: those where a thesis spends its time.

Compiling costs a room its freedom (CONTRIBUTING.md, "Compiled rooms"), so the others
stay out of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

#: Folders and modules of the package.
ROOMS = ("model",)


def modules(package: Path) -> Iterator[Path]:
    """Find the modules to compile; a package's `__init__` stays in Python."""
    for room in ROOMS:
        path = package / room
        found = [path] if path.is_file() else sorted(path.rglob("*.py"))
        yield from (each for each in found if each.name != "__init__.py")

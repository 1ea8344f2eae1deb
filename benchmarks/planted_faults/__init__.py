"""Faults to plant into essays without a mistake: what `loccit check` should find.

Each module has `PLANTS`: by the code of a rule, a function that takes the text of an
essay in Markdown and yields damaged texts, each with the place of its damage.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

#: A damaged text, and where the damage is.
Planted = tuple[str, int]
Plant = Callable[[str], Iterator[Planted]]


def plants() -> dict[str, Plant]:
    """Return what plants the faults of each rule."""
    found: dict[str, Plant] = {}
    for path in sorted(Path(__file__).parent.glob("[a-z]*.py")):
        found |= import_module(f"{__name__}.{path.stem}").PLANTS
    return found

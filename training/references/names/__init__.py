"""Lists of names: publishers, places, journals ..., one a line."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from loccit.csl import style_ids, style_info

_FOLDER = Path(__file__).parent


@cache
def lines(name: str) -> list[str]:
    """Return the lines of a list, without comments."""
    found = (_FOLDER / f"{name}.txt").read_text("utf-8").splitlines()
    return [line for line in found if line and not line.startswith("#")]


@cache
def journals() -> list[str]:
    """Return the names of journals: those of the styles that are made for one."""
    names: list[str] = []
    for style_id in style_ids():
        info = style_info(style_id)
        if info.parent and "(" not in info.title:
            names.append(info.title)
    return names

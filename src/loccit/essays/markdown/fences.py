"""Fenced code and fenced divs."""

from __future__ import annotations

import re

from loccit.essays.markdown.brackets import ATTRIBUTES

_OPENING = re.compile(
    rf"( {{0,3}})(`{{3,}}|~{{3,}})[ \t]*(?:\{{[ \t]*=[\w-]+[ \t]*\}}|(?:[^\s`{{]+[ \t]*)?(?:{ATTRIBUTES.pattern})?|\S*)"
    r"[ \t]*\n"
)
_DIV = re.compile(rf":::+[ \t]*(?:{ATTRIBUTES.pattern}|[^\s{{]\S*)[ \t]*:*[ \t]*(?:\n|\Z)")
_DIV_END = re.compile(r":::+[ \t]*(?:\n|\Z)")


def fenced_end(text: str, position: int, end: int) -> int:
    """The end of the fenced code block at `position`; without a closing fence there is none, 0."""
    opening = _OPENING.match(text, position, end)
    if not opening:
        return 0
    mark = opening[2]
    closing = re.compile(rf"^ {{0,3}}{mark[0]}{{{len(mark)},}}[ \t]*(?:\n|\Z)", re.MULTILINE)
    found = closing.search(text, opening.end(), end)
    return found.end() if found else 0


def div_fence(text: str, position: int) -> int:
    """The end of the line that opens a fenced div, 0 for another line."""
    found = _DIV.match(text, position)
    return found.end() if found else 0


def closing_fence(text: str, position: int) -> int:
    """The end of the line that closes a fenced div, 0 for another line."""
    found = _DIV_END.match(text, position)
    return found.end() if found else 0

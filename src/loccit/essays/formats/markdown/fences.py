"""Fenced code and fenced divs."""

from __future__ import annotations

import re

from loccit._startup.regex import regex
from loccit.essays.formats.markdown.brackets import ATTRIBUTES

#: A chunk of R Markdown or Quarto, `{r, echo=FALSE}`, is run before pandoc sees the
#: text; it is code all the same.
_CHUNK = r"\{[A-Za-z][^`\n]*\}"
_OPENING = regex(
    rf"( {{0,3}})(`{{3,}}|~{{3,}})[ \t]*"
    rf"(?:\{{[ \t]*=[\w-]+[ \t]*\}}|{_CHUNK}|(?:[^\s`{{}}]+[ \t]*)?(?:{ATTRIBUTES.pattern})?)[ \t]*\n"
)
_DIV = regex(rf":::+[ \t]*(?:{ATTRIBUTES.pattern}|[^\s{{]\S*)[ \t]*:*[ \t]*(?:\n|\Z)")
_DIV_END = regex(r":::+[ \t]*(?:\n|\Z)")


def fenced_end(text: str, position: int, end: int) -> int:
    """The end of the fenced code block at `position`; without a closing fence there is
    none, 0.
    """
    opening = _OPENING.match(text, position, end)
    if not opening:
        return 0
    mark = opening[2]
    closing = re.compile(
        rf"^ {{0,3}}{mark[0]}{{{len(mark)},}}[ \t]*(?:\n|\Z)", re.MULTILINE
    )
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

"""Lines and paragraphs as positions in a text."""

from __future__ import annotations

import re

from loccit._startup.regex import regex

#: A blank line, or the end of the text.
BLANK = regex(r"[ \t]*(?:\n|\Z)")
#: The end of a line that a blank line follows.
_PARAGRAPH_END = regex(r"\n[ \t]*(?:\n|\Z)")


def next_line(text: str, position: int) -> int:
    """Return where the line after that of `position` begins."""
    end = text.find("\n", position)
    return len(text) if end < 0 else end + 1


def paragraph_end(text: str, position: int) -> int:
    """Return where the next blank line ends a paragraph, without its line ending."""
    found = _PARAGRAPH_END.search(text, position)
    return found.start() if found else len(text)


def end_of(found: re.Match[str] | None) -> int | None:
    """Return where a match ends, if there is one."""
    return found.end() if found else None

"""A part of a text, as scanners need it."""

from __future__ import annotations

import re


class TextRange:
    """`text[start:end]`; positions count in the whole text, of which nothing after
    `end` is seen.
    """

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.start = start
        self.end = end

    def char(self, position: int) -> str:
        """Return the character at a position, "" at the end."""
        return self.text[position] if position < self.end else ""

    def has(self, characters: str, position: int) -> bool:
        """Return whether these characters are at a position."""
        return self.text.startswith(characters, position, self.end)

    def match(self, pattern: re.Pattern[str], position: int) -> re.Match[str] | None:
        """Match a pattern at a position."""
        return pattern.match(self.text, position, self.end)

    def end_of(self, pattern: re.Pattern[str], position: int) -> int | None:
        """Return where a pattern ends that matches at a position."""
        found = pattern.match(self.text, position, self.end)
        return found.end() if found else None

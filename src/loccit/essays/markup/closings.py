"""Where what is opened is closed, found in one pass over a text."""

from __future__ import annotations

import re
from bisect import bisect_left

from loccit.model import Span


class Closings:
    """The lines that close blocks, by the names of these."""

    def __init__(self, text: str, pattern: re.Pattern[str]) -> None:
        """Find all of them.

        Args:
            text: the text.
            pattern: a line that closes a block, whose name is its first group, if it
                has groups.
        """
        self._spans: dict[str, list[Span]] = {}
        for found in pattern.finditer(text):
            name = found[1].casefold() if pattern.groups else ""
            self._spans.setdefault(name, []).append(Span(*found.span()))

    def after(self, position: int, name: str = "") -> Span | None:
        """Return the next one that closes a block of that name."""
        spans = self._spans.get(name.casefold(), [])
        index = bisect_left(spans, position, key=_start)
        return spans[index] if index < len(spans) else None


def _start(span: Span) -> int:
    return span.start

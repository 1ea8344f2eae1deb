"""Damage the entries of the list of an essay in Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from benchmarks.planted_faults import Planted


def entries_of(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each entry starts and ends: a line after the heading "References"."""
    heading = re.search(r"(?m)^#+ References\s*$", text)
    if heading:
        for line in re.finditer(r"(?m)^[^#\s].*$", text[heading.end() :]):
            yield heading.end() + line.start(), heading.end() + line.end()


def replaced(
    text: str, pattern: str, *news: str | Callable[[re.Match[str]], str]
) -> Iterator[Planted]:
    """Yield texts in which one place of an entry is replaced, in each of several ways."""
    for start, end in entries_of(text):
        for found in re.finditer(pattern, text[start:end]):
            for new in news:
                typed = new(found) if callable(new) else found.expand(new)
                at = start + found.start()
                yield text[:at] + typed + text[start + found.end() :], at

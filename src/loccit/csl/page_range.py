"""Page ranges (CSL 1.0.2, appendix V)."""

from __future__ import annotations

import re

_RANGE = re.compile(r"(?<![\w.])([A-Za-z]*)(\d+)\s*[-–—]+\s*([A-Za-z]*)(\d+)(?![\w])")
_LOOSE = re.compile(r"\s*(?<!\\)[-–]\s*")


def format_pages(text: str, style: str, delimiter: str = "–") -> str:
    """A list of pages with its ranges written as `page-range-format` asks; other text stays.

    >>> format_pages("101-108, 33", "chicago"), format_pages("1536-8", "expanded")
    ('101–8, 33', '1536–1538')
    """

    def one(match: re.Match[str]) -> str:
        prefix, first, last_prefix, last = match.groups()
        if last_prefix and last_prefix != prefix:
            return f"{prefix}{first}{delimiter}{last_prefix}{last}"
        shown = _second(first, last, style)
        # only an expanded range repeats the prefix it had
        keep = prefix if style == "expanded" else last_prefix if not style else ""
        return f"{prefix}{first}{delimiter}{keep}{shown}"

    return _RANGE.sub(one, text)


def _second(first: str, last: str, style: str) -> str:
    full = first[: len(first) - len(last)] + last if len(last) < len(first) else last
    if not style:
        return last
    if len(full) != len(first) or int(full) < int(first) or style == "expanded":
        return full
    if style == "minimal":
        return _minimal(first, full, 1)
    if style == "minimal-two":
        return _minimal(first, full, 2)
    return _chicago(first, full, style) if style.startswith("chicago") else last


def _minimal(first: str, last: str, least: int) -> str:
    same = 0
    while same < len(first) - least and first[same] == last[same]:
        same += 1
    return last[same:]


def _chicago(first: str, last: str, style: str) -> str:
    """The table of the Chicago Manual: 71–72, 100–104, 107–8, 321–25, 1536–38, 1496–504 (1496–1504 until the 15th)."""
    start = int(first)
    if start < 100 or start % 100 == 0:
        return last
    if start % 100 < 10:
        return _minimal(first, last, 1)
    short = _minimal(first, last, 2)
    if style != "chicago-16" and len(first) == 4 and len(short) == 3:
        return last
    return short

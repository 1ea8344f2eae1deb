"""Page ranges (CSL 1.0.2, appendix V)."""

from __future__ import annotations

import re

from loccit._startup.regex import regex
from loccit.csl.text.numbers import DASHES, is_roman
from loccit.values.page_ranges import full_last_page

_PAGE_NUMBER = r"\d{1,3},\d{3}"
#: A page in brackets, a section of a section, and a time or a verse.
_OTHER_NUMBER = r"\(\w+\)|\[\w+\]|\d+(?:[.:]\d+)+"
#: Two page numbers, perhaps with letters beside the digits, and the dash between them.
_RANGE = regex(
    rf"(?<![\w.,:{DASHES}])(?P<first>{_PAGE_NUMBER}|{_OTHER_NUMBER}|\w+)"
    rf"(?P<dash>\s*(?<!\\)[{DASHES}]+\s*)"
    rf"(?P<last>{_PAGE_NUMBER}(?!\w)|{_OTHER_NUMBER}|\w+)(?![\w{DASHES}]|:\w)"
)
#: Between a number and a part of another name, a hyphen is not a dash.
_HYPHENS = "-‐‑"
#: What is before the last digits of a page number names a section: A12, 3A101.
_PAGE = regex(r"([0-9A-Za-z]*[A-Za-z]|)(\d{1,12})")
#: A number with letters before it, and one after it.
_LETTERED = regex(r"([A-Za-z]*)\d{1,12}[a-z]?")
_BRACKETED = regex(r"[(\[](\w+)[)\]]")
_DOTTED = regex(r"\d+(?:[.:]\d+)+")
_HUNDRED = 100


def format_pages(
    text: str,
    style: str,
    delimiter: str = "–",
) -> str:
    """A list of pages whose ranges are written as `page-range-format` asks.

    Other text stays.

    >>> format_pages("101-108, 33", "chicago"), format_pages("1536-8", "expanded")
    ('101–8, 33', '1536–1538')
    """
    pieces: list[str] = []
    end = 0
    for match in _RANGE.finditer(text):
        pieces.append(text[end : match.start()])
        pieces.append(_range(match, style, delimiter))
        end = match.end()
    pieces.append(text[end:])
    return "".join(pieces)


def _range(
    match: re.Match[str],
    style: str,
    delimiter: str,
) -> str:
    first, last = match["first"], match["last"]
    if is_roman(first) and is_roman(last):
        return f"{first}{delimiter}{last}"
    start, end = _PAGE.fullmatch(first), _PAGE.fullmatch(last)
    if start and end and start[1] == end[1]:
        # only an expanded range repeats the letters
        letters = end[1] if style in ("", "expanded") else ""
        return f"{first}{delimiter}{letters}{_second(start[2], end[2], style)}"
    return _other_range(match, delimiter)


def _other_range(match: re.Match[str], delimiter: str) -> str:
    """A range whose ends are not both page numbers of one kind."""
    first, last = match["first"], match["last"]
    if _are_alike(first, last):
        return f"{first}{delimiter}{last}"
    if not any(map(str.isdigit, first + last)):
        return match[0]
    dash = match["dash"].strip()
    if dash in _HYPHENS and "," not in first + last:
        return f"{first}{dash}{last}"
    return f"{first}{delimiter}{last}"


def _are_alike(first: str, last: str) -> bool:
    """Return whether the ends of a range are numbered in one way: "12a" and "13b",
    "[39]" and "[52]", "3.1" and "3.4", "1:30" and "2:05".
    """
    inside, inside_last = _BRACKETED.fullmatch(first), _BRACKETED.fullmatch(last)
    if inside and inside_last:
        first, last = inside[1], inside_last[1]
        return (is_roman(first) and is_roman(last)) or _are_alike(first, last)
    start, end = _LETTERED.fullmatch(first), _LETTERED.fullmatch(last)
    if start and end:
        return start[1] == end[1]
    return bool(_DOTTED.fullmatch(first) and _DOTTED.fullmatch(last))


def _second(
    first: str,
    last: str,
    style: str,
) -> str:
    """The digits of the second page number."""
    full = full_last_page(first, last)
    # an end before the start ("234-1") is not a short form of a page
    if not style or int(full) < int(first):
        return last
    if len(full) != len(first) or style == "expanded":
        return full
    if style == "minimal":
        return _minimal(first, full, 1)
    if style == "minimal-two":
        return _minimal(first, full, 2)
    return _chicago(first, full, style) if style.startswith("chicago") else last


def _minimal(
    first: str,
    last: str,
    least: int,
) -> str:
    """The digits that differ, and at least some."""
    same = 0
    while same < len(first) - least and first[same] == last[same]:
        same += 1
    return last[same:]


def _chicago(
    first: str,
    last: str,
    style: str,
) -> str:
    """The table of the Chicago Manual of Style.

    71–72, 100–104, 107–8, 321–25, 1536–38, 1496–504 (1496–1504 until the 15th edition)
    """
    start = int(first)
    if start < _HUNDRED or start % _HUNDRED == 0:
        return last
    if start % _HUNDRED < 10:
        return _minimal(first, last, 1)
    short = _minimal(first, last, 2)
    if style != "chicago-16" and len(first) == 4 and len(short) == 3:
        return last
    return short

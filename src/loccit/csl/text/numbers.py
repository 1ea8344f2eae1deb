"""Numbers within text: what counts as one, how many there are (CSL 1.0.2, "Number",
"Choose", "Label").
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from loccit._startup.regex import regex

#: Hyphens, dashes and the minus sign: whichever is typed, it makes a range.
DASHES = "‐‑‒–—―−-"
_NUMBER = rf"[^\s,&{DASHES}]*\d[^\s,&{DASHES}]*"
_NUMERIC = regex(rf"\s*{_NUMBER}(?:\s*(?:[,&{DASHES}]|\\-)\s*{_NUMBER})*\s*")
_ROMAN = regex(
    r"(?=[mdclxvi])m*(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})",
    re.IGNORECASE,
)
_PART = regex(
    rf"(\s*(?:,?\s(?:and|et|und|y|e|en|och|og)\s|(?<!\\)[{DASHES}]+|[,;&])\s*)"
)
#: A comma between thousands: 1,234, and for larger numbers, which may as well be a
#: list, only where a range is told by it: in "101,105-101,120" and "998-1,003" the
#: parts between the commas make no range.
_THOUSANDS = (
    rf"(?<![\w.,{DASHES}])"
    rf"(?:\d{{1,3}},\d{{3}}\s*[{DASHES}]+\s*\d{{1,3}},\d{{3}}|\d{{1,3}}\s*[{DASHES}]+\s*\d{{1,2}},0\d\d|\d{{1,2}},\d{{3}})"
    r"(?!\w|,\d)"
)
_GROUPED = regex(_THOUSANDS)
_LIST = regex(rf"{_THOUSANDS}|(?P<mark>\s*[,;&]\s*)")
#: No number is longer; the pattern takes its time with what is.
_LONGEST = 200


@lru_cache(maxsize=8192)
def is_numeric(text: str) -> bool:
    """Whether a variable is made of numbers alone; they may have prefixes and suffixes.

    >>> is_numeric("2, 4b & L5"), is_numeric("second"), is_numeric("7th ed.")
    (True, False, False)
    """
    return len(text) <= _LONGEST and bool(_NUMERIC.fullmatch(text))


def is_roman(text: str) -> bool:
    """Whether `text` is a roman numeral."""
    return bool(_ROMAN.fullmatch(text))


def first_number(pages: str) -> str:
    """What stands before the first range or list mark: the first page."""
    return re.split(rf"\s*(?:(?<!\\)[{DASHES}]|[,&;])", pages, maxsplit=1)[0].strip()


@lru_cache(maxsize=8192)
def is_plural(text: str) -> bool:
    """Whether a number variable names more than one: a range or a list of numbers.

    >>> is_plural("12-14"), is_plural("12"), is_plural("3\\\\-B"), is_plural("213 and 235")
    (True, False, False, True)
    """
    if len(text) > _LONGEST:
        return False
    pieces = _PART.split(_GROUPED.sub(lambda match: match[0].replace(",", ""), text))
    numbers = [piece.strip() for piece in pieces[::2]]
    return any(_counts(left) and _counts(right) for left, right in pairwise(numbers))


def _counts(text: str) -> bool:
    return bool(re.fullmatch(r"\w*\d\S*", text)) or is_roman(text)


def split_list(text: str) -> list[str]:
    """The numbers of a list, and between them the marks that part them.

    >>> split_list("1,234-1,300, 15 & 20")
    ['1,234-1,300', ', ', '15', ' & ', '20']
    """
    pieces: list[str] = []
    start = 0
    for match in _LIST.finditer(text):
        if match["mark"] is not None:
            pieces += [text[start : match.start()], match[0]]
            start = match.end()
    return [*pieces, text[start:]]


def to_roman(number: int) -> str:
    """A number in lower-case roman numerals; beyond 3999 it stays arabic.

    >>> to_roman(1994)
    'mcmxciv'
    """
    if not 0 < number < 4000:
        return str(number)
    numerals = ""
    for value, numeral in zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"),
        strict=True,
    ):
        count, number = divmod(number, value)
        numerals += numeral * count
    return numerals

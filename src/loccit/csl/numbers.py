"""Numbers within text: what counts as one, how many there are (CSL 1.0.2, "Number", "Choose", "Label")."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

_NUMBER = r"[^\s,&–—-]*\d[^\s,&–—-]*"
_NUMERIC = re.compile(rf"\s*{_NUMBER}(?:\s*(?:[,&–—-]|\\-)\s*{_NUMBER})*\s*")
_ROMAN = re.compile(r"(?=[mdclxvi])m*(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})", re.IGNORECASE)
_PART = re.compile(r"(\s*(?:,?\s(?:and|et|und|y|e|en|och|og)\s|(?<!\\)[-–—]+|[,;&])\s*)")
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
    return re.split(r"\s*(?:(?<!\\)[-–—]|[,&;])", pages, maxsplit=1)[0].strip()


@lru_cache(maxsize=8192)
def is_plural(text: str) -> bool:
    """Whether a number variable names more than one: a range or a list of numbers.

    >>> is_plural("12-14"), is_plural("12"), is_plural("3\\\\-B"), is_plural("213 and 235")
    (True, False, False, True)
    """
    if len(text) > _LONGEST:
        return False
    pieces = _PART.split(text)
    numbers = [piece.strip() for piece in pieces[::2]]
    return any(_counts(left) and _counts(right) for left, right in pairwise(numbers))


def _counts(text: str) -> bool:
    return bool(re.fullmatch(r"\w*\d\S*", text)) or is_roman(text)


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

"""Numbers in a text: what is one, and how many there are.

CSL 1.0.2, "Number", "Choose" and "Label".
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from loccit._startup.regex import regex
from loccit.values.page_ranges import CONJUNCTIONS

#: Hyphens, dashes and the minus sign: each of them makes a range.
DASHES = "‐‑‒–—―−-"
#: A number may have letters before and after it: "L2d".  "1.0" and "2:3" are names of
#: versions, "3/4" is the number of a double issue.
_NUMBER = r"(?:[^\W_]*\d[^\W_]*|\d+(?:/\d+)+)"
#: The words in a list of numbers.
_AND = r"(?:and|et|und|y|e|en|och|og)"
#: What is between the numbers of a range or list.
_JOINER = rf"(?:,?\s+{_AND}\s+|\s*(?:[,;&{DASHES}]|\\-)\s*)"
_NUMERIC = regex(rf"\s*{_NUMBER}(?:{_JOINER}{_NUMBER})*\s*")
_ROMAN = regex(
    r"(?=[mdclxvi])m*(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})",
    re.IGNORECASE,
)
_RANGE_OR_LIST_MARK = regex(rf"\s*(?:(?<!\\)[{DASHES}]|[,&;])")
_ANY_CONJUNCTION = f"(?:{'|'.join(CONJUNCTIONS)})"
_MARK = regex(rf"\s*(?:,?\s{_ANY_CONJUNCTION}\s|(?<!\\)[{DASHES}]+|[,;&])\s*")
#: Pages after a number: "46f.", "46 ff", "46 sqq.", "46 et seq."
_AND_FOLLOWING = regex(r"\d\s?(?:f\.|ff\b|sqq?\b|et seqq?\b)")
_CONJUNCTION = regex(rf",?\s{_ANY_CONJUNCTION}\s")
_LAST_WORDS = regex(r"\s(?:ff?|sqq?|et seqq?)\.?\Z")
_WITH_DIGIT = regex(r"\w*\d\S*")
#: A comma between thousands: 1,234.  In a longer number it may separate a list, unless
#: a range shows that it does not: in "101,105-101,120" and "998-1,003" the parts between
#: the commas are not ranges.
_THOUSANDS = (
    rf"(?<![\w.,{DASHES}])"
    rf"(?:\d{{1,3}},\d{{3}}\s*[{DASHES}]+\s*\d{{1,3}},\d{{3}}"
    rf"|\d{{1,3}}\s*[{DASHES}]+\s*\d{{1,2}},0\d\d"
    r"|\d{1,2},\d{3})(?!\w|,\d)"
)
_GROUPED = regex(_THOUSANDS)
_LIST = regex(rf"{_THOUSANDS}|(?P<mark>,?\s+{_AND}\s+|\s*[,;&]\s*)")
#: Longer texts are not numbers, and the expressions above would be slow on them.
_LONGEST = 200
#: Values of roman numerals, the largest first.
_NUMERALS = {
    1000: "m",
    900: "cm",
    500: "d",
    400: "cd",
    100: "c",
    90: "xc",
    50: "l",
    40: "xl",
    10: "x",
    9: "ix",
    5: "v",
    4: "iv",
    1: "i",
}
_LARGEST_ROMAN = 3999


@lru_cache(maxsize=8192)
def is_numeric(text: str) -> bool:
    """Return whether a text consists of numbers, which may have prefixes and suffixes.

    >>> is_numeric("2, 4b & L5"), is_numeric("second"), is_numeric("7th ed.")
    (True, False, False)
    >>> is_numeric("1.0"), is_numeric("7-8"), is_numeric("3/4")
    (False, True, True)
    """
    return len(text) <= _LONGEST and bool(_NUMERIC.fullmatch(text))


def is_numeric_locator(text: str) -> bool:
    """Return whether a locator is numeric; words may join its numbers.

    >>> is_numeric_locator("3 and 4"), is_numeric_locator("3 ff."), is_numeric_locator("3 to go")
    (True, True, False)
    """
    return is_numeric(_LAST_WORDS.sub("", _CONJUNCTION.sub(" & ", text)))


def is_roman(text: str) -> bool:
    """Return whether `text` is a roman numeral."""
    return bool(_ROMAN.fullmatch(text))


def first_number(pages: str) -> str:
    """The text before the first range or list mark: the first page."""
    return _RANGE_OR_LIST_MARK.split(pages, maxsplit=1)[0].strip()


@lru_cache(maxsize=8192)
def is_plural(text: str) -> bool:
    """Return whether a text names several numbers: a range, a list, or what follows.

    >>> is_plural("12-14"), is_plural("12"), is_plural("3\\\\-B"), is_plural("213 and 235")
    (True, False, False, True)
    """
    if len(text) > _LONGEST:
        return False
    if _AND_FOLLOWING.search(text):
        return True
    numbers = _MARK.split(_GROUPED.sub(_without_comma, text))
    counts = [_counts(number.strip()) for number in numbers]
    return any(left and right for left, right in pairwise(counts))


def _without_comma(match: re.Match[str]) -> str:
    return match[0].replace(",", "")


def _counts(text: str) -> bool:
    number = text.strip("()[]")
    return bool(_WITH_DIGIT.fullmatch(number)) or is_roman(number)


def split_list(text: str) -> list[str]:
    """Split a list into its numbers and the marks between them.

    >>> split_list("1,234-1,300, 15 & 20")
    ['1,234-1,300', ', ', '15', ' & ', '20']
    >>> split_list("2 and 4")
    ['2', ' and ', '4']
    """
    pieces: list[str] = []
    start = 0
    for match in _LIST.finditer(text):
        if match["mark"] is not None:
            pieces.append(text[start : match.start()])
            pieces.append(match[0])
            start = match.end()
    pieces.append(text[start:])
    return pieces


def to_roman(number: int) -> str:
    """A number in lower-case roman numerals; a number over 3999 stays arabic.

    >>> to_roman(1994)
    'mcmxciv'
    """
    if not 0 < number <= _LARGEST_ROMAN:
        return str(number)
    numerals = ""
    for value, numeral in _NUMERALS.items():
        count, number = divmod(number, value)
        numerals += numeral * count
    return numerals

"""Read ISBN (ISO 2108), ISSN (ISO 3297) and ORCID (ISO 7064, MOD 11-2)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from loccit._startup.regex import regex

#: What separates the groups of digits of a number.
_SEPARATORS = str.maketrans("", "", "- ‐‑–")
#: A number with at least the eight digits of an ISSN, perhaps after a label.
_NUMBER = regex(
    r"(?:(?<![A-Z0-9])|ISBN(?:-?1[03])?:?\s*|ISSN:?\s*)"
    r"([0-9](?:[- ‐‑–]?[0-9]){6,}[- ‐‑–]?[0-9X])",
    re.IGNORECASE,
)
_ISBN_DIGITS = regex(r"(?:97[89])?[0-9]{9}[0-9X]")
_ISSN_DIGITS = regex(r"[0-9]{7}[0-9X]")
_ISBN_LABEL = regex(r"isbn(?:-?1[03])?:?\s*", re.IGNORECASE)
_ORCID = regex(r"\b\d{4}-\d{4}-\d{4}-\d{3}[\dXx]\b")


def numbers_in(text: str) -> list[str]:
    """Return the numbers of a text that are long enough for an ISSN or ISBN.

    Each is as it is written; a number may have spaces, and numbers may have only spaces
    between them.

    >>> numbers_in("978 1 59558 103 7 (pbk.), 0-8044-2957-X")
    ['978 1 59558 103 7', '0-8044-2957-X']
    >>> numbers_in("1234-5679 9781595581037")
    ['1234-5679', '9781595581037']
    """
    numbers: list[str] = []
    for number in _NUMBER.findall(text):
        parts = number.split()
        several = len(parts) > 1 and all(map(standard_number, parts))
        numbers += parts if several else [number]
    return numbers


def standard_number(number: str) -> Literal["isbn", "issn", ""]:
    """Return which number has so many digits; the check digit may be wrong.

    >>> standard_number("0-8044-2957-X"), standard_number("1234-5678"), standard_number("123")
    ('isbn', 'issn', '')
    """
    digits = plain_number(number)
    if _ISBN_DIGITS.fullmatch(digits):
        return "isbn"
    return "issn" if _ISSN_DIGITS.fullmatch(digits) else ""


def plain_number(number: str) -> str:
    """Return an ISBN, ISSN or ORCID without hyphens and spaces, an X as capital."""
    return number.translate(_SEPARATORS).upper()


def is_isbn(number: str) -> bool:
    """Return whether this is an ISBN of 10 or 13 digits with the right check digit.

    >>> is_isbn("978-1-59558-103-7"), is_isbn("080442957X"), is_isbn("9781595581038")
    (True, True, False)
    """
    digits = plain_number(number)
    if len(digits) == 13:
        return standard_number(digits) == "isbn" and digits == isbn13(digits)
    return len(digits) == 10 and _has_check_digit(digits)


def is_issn(number: str) -> bool:
    """Return whether this is an ISSN with the right check digit.

    >>> is_issn("0038-9765"), is_issn("2434561X"), is_issn("0038-9756")
    (True, True, False)
    """
    digits = plain_number(number)
    return len(digits) == 8 and _has_check_digit(digits)


def is_orcid(number: str) -> bool:
    """Return whether this is an ORCID with the right check digit.

    >>> is_orcid("0000-0002-1825-0097"), is_orcid("000000021694233X")
    (True, True)
    >>> is_orcid("0000-0002-1825-0079")
    False
    """
    digits = plain_number(number)
    if len(digits) != 16 or not _may_end_in_x(digits):
        return False
    total = 0
    for digit in digits[:-1]:
        total = (total + int(digit)) * 2
    return (total + _value(digits[-1])) % 11 == 1


def orcids_in(text: str) -> list[str]:
    """Return what is written as an ORCID in a text; the check digits may be wrong."""
    return _ORCID.findall(text)


def isbn13(number: str) -> str:
    """Return an ISBN as 13 digits; `""` if it has not 10 or 13.

    The check digit is computed, so ISBNs compare equal in spite of a mistyped one.

    >>> isbn13("0-8044-2957-X"), isbn13("9780804429573"), isbn13("0804429575")
    ('9780804429573', '9780804429573', '9780804429573')
    """
    if standard_number(number) != "isbn":
        return ""
    digits = plain_number(number)
    first = digits[:-1] if len(digits) == 13 else f"978{digits[:-1]}"
    return first + str(-_weighted_sum(first, [1, 3] * 6) % 10)


def isbns_in(text: str) -> list[str]:
    """Return the ISBNs of a text, each as 13 digits.

    >>> isbns_in("0-8044-2957-X (pbk.)")
    ['9780804429573']
    """
    return [isbn for number in numbers_in(text) if (isbn := isbn13(number))]


def read_isbn(text: str) -> str:
    """Return the digits of the ISBN that `text` is; `""` if it is no valid one.

    >>> read_isbn("ISBN 0-306-40615-2"), read_isbn("0-306-40615-3")
    ('0306406152', '')
    """
    label = _ISBN_LABEL.match(text)
    digits = plain_number(text[label.end() :] if label else text)
    return digits if is_isbn(digits) else ""


def _has_check_digit(digits: str) -> bool:
    """The rule of ISBN-10 and ISSN: weigh each digit by its place from the end."""
    weights = range(len(digits), 0, -1)
    return _may_end_in_x(digits) and _weighted_sum(digits, weights) % 11 == 0


def _may_end_in_x(digits: str) -> bool:
    if not digits.isascii() or not digits[:-1].isdecimal():
        return False
    return digits[-1].isdecimal() or digits[-1] == "X"


def _value(digit: str) -> int:
    return 10 if digit == "X" else int(digit)


def _weighted_sum(digits: str, weights: Iterable[int]) -> int:
    pairs = zip(digits, weights, strict=True)
    return sum(_value(digit) * weight for digit, weight in pairs)

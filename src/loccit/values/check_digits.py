"""The check digits of ISBN (ISO 2108), ISSN (ISO 3297) and ORCID (ISO 7064, MOD 11-2).

The numbers are given without hyphens, an X as capital.
"""

from __future__ import annotations

from collections.abc import Iterable


def is_isbn(digits: str) -> bool:
    """Whether these are an ISBN of 10 or 13 digits.

    >>> is_isbn("9781595581037"), is_isbn("080442957X"), is_isbn("9781595581038")
    (True, True, False)
    """
    if len(digits) == 13 and digits.isdecimal():
        return digits.startswith(("978", "979")) and _sum(digits, (1, 3) * 7) % 10 == 0
    return len(digits) == 10 and _weighed_by_place(digits)


def is_issn(digits: str) -> bool:
    """Whether these are an ISSN.

    >>> is_issn("00389765"), is_issn("2434561X"), is_issn("00389756")
    (True, True, False)
    """
    return len(digits) == 8 and _weighed_by_place(digits)


def is_orcid(digits: str) -> bool:
    """Whether these are an ORCID.

    >>> is_orcid("0000000218250097"), is_orcid("000000021694233X"), is_orcid("0000000218250079")
    (True, True, False)
    """
    if len(digits) != 16 or not _may_end_in_x(digits):
        return False
    total = 0
    for digit in digits[:-1]:
        total = (total + int(digit)) * 2
    return (total + _value(digits[-1])) % 11 == 1


def _weighed_by_place(digits: str) -> bool:
    """The rule of ISBN-10 and ISSN: each digit times its place, counted from the end."""
    return _may_end_in_x(digits) and _sum(digits, range(len(digits), 0, -1)) % 11 == 0


def _may_end_in_x(digits: str) -> bool:
    return (
        digits.isascii()
        and digits[:-1].isdecimal()
        and (digits[-1].isdecimal() or digits[-1] == "X")
    )


def _value(digit: str) -> int:
    return 10 if digit == "X" else int(digit)


def _sum(digits: str, weights: Iterable[int]) -> int:
    return sum(
        _value(digit) * weight for digit, weight in zip(digits, weights, strict=False)
    )

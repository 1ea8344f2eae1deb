"""Ordinal numbers by the locale's terms (CSL 1.0.2, "Ordinal Suffixes", "Long
Ordinals").
"""

from __future__ import annotations

from loccit.csl.locales.locale import Locale, OrdinalTerm


def ordinal(locale: Locale, number: int, gender: str = "") -> str:
    """The number with its suffix, in the gender of what is counted.

    >>> from loccit.csl.locales.locale import load_locale
    >>> [ordinal(load_locale("en-US"), number) for number in (1, 2, 13, 23)]
    ['1st', '2nd', '13th', '23rd']
    """
    return f"{number}{_suffix(locale, number, gender)}"


def long_ordinal(locale: Locale, number: int, gender: str = "") -> str:
    """The number in words, for 1 to 10; else with its suffix."""
    for form in dict.fromkeys((gender, "")):
        if term := locale.ordinals.get((f"long-ordinal-{number:02}", form)):
            return term.text
    return ordinal(locale, number, gender)


def _suffix(locale: Locale, number: int, gender: str) -> str:
    for form in dict.fromkeys((gender, "")):
        # 10-99 go by the last two digits and before 0-9, which go by the last
        for name, last, default in (
            (f"ordinal-{number % 100:02}", number % 100, "last-two-digits"),
            (f"ordinal-{number % 10:02}", number % 10, "last-digit"),
        ):
            term = locale.ordinals.get((name, form))
            if term and _matches(term, number, last, default):
                return term.text
    for form in dict.fromkeys((gender, "")):
        if term := locale.ordinals.get(("ordinal", form)):
            return term.text
    return ""


def _matches(term: OrdinalTerm, number: int, last: int, default: str) -> bool:
    match = term.match or default
    if match == "whole-number":
        return number == last
    if match == "last-two-digits":
        return number % 100 == last
    return number % 10 == last

"""Ordinal numbers in a locale's terms (CSL 1.0.2, "Ordinal Suffixes", "Long Ordinals")."""

from __future__ import annotations

from loccit.csl.locales.locale import Locale, OrdinalTerm

_NEUTRAL = ""
#: In a set without the term `ordinal`, the suffix of numbers that have no other.
_CSL_1_0_DEFAULT = "ordinal-04"
#: In such a set, the numbers that don't take the suffix of their last digit.
_TEENS = (11, 12, 13)


def ordinal(
    locale: Locale,
    number: int,
    gender: str = "",
) -> str:
    """A number with its suffix, in the gender of the noun that it counts.

    >>> from loccit.csl.locales.locale import load_locale
    >>> [ordinal(load_locale("en-US"), number) for number in (1, 2, 13, 23)]
    ['1st', '2nd', '13th', '23rd']
    """
    return f"{number}{_suffix(locale, number, gender)}"


def long_ordinal(
    locale: Locale,
    number: int,
    gender: str = "",
) -> str:
    """A number in words, for 1 to 10; a larger one with its suffix."""
    name = f"long-ordinal-{number:02}"
    term = locale.ordinals.get((name, gender)) or locale.ordinals.get((name, _NEUTRAL))
    if term is None:
        return ordinal(locale, number, gender)
    return term.text


def _suffix(
    locale: Locale,
    number: int,
    gender: str,
) -> str:
    term = _specific_term(locale, number, gender)
    if term is None:
        term = _specific_term(locale, number, _NEUTRAL)
    if term is None:
        term = _default_term(locale, gender)
    return term.text if term is not None else ""


def _default_term(locale: Locale, gender: str) -> OrdinalTerm | None:
    """The term for numbers that have no term of their own."""
    terms = locale.ordinals
    name = "ordinal" if _has_default(locale) else _CSL_1_0_DEFAULT
    return terms.get((name, gender)) or terms.get((name, _NEUTRAL))


def _has_default(locale: Locale) -> bool:
    """Return whether the terms are of CSL 1.0.1 and later.

    CSL 1.0 had four terms: `ordinal-01` to `ordinal-03` by the last digit, except for 11
    to 13, and `ordinal-04` for all other numbers.
    """
    return any(name == "ordinal" for name, _ in locale.ordinals)


def _specific_term(
    locale: Locale,
    number: int,
    gender: str,
) -> OrdinalTerm | None:
    """The term for the last two digits, else the one for the last digit."""
    last_two, last = number % 100, number % 10
    term = locale.ordinals.get((f"ordinal-{last_two:02}", gender))
    if term is not None and _matches(term, number, last_two, "last-two-digits"):
        return term
    if last_two in _TEENS and not _has_default(locale):
        return None
    term = locale.ordinals.get((f"ordinal-{last:02}", gender))
    if term is not None and _matches(term, number, last, "last-digit"):
        return term
    return None


def _matches(
    term: OrdinalTerm,
    number: int,
    digits: int,
    default: str,
) -> bool:
    """Return whether a term for these last digits suits the whole number."""
    match = term.match or default
    if match == "whole-number":
        return number == digits
    if match == "last-two-digits":
        return number % 100 == digits
    return number % 10 == digits

"""Write a date as the title page of a paper does."""

from __future__ import annotations

from loccit._startup.regex import regex
from loccit.csl import Locale
from loccit.model import DateParts
from loccit.values.dates import read_date

#: A date as programs write it; all others are printed as they are typed.
_ISO = regex(r"\d{4}-\d{2}-\d{2}")


def in_words(text: str, locale: Locale) -> str:
    """Write a date such as 2026-05-02 in the words of a language.

    >>> from loccit.csl import load_locale
    >>> in_words("2026-05-02", load_locale("en-US")), in_words("Spring", load_locale("en-US"))
    ('May 2, 2026', 'Spring')
    """
    date = read_date(text) if _ISO.fullmatch(text) else None
    if date is None or date.start is None:
        return text
    words = ""
    for part in locale.dates["text"].parts:
        value = _value(part.name, part.form, date.start, locale)
        words += part.formatting.prefix + value + part.formatting.suffix
    return words


def _value(name: str, form: str, date: DateParts, locale: Locale) -> str:
    """Return a part of a date: `year`, `month` or `day`."""
    if name == "day":
        # A stop makes ordinals in all languages but those that write "1º" and "2".
        is_ordinal = form == "ordinal" and not locale.limit_day_ordinals_to_day_1
        return f"{date.day}." if is_ordinal else str(date.day)
    if name == "month" and not form.startswith("numeric"):
        return locale.term(f"month-{date.month:02}")
    return str(date.month if name == "month" else date.year)

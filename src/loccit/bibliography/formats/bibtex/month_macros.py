"""Months as the macros that every BibTeX style defines (BibTeXing, 3.2, `month`)."""

from __future__ import annotations

from loccit.values.dates import MONTHS


def month_macros(month: str) -> str:
    """Write a month or a range of months as macros; return `""` for other words.

    >>> month_macros("oct--nov"), month_macros("mar"), month_macros("Spring")
    ('oct # {--} # nov', 'mar', '')
    """
    months = month.split("--")
    return " # {--} # ".join(months) if set(months) <= set(MONTHS) else ""

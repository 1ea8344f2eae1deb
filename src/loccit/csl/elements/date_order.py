"""Dates in an order: what cs:date is in a sort key (CSL 1.0.2, "Sort")."""

from __future__ import annotations

from loccit.model import Date, DateParts
from loccit.values.raw_date import parse_raw_date


def date_text(date: Date, parts: int = 3) -> str:
    """A date as characters that sort in its order: years before the era first, a year
    before its months.

    `parts` is how many of year, month and day count.

    >>> date_text(Date(DateParts(-44))) < date_text(Date(DateParts(2010))) < date_text(Date(DateParts(2010, 2)))
    True
    """
    date = parse_raw_date(date) if date.raw else date
    if date.start is None:
        return date.literal or date.raw
    return "-".join(_end_text(end, parts) for end in (date.start, date.end) if end)


def _end_text(end: DateParts, parts: int) -> str:
    year = f"1{end.year:09}" if end.year >= 0 else f"0{1_000_000_000 + end.year:09}"
    return "".join((year, f"{end.month or 0:02}", f"{end.day or 0:02}")[:parts])

"""Dates as CSL-JSON has them."""

from __future__ import annotations

from loccit._startup.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class DateParts:
    """A year (negative before the common era), and perhaps a month (1-12) and a day
    (1-31).
    """

    year: int
    month: int | None = None
    day: int | None = None


@dataclass(frozen=True, slots=True)
class Date:
    """A date, a range of dates, or words instead of one (csl-data.json,
    `date-variable`).

    `end` is set for a range; `season` is 1 to 4; `literal` is printed unchanged; `raw`
    is text that no date has been read from yet; with a `start`, it is a season in words,
    such as "Michaelmas".

    >>> Date(DateParts(2010)).start
    DateParts(year=2010, month=None, day=None)
    """

    start: DateParts | None = None
    end: DateParts | None = None
    season: int | None = None
    circa: bool = False
    literal: str = ""
    raw: str = ""

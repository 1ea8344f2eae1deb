"""Dates as .bib files have them <-> model.Date.

`date` and its like are in ISO 8601-2, levels 0 and 1 (BibLaTeX manual, 2.3.8); `year`
and `month` are whatever people have typed for forty years.
"""

from __future__ import annotations

import re

from loccit._startup.dataclass import replace
from loccit._startup.regex import regex
from loccit.model import Date, DateParts

#: The end of a range that has none; CSL-JSON has a year 0 for it, as citeproc-js does.
OPEN = DateParts(0)
MONTHS = (
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
)
_SEASON_NAMES = ("Spring", "Summer", "Fall", "Winter")
_SEASONS = {"spr": 1, "sum": 2, "aut": 3, "fal": 3, "win": 4}
_ISO = regex(
    r"(-?\d{4,9})(?:-(\d\d|XX)(?:-(\d\d|XX)(?:T\S*)?)?)?([~?%]?)$",
    re.IGNORECASE | re.ASCII,
)
_UNSPECIFIED = regex(r"(\d{2,3})(X{1,2})$", re.IGNORECASE | re.ASCII)
_YEARS = regex(r"([0-9]{1,4})(?:\s*(--?|–|/)\s*([0-9]{1,4}|present|date)?)?$")
_CIRCA = regex(r"(?:(?:circa\b|ca?\.|~)\s*)+", re.IGNORECASE)
_WORDS = regex(r"[^\W\d_]+|[0-9]+")
_WITHOUT_MEANING = frozenset(["st", "nd", "rd", "th", "of", "and", "the"])
_SPACES = regex(r"\s+")
_NO_DATE = regex(r"(?:n\.?\s*d\.?|no date|undated)$", re.IGNORECASE)


def read_date(text: str) -> Date | None:
    """The date that a `date` field has, or None if it says that there is none.

    >>> read_date("2015-10/2015-11").end
    DateParts(year=2015, month=11, day=None)
    >>> read_date("March 4, 2015").start
    DateParts(year=2015, month=3, day=4)
    """
    text = (
        text.strip().replace("\N{NO-BREAK SPACE}", "~").replace("–", "-").strip("[]{} ")
    )
    if not text or _NO_DATE.match(text):
        return None
    start, slash, end = (part.strip() for part in text.partition("/"))
    if not slash:
        return _iso(start) or _decade(start) or _in_words(text.replace("~", " "))
    from_, to = _iso(start), _iso(end)
    if from_ and to:
        return Date(
            _with_season(from_), _with_season(to), circa=from_.circa or to.circa
        )
    if from_ and end in ("", ".."):
        return Date(from_.start, OPEN, circa=from_.circa)
    if to and start in ("", ".."):
        return Date(to.start, circa=to.circa, literal=f"–{end.rstrip('~?%')}")
    return _in_words(text)


def _with_season(date: Date) -> DateParts | None:
    """The end of a range with its season in the place of the month (ISO 8601-2;
    csl-data.json has one for both).
    """
    return (
        replace(date.start, month=20 + date.season)
        if date.start and date.season
        else date.start
    )


def read_year(year: str, month: str = "", day: str = "") -> Date | None:
    """The date of the fields `year`, `month` and `day`.

    >>> read_year("2015", "mar", "4").start
    DateParts(year=2015, month=3, day=4)
    """
    year = year.strip(" []{}").rstrip(".,")
    if circa := _CIRCA.match(year):
        date = read_year(year[circa.end() :], month, day)
        return replace(date, circa=True) if date else None
    years = _YEARS.match(year)
    if not (month or day):
        return _years(years) if years else read_date(year)
    if not years:
        return read_date(f"{month} {day} {year}")
    span = _years(years)
    assert span.start
    words = _WORDS.findall(f"{month} {day}")
    return _with_month(
        span.start.year,
        (span.end or span.start).year,
        words,
        f"{month} {day} {year}".replace("  ", " "),
    )


def write_date(date: Date) -> str:
    """The date in ISO 8601-2, or its words.

    >>> write_date(Date(DateParts(2015, 10), DateParts(2015, 11), circa=True))
    '2015-10/2015-11~'
    """
    if date.start and date.end == OPEN:
        return f"{_write_parts(date.start)}/"
    if date.literal or not date.start:
        return date.literal or date.raw
    if date.season:
        return f"{_write_parts(DateParts(date.start.year))}-{20 + date.season}"
    ends = "/".join(_write_parts(end) for end in (date.start, date.end) if end)
    return ends + ("~" if date.circa else "")


def write_year(date: Date) -> dict[str, str]:
    """The date as BibTeX's `year`, `month` and `day`.

    >>> write_year(Date(DateParts(2015, 3, 4))), write_year(Date(DateParts(2015, 10), DateParts(2015, 11)))
    ({'year': '2015', 'month': 'mar', 'day': '4'}, {'year': '2015', 'month': 'oct--nov'})
    """
    if date.literal or not date.start:
        return {"year": date.literal or date.raw}
    start, end = date.start, date.end
    year = f"{'c. ' if date.circa else ''}{start.year if start.year > 0 else _write_parts(DateParts(start.year))}"
    fields = {
        "year": f"{year}--{end.year or ''}" if end and end.year != start.year else year
    }
    if date.season and 1 <= date.season <= 4 and not end:
        fields["month"] = _SEASON_NAMES[date.season - 1]
        return fields
    ends = [
        parts
        for parts in (start, end)
        if parts and parts.month and 1 <= parts.month <= 12
    ]
    if start in ends:
        months = [MONTHS[parts.month - 1] for parts in ends if parts.month]
        fields["month"] = "--".join(
            dict.fromkeys(months) if start.year == ends[-1].year else months
        )
        days = [str(parts.day) for parts in ends if parts.day]
        fields |= {"day": "--".join(days)} if days else {}
    return fields


def month_macros(month: str) -> str:
    """Months as the abbreviations that every BibTeX style defines, or `""` if they are
    none.

    >>> month_macros("oct--nov"), month_macros("mar"), month_macros("Spring")
    ('oct # {--} # nov', 'mar', '')
    """
    return (
        " # {--} # ".join(month.split("--"))
        if set(month.split("--")) <= set(MONTHS)
        else ""
    )


def _write_parts(parts: DateParts) -> str:
    year = (
        f"{parts.year:04}"
        if parts.year > 0
        else f"-{-parts.year - 1:04}"
        if parts.year < -1
        else "0000"
    )
    return "-".join(
        [year, *(f"{part:02}" for part in (parts.month, parts.day) if part)]
    )


def _iso(text: str) -> Date | None:
    found = _ISO.match(text)
    if not found:
        return None
    year = int(found[1])
    month = int(found[2]) if (found[2] or "XX").isdigit() else None
    day = int(found[3]) if (found[3] or "XX").isdigit() else None
    circa = bool(found[4])
    if year <= 0:
        year -= 1  # ISO 8601 has a year 0, which is 1 BCE
    if month and 21 <= month <= 24:
        return Date(DateParts(year), season=month - 20, circa=circa)
    if (month is not None and not 1 <= month <= 12) or (
        day is not None and not 1 <= day <= 31
    ):
        return Date(DateParts(year), literal=text)
    return Date(DateParts(year, month, day if month else None), circa=circa)


def _decade(text: str) -> Date | None:
    if not (found := _UNSPECIFIED.match(text)) or len(text) != 4:
        return None
    first = int(found[1]) * 10 ** len(found[2])
    return Date(DateParts(first), DateParts(first + 10 ** len(found[2]) - 1))


def _years(found: re.Match[str]) -> Date:
    start, dash, end = found.groups()
    if dash and (not end or end in ("present", "date")):
        return Date(DateParts(int(start)), OPEN)
    if end and len(end) < len(start):
        end = start[: -len(end)] + end  # 1990--91
    return Date(DateParts(int(start)), DateParts(int(end)) if end else None)


def _in_words(text: str) -> Date | None:
    """A date in words; what can't be read is kept as it stands."""
    circa = _CIRCA.match(text)
    if circa:
        text = text[circa.end() :]
    words = _WORDS.findall(text)
    years = [int(word) for word in words if len(word) == 4 and word.isdecimal()]
    literal = _SPACES.sub(" ", text).strip()
    if not years:
        return Date(literal=literal, circa=bool(circa)) if literal else None
    if len(years) > 2 or years != sorted(years):  # the years of several printings
        return Date(DateParts(years[0]), circa=bool(circa), literal=literal)
    rest = [word for word in words if not (len(word) == 4 and word.isdecimal())]
    return replace(_with_month(years[0], years[-1], rest, literal), circa=bool(circa))


def _with_month(year: int, end_year: int, words: list[str], literal: str) -> Date:
    """A date of that year, with the month, day or season that `words` tell; `literal`
    if they do not.
    """
    months: list[int] = []
    seasons: list[int] = []
    numbers: list[int] = []
    for word in words:
        short = word[:3].lower()
        if len(word) <= 2 and word.isdecimal() and 1 <= int(word) <= 31:
            numbers.append(int(word))
        elif short in MONTHS:
            months.append(MONTHS.index(short) + 1)
        elif short in _SEASONS:
            seasons.append(_SEASONS[short])
        elif word.lower() not in _WITHOUT_MEANING:
            return Date(DateParts(year), literal=literal)
    if not months and not seasons and numbers and numbers[0] <= 12:
        months, numbers = numbers[:1], numbers[1:]
    month = months[0] if months else None
    start = DateParts(year, month, numbers[0] if numbers and month else None)
    end = None
    if end_year != year or len(months) > 1 or len(numbers) > 1:
        end = DateParts(
            end_year,
            months[-1] if months else None,
            numbers[-1] if numbers and month else None,
        )
    return Date(start, end, seasons[0] if seasons and not months else None)

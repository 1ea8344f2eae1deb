"""Dates in words or in ISO form to parts, as far as they can be read without doubt."""

from __future__ import annotations

import re
from functools import lru_cache

from loccit._startup.dataclass import replace
from loccit._startup.regex import regex
from loccit.model import Date, DateParts

_MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august",
         "sep sept september", "oct october", "nov november", "dec december"),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_SEASONS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}
#: ISO 8601, and of EDTF the long year (Y17000) and what is left open (2004-XX); a time
#: of day is passed over.
_ISO = regex(
    r"Y?(-?\d{1,6})(?:-(?:XX|(\d{1,2}))(?:-(?:XX|(\d{1,2})))?)?(?:T[\d:.]+(?:Z|[+-][\d:]+)?)?"
)
#: an EDTF interval without an end
_OPEN = regex(r"([^/]*\d[^/]*)/(?:\.\.)?")
_AMERICAN = regex(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_WORDS = regex(r"[^\W\d_]+|\d{1,6}")


@lru_cache(maxsize=8192)
def parse_raw_date(date: Date) -> Date:
    """The date with its parts read from `raw`; where they can't be, `raw` is kept to be
    printed as it stands.

    >>> parse_raw_date(Date(raw="15 March 1988")).start
    DateParts(year=1988, month=3, day=15)
    """
    text = date.raw.strip()
    circa = date.circa
    if match := re.match(
        r"(?:c(?:irca|a)?\.?\s*)(?=\d)|(?=.*[?~%]$)", text, re.IGNORECASE
    ):
        circa, text = True, text[match.end() :].rstrip("?~%").strip()
    until_now = _OPEN.fullmatch(text)
    text = until_now[1] if until_now else text
    ends = (
        [text]
        if _ISO.fullmatch(text) or _AMERICAN.fullmatch(text)
        else _split_range(text)
    )
    read = [_parse_one(end) for end in ends]
    if not read or any(one is None for one in read):
        return date
    parts = [one[0] for one in read if one]
    season = next((one[1] for one in read if one and one[1]), date.season)
    if until_now:
        parts.append(DateParts(0))  # as CSL-JSON has it
    return replace(
        date,
        start=parts[0],
        end=parts[1] if len(parts) > 1 else None,
        season=season,
        circa=circa,
        raw="",
    )


def _split_range(text: str) -> list[str]:
    if text.count("/") == 1:
        return [part.strip() for part in text.split("/")]
    parts = re.split(
        r"\s*[–—]\s*|\s+-\s+|(?<=\d{4})-(?=\d{4}$)|(?<=[a-z])-(?=[A-Za-z])", text
    )
    if len(parts) != 2:
        return [text]
    first, second = parts
    year = re.search(r"\d{4}", second)
    if year and not re.search(r"\d{4}", first):
        first = f"{first} {year[0]}"
    if not re.search(r"[A-Za-z]", second) and (month := re.search(r"[A-Za-z]+", first)):
        second = f"{month[0]} {second}"
    return [first, second]


def _parse_one(text: str) -> tuple[DateParts, int | None] | None:
    if match := _ISO.fullmatch(text):
        year, month, day = (int(part) if part else None for part in match.groups())
        return (DateParts(year or 0, month, day), None) if year else None
    if match := _AMERICAN.fullmatch(text):
        return DateParts(int(match[3]), int(match[1]), int(match[2])), None
    year = month = day = season = None
    for word in _WORDS.findall(text):
        lower = word.lower()
        if word.isdecimal():
            if len(word) >= 3 and year is None:
                year = int(word)
            elif day is None and int(word) <= 31:
                day = int(word)
            else:
                return None
        elif lower in _SEASONS:
            season = _SEASONS[lower]
        elif lower in _MONTHS and month is None:
            month = _MONTHS[lower]
        else:
            return None
    if year is None or (day is not None and month is None):
        return None
    return DateParts(year, month, day), season

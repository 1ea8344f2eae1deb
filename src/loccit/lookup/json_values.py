"""What services' records are made of, whatever they hold: pieces of JSON taken by their
kind, dates and names read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from loccit._startup.regex import regex
from loccit.bibliography.formats.bibtex.names import read_name
from loccit.lookup.clean_markup import rich
from loccit.model import Date, DateParts, Name
from loccit.values.groups import is_group

_YEAR = regex(r"(?<!\d)(1[4-9]\d\d|20\d\d)(?!\d)")
_ISO = regex(
    r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:T.*)?$|(\d{4})/(\d{1,2})(?:/(\d{1,2}))?$"
)
_MONTHS = (
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
_MONTH = regex(r"(?i)\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\b")
_DAY = regex(r"(?<!\d)(\d{1,2})(?:st|nd|rd|th)?(?![\d])")


def mapping(value: object) -> Mapping[str, object]:
    """A JSON object; an empty one for anything else."""
    return value if isinstance(value, Mapping) else {}


def listed(value: object) -> list[object]:
    """A JSON array; of one where it is something else, and empty where it is nothing."""
    if isinstance(value, list):
        return value
    return [] if value is None else [value]


def first(value: object) -> str:
    """The first text of an array, or the text itself."""
    return next((text for item in listed(value) if (text := text_of(item))), "")


def text_of(value: object) -> str:
    """Text or a number as text; `""` for anything else."""
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return ""
    return " ".join(str(value).split())


def title_of(title: str, subtitle: str = "") -> str:
    """A title with its subtitle.

    >>> title_of("Why Now?", "A History")
    'Why Now? A History'
    """
    title, subtitle = rich(title), rich(subtitle)
    if not subtitle or subtitle.casefold() in title.casefold():
        return title.removesuffix(".") if not title.endswith("..") else title
    return f"{title.rstrip(':')}{' ' if title.endswith(('?', '!')) else ': '}{subtitle}"


def pages(first_page: object, last_page: object) -> str:
    """A range of pages."""
    start, end = text_of(first_page), text_of(last_page)
    return f"{start}-{end}" if start and end and start != end else start


def date_of(parts: object) -> Date | None:
    """The date of CSL-JSON's or Crossref's `date-parts`."""
    ends = listed(mapping(parts).get("date-parts"))
    numbers = [
        int(text)
        for part in listed(ends[0] if ends else None)[:3]
        if (text := text_of(part)).isdigit()
    ]
    return Date(DateParts(*numbers)) if numbers else None


def read_date(text: object) -> Date | None:
    """A date as people and programs write it: `2010-05-01`, `March 5, 2010`, `5 Mar
    2010`, `c1999`.

    >>> read_date("March 5th, 2010").start
    DateParts(year=2010, month=3, day=5)
    """
    words = text_of(text)
    if found := _ISO.match(words):
        return Date(
            DateParts(*(int(part) for part in found.groups() if part and int(part)))
        )
    year = _YEAR.search(words)
    if not year:
        return None
    rest = words[: year.start()] + " " + words[year.end() :]
    month, day = _MONTH.search(rest), _DAY.search(rest)
    if not month:
        return Date(DateParts(int(year[1])))
    number = _MONTHS.index(month[1].lower()) + 1
    return Date(
        DateParts(
            int(year[1]),
            number,
            int(day[1]) if day and 1 <= int(day[1]) <= 31 else None,
        )
    )


def person_or_group(text: object) -> Name:
    """A name that no service took apart: "Jane Doe", "Doe, Jane", or a group's.

    >>> person_or_group("World Health Organization").literal, person_or_group("Ludwig van Beethoven").family
    ('World Health Organization', 'Beethoven')
    """
    words = rich(text, marks=False).strip(" ,;")
    if is_group(words) or " " not in words:
        return Name(literal=words)
    return read_name(words.replace("\\", "").replace("{", "").replace("}", ""))


def names(values: Iterable[Name]) -> tuple[Name, ...]:
    """The names that say anything, each once."""
    return tuple(dict.fromkeys(name for name in values if name != Name()))


def people(values: object) -> Iterator[Mapping[str, object]]:
    """The objects of an array."""
    return (mapping(value) for value in listed(values) if isinstance(value, Mapping))

"""What services' records are made of, whatever they hold: pieces of JSON taken by their
kind, dates and names read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from loccit.bibliography.formats.bibtex.names import read_name
from loccit.lookup.clean_markup import rich
from loccit.model import Date, Name
from loccit.values.dates import read_date
from loccit.values.groups import is_group


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


def date_of(value: object) -> Date | None:
    """Read a date in text; words without a year, such as "in press", are not one.

    >>> date_of("March 5th, 2010").start
    DateParts(year=2010, month=3, day=5)
    """
    date = read_date(text_of(value))
    return date if date and date.start else None


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

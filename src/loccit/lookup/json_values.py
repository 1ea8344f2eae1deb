"""Read the values of services' records, whatever types they have: text, dates, names; and
write those of a search.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from loccit.bibliography.duplicates import name_words
from loccit.bibliography.formats.bibtex.names import read_name
from loccit.lookup.clean_markup import rich
from loccit.model import Date, Name, Source
from loccit.values.dates import read_date
from loccit.values.groups import is_group
from loccit.values.page_ranges import join_pages

#: Operators of query languages, and words that indexes leave out.
_NOT_SEARCHED = frozenset(
    "a an and as at by for from in into is no not of on or the to with".split()  # noqa: SIM905
)
#: So many words of a title are enough to find it.
_MOST_WORDS = 12


def mapping(value: object) -> Mapping[str, object]:
    """Return a JSON object, or an empty one for anything else."""
    return value if isinstance(value, Mapping) else {}


def listed(value: object) -> list[object]:
    """Return a JSON array; any other value becomes an array of one, null an empty one."""
    if isinstance(value, list):
        return value
    return [] if value is None else [value]


def first(value: object) -> str:
    """Return the first text of an array, or the text itself."""
    return next(filter(None, map(text_of, listed(value))), "")


def text_of(value: object) -> str:
    """Return text or a number as text, or `""` for anything else."""
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return ""
    return " ".join(str(value).split())


def title_of(title: str, subtitle: str = "") -> str:
    """Join a title and its subtitle.

    >>> title_of("Why Now?", "A History")
    'Why Now? A History'
    """
    title, subtitle = rich(title), rich(subtitle)
    if not subtitle or subtitle.casefold() in title.casefold():
        return title if title.endswith("..") else title.removesuffix(".")
    if title.endswith(("?", "!")):
        return f"{title} {subtitle}"
    return f"{title.rstrip(':')}: {subtitle}"


def pages(first_page: object, last_page: object) -> str:
    """Join the first and the last page."""
    return join_pages(text_of(first_page), text_of(last_page))


def date_of(value: object) -> Date | None:
    """Read a date in text; words without a year, such as "in press", are not one.

    >>> date_of("March 5th, 2010").start
    DateParts(year=2010, month=3, day=5)
    """
    date = read_date(text_of(value))
    return date if date and date.start else None


def person_or_group(text: object) -> Name:
    """Read a name that is not in parts: "Jane Doe", "Doe, Jane", or a group's.

    >>> person_or_group("World Health Organization").literal
    'World Health Organization'
    >>> person_or_group("Ludwig van Beethoven").family
    'Beethoven'
    """
    words = rich(text, marks=False).strip(" ,;")
    if is_group(words) or " " not in words:
        return Name(literal=words)
    return read_name(words.replace("\\", "").replace("{", "").replace("}", ""))


def names(values: Iterable[Name]) -> tuple[Name, ...]:
    """Return the names that are not empty, without repetitions."""
    return tuple(dict.fromkeys(name for name in values if name != Name()))


def people(values: object) -> Iterator[Mapping[str, object]]:
    """Yield the objects of an array."""
    return (mapping(value) for value in listed(values) if isinstance(value, Mapping))


def title_words(source: Source) -> list[str]:
    """Return the words of a title for a search that wants all of them.

    >>> title_words(Source("", "book", {"title": "Walls, and Not “Doors”"}))
    ['walls', 'doors']
    """
    words = name_words(source.plain("title"))
    telling = [word for word in words if len(word) > 1 and word not in _NOT_SEARCHED]
    return telling[:_MOST_WORDS]


def first_surname(source: Source) -> str:
    """Return the first surname or group of a source, for a search."""
    names = source.names("author") or source.names("editor")
    return names[0].family or names[0].literal if names else ""


def year_of(source: Source) -> str:
    """Return the year of a source, for a search."""
    issued = source.date("issued")
    return str(issued.start.year) if issued and issued.start else ""

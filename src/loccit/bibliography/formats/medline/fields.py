"""MEDLINE tags, those of PubMed and of Ovid <-> CSL variables (PubMed Help, "PubMed
Format").

A tag in lower case is our own, for a value that several tags hold together; the reader
of the format makes it of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.bibliography.records.converters import (
    ADDRESS,
    DOI,
    EDITION,
    KEYWORDS,
    TEXT,
    first,
    for_text,
    read_pages,
    without_nocase,
)
from loccit.bibliography.records.fields import Converter, Field
from loccit.model import Date, DateParts, Name, Value
from loccit.values.calendar import SEASON_MONTH, is_month, is_season
from loccit.values.character_references import one_line
from loccit.values.date_ranges import OPEN
from loccit.values.dates import MONTHS, read_date
from loccit.values.languages import iso_639_2, read_language
from loccit.values.names import OTHERS, given_and_particle, surname
from loccit.values.page_ranges import full_last_page
from loccit.values.people import person, read_name


class NameTags(NamedTuple):
    """The tags of names: people's in full and in short, and groups'."""

    full: str
    short: str
    group: str = ""


AUTHORS = NameTags("FAU", "AU", "CN")
EDITORS = NameTags("FED", "ED")

BOOKS = frozenset(["book"])
_PARTS = frozenset(["chapter", "paper-conference"])

#: The CSL type of each publication type; most others only describe an article.
CSL_TYPES = {
    "Journal Article": "article-journal",
    "Book": "book",
    "Books": "book",
    "Monograph": "book",
    "Book Chapter": "chapter",
    "Newspaper Article": "article-newspaper",
    "Preprint": "article",
    "Technical Report": "report",
    "Academic Dissertation": "thesis",
    "Dissertation": "thesis",
    "Dissertations": "thesis",
    "Dissertations/Theses": "thesis",
    "Conference Paper": "paper-conference",
    "Legal Case": "legal_case",
    "Legislation": "legislation",
    "Dataset": "dataset",
    "Video-Audio Media": "motion_picture",
    "Webcast": "motion_picture",
    "Patent": "patent",
    "Unpublished Work": "manuscript",
}
PUBLICATION_TYPES = {type_: name for name, type_ in reversed(CSL_TYPES.items())}

_SEASONS = ("Spring", "Summer", "Autumn", "Winter")
#: PubMed puts a translated title in brackets.
_BRACKETED = regex(r"\[(.*)\]$")
#: The section of a journal above the title, as in Science: "PSYCHOLOGY. On ropes".
_HEADING = regex(r"^[A-Z][A-Z ]{5,}(?=\. [A-Z][a-z])")
_INITIALS = regex(r"[^\W\d_a-zß-ÿ]+\.?$")
#: After these the full stop belongs to the title: "the U.S.", "...".
_INITIALISM = regex(r"(?:\b[A-Z]\.)+$|\.\.$")
SUFFIX = regex(r"\s+((?:Jr|Sr|\d(?:st|nd|rd|th))\.?|[IVX]{2,})$")
#: ERIC labels its numbers.
_LABEL = regex(r"^E?IS[SB]N-?\s*")
_RANGE = regex(r"(\d+)-(\d+)(?!\d)")


def read_title(text: str) -> str:
    """Return a title without the final full stop that PubMed adds to every title.

    A translated title also loses its brackets.

    >>> read_title("A garden."), read_title("Why gardens?")
    ('A garden', 'Why gardens?')
    >>> read_title("[On gardens in the U.S.].")
    'On gardens in the U.S.'
    """
    title = _without_stop(_HEADING.sub(_in_small_letters, one_line(text)))
    translated = _BRACKETED.match(title)
    return _without_stop(translated[1]) if translated else title


def _in_small_letters(heading: re.Match[str]) -> str:
    return heading[0].capitalize()


def _without_stop(title: str) -> str:
    return title if _INITIALISM.search(title) else title.removesuffix(".")


def write_title(text: str) -> str:
    """Return a title with a full stop, unless it ends in another mark."""
    title = one_line(without_nocase(text))
    return title if title.endswith((".", "?", "!")) else f"{title}."


def read_person(text: str) -> Name:
    """Read a name in full, as in FAU, or with initials after the surname, as in AU.

    >>> read_person("King, Martin Luther Jr").suffix, read_person("van Raaij MJ").given
    ('Jr', 'M J')
    """
    text = one_line(text.partition("[")[0])  # Ovid: "Doe, Jane [Author]"
    suffix = SUFFIX.search(text)
    if suffix:
        text = text[: suffix.start()]
    family, comma, given = text.partition(",")
    if not comma:
        family, _, initials = text.rpartition(" ")
        if not family or not _INITIALS.match(initials):
            return read_name(text)
        given = " ".join(initials.strip("."))
    return person(family.strip(), given.strip(), suffix[1] if suffix else "")


def read_people(texts: Sequence[str]) -> tuple[Name, ...]:
    """Read names of people, and of groups, which end in a comma."""
    return tuple(map(_read_name, texts))


def _read_name(text: str) -> Name:
    if text.endswith(","):
        return Name(literal=one_line(text)[:-1])
    if read_name(text) == OTHERS:
        return OTHERS
    return read_person(text)


def write_people(value: Value) -> list[str]:
    """Write names, one a line; PubMed has no "et al."."""
    if not isinstance(value, tuple):
        return []
    return [_write_name(name) for name in value if name != OTHERS]


def _write_name(name: Name) -> str:
    if name.literal:
        return f"{name.literal},"
    # PubMed has no comma between given names and suffix.
    given = " ".join(filter(None, [given_and_particle(name), name.suffix]))
    return f"{surname(name)}, {given}"


def read_numbers(texts: Sequence[str]) -> str:
    """Read ISSNs or ISBNs, each once, without the note in brackets after it.

    >>> read_numbers(["0098-7484 (Print)", "1538-3598 [Electronic]"])
    '0098-7484, 1538-3598'
    """
    numbers = dict.fromkeys(map(_read_number, texts))
    return ", ".join(filter(None, numbers))


def _read_number(text: str) -> str:
    number = _LABEL.sub("", text).partition("(")[0]
    return number.partition("[")[0].strip()


def full_pages(text: str) -> str:
    """Return pages with the last page of each range in full.

    >>> full_pages("454-81"), full_pages("1241-99, 1301-5"), full_pages("S12-S18")
    ('454-481', '1241-1299, 1301-1305', 'S12-S18')
    """
    return _RANGE.sub(_full_range, read_pages(text))


def _full_range(found: re.Match[str]) -> str:
    first_page, last_page = found.groups()
    return f"{first_page}-{full_last_page(first_page, last_page)}"


def write_date(value: Value) -> list[str]:
    """Write a date, as in "2010 Mar 3", "2010 Winter", "2010 Mar-2010 Apr".

    >>> write_date(Date(DateParts(2009), DateParts(2010), season=4))
    ['2009-2010 Winter']
    """
    if not isinstance(value, Date):
        return []
    if value.literal:
        return [value.literal]
    if not value.start or not 1000 <= value.start.year <= 9999:
        return []
    ends = "-".join(_write_end(end) for end in (value.start, value.end) if end)
    season = SEASON_MONTH + (value.season or 0)
    if is_season(season) and not value.start.month:
        return [f"{ends} {_season(season)}"]
    return [ends]


def _write_end(parts: DateParts) -> str:
    if parts == OPEN:
        return ""
    year, month, day = parts.year, parts.month, parts.day
    if month and is_season(month):
        return f"{year} {_season(month)}"
    if not month or not is_month(month):
        return str(year)
    name = MONTHS[month - 1].title()
    return f"{year} {name} {day}" if day else f"{year} {name}"


def _season(month: int) -> str:
    return _SEASONS[month - SEASON_MONTH - 1]


TITLE = Converter(first(read_title), for_text(write_title))
PEOPLE = Converter(read_people, write_people, many=True)
NUMBERS = Converter(read_numbers, for_text(one_line), many=True)
PAGES = Converter(first(full_pages), for_text(one_line))
DATE = Converter(first(read_date), write_date)
LANGUAGE = Converter(
    first(lambda text: read_language(one_line(text))),
    for_text(lambda text: iso_639_2(text) or text),
)

FIELDS = (
    Field("PMID", "PMID", TEXT),
    Field("IS", "ISSN", NUMBERS),
    Field("ISSN", "ISSN", NUMBERS),
    Field("ISBN", "ISBN", NUMBERS),
    Field("IB", "ISBN", NUMBERS),
    Field("VI", "volume", TEXT),
    Field("IP", "issue", TEXT),
    Field("DP", "issued", DATE),
    Field("YR", "issued", DATE),
    Field("TI", "title", TITLE),
    Field("BTI", "title", TITLE, BOOKS),
    Field("BTI", "container-title", TITLE, _PARTS),
    Field("TT", "original-title", TITLE),
    Field("CTI", "collection-title", TITLE),
    Field("VTI", "volume-title", TITLE),
    Field("CP", "chapter-number", TEXT),
    Field("EN", "edition", EDITION),
    Field("PG", "page", PAGES),
    Field("locator", "page", PAGES),
    Field("DOI", "DOI", DOI),
    Field("AB", "abstract", TEXT),
    Field("author", "author", PEOPLE),
    Field("editor", "editor", PEOPLE),
    Field("LA", "language", LANGUAGE),
    Field("LG", "language", LANGUAGE),
    Field("PB", "publisher", TEXT),
    Field("PL", "publisher-place", TEXT),
    Field("archive", "archive", TEXT),
    Field("genre", "genre", TEXT),
    Field("eric", "call-number", TEXT),
    Field("DEP", "available-date", DATE),
    Field("TA", "container-title-short", TEXT),
    Field("JT", "container-title", TEXT),
    Field("JN", "container-title", TEXT),
    Field("BTI", "container-title", TITLE),
    Field("BT", "container-title", TITLE),
    Field("keyword", "keyword", KEYWORDS),
    Field("PMC", "PMCID", TEXT),
    Field("url", "URL", ADDRESS),
    Field("GN", "note", TEXT),
)

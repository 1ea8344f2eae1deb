"""An entry's fields to a source, and a source to the fields of an entry, by the table
in fields.py.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from typing import NamedTuple

from loccit._startup.dataclass import replace
from loccit._startup.regex import regex
from loccit.bibliography.formats.bibtex.converters import LIST, TEXT
from loccit.bibliography.formats.bibtex.entry_types import (
    BIBTEX_TYPES,
    CHAPTERLIKE,
    GENRES,
    csl_type,
    entry_type,
    is_said,
)
from loccit.bibliography.formats.bibtex.fields import FIELDS, TITLES, rows_of
from loccit.bibliography.formats.bibtex.latex.read import plain_tex
from loccit.bibliography.formats.bibtex.literal_lists import write_name
from loccit.bibliography.formats.bibtex.names import without_prefixes
from loccit.bibliography.formats.bibtex.normalize_fields import normalized
from loccit.bibliography.formats.bibtex.protect_capitals import protected
from loccit.bibliography.formats.bibtex.unread_fields import unread_fields
from loccit.model import Date, Place, Source, Value
from loccit.values.dates import read_year, write_year
from loccit.values.headline_case import without_idle_protection

#: What BibTeX calls the publisher of some works.
_PUBLISHERS = {
    "mastersthesis": "school",
    "misc": "howpublished",
    "phdthesis": "school",
    "techreport": "institution",
}

#: What the fields that tell the parts of a date begin with.
_YEARS = {
    "issued": "",
    "original-date": "orig",
    "event-date": "event",
    "accessed": "url",
}

#: Titles that are sentences or headlines, and entries whose titles are names (APA 7,
#: 6.17: tests, software, databases).
_HEADLINES = frozenset(["title", "title-short", "container-title", "volume-title"])
_OF_NAMES = frozenset(["software", "dataset"])
#: What stands before several words that Better BibTeX protects together: whoever does
#: so by entry writes one brace.
_RUN_OF_WORDS = " {{"

#: What only BibLaTeX has, in which publishers, institutions and places are lists whose
#: items are parted by "and".
_BIBLATEX_FIELDS = frozenset(
    ["date", "eventdate", "journaltitle", "location", "origdate"]
)

_USEPREFIX = regex(r"\buseprefix\s*=\s*false\b")
_IN_PRESS = frozenset(
    [
        "in press",
        "forthcoming",
        "to appear",
        "submitted",
        "in preparation",
        "under review",
    ]
)


def source_of(
    key: str,
    kind: str,
    fields: Mapping[str, str],
    place: Place = Place(),
    original: str = "",
) -> Source:
    """The source that an entry of type `kind` describes; `fields` are lower-case names
    with their TeX.

    >>> source_of("a", "article", {"title": "On {US} Essays", "journal": "Notes", "pages": "1--2"}).variables
    {'title': 'On <span class="nocase">US</span> Essays', 'container-title': 'Notes', 'page': '1-2'}
    """
    type_, variables, known, read = _read(kind, fields)

    def is_needless(name: str) -> bool:
        if name == "entrysubtype" and csl_type("misc", fields[name], ()) == type_:
            return False  # it says the type, as the entry's own type does
        return _read(
            kind, {other: tex for other, tex in fields.items() if other != name}
        )[:2] == (type_, variables)

    custom = unread_fields(fields, known, read, is_needless)
    if not is_said(kind, type_):
        custom["entrytype"] = kind
    return Source(
        key, type_, variables, place, headline=True, original=original, custom=custom
    )


class _Read(NamedTuple):
    """What is read of an entry, its fields as the table knows them, and which of them
    became a variable.
    """

    type: str
    variables: dict[str, Value]
    fields: dict[str, str]
    names: set[str]


def _read(kind: str, given: Mapping[str, str]) -> _Read:
    fields = normalized(kind, given)
    as_lists = has_lists(kind, given)
    variables: dict[str, Value] = {}
    read: set[str] = set()
    for field, variable, converter, _ in rows_of(kind, frozenset(fields)):
        if variable in variables or field in read:
            continue
        if value := (converter if as_lists or converter is not LIST else TEXT).read(
            fields[field]
        ):
            variables[variable] = value
            read.add(field)
    if kind not in _OF_NAMES:
        for variable in _HEADLINES & variables.keys():
            if isinstance(title := variables[variable], str) and "<" in title:
                runs = any(_RUN_OF_WORDS in value for value in given.values())
                variables[variable] = without_idle_protection(title, runs=runs)
    _read_years(fields, variables)
    if "options" in fields and _USEPREFIX.search(fields["options"]):
        variables |= {
            name: without_prefixes(value)
            for name, value in variables.items()
            if isinstance(value, tuple)
        }
    if variables.get("container-author") == variables.get("author"):
        variables.pop("container-author", None)  # a chapter of one's own book
    type_ = csl_type(kind, fields.get("entrysubtype", ""), fields)
    if (
        type_ in ("speech", "paper-conference")
        and "issued" not in variables
        and "event-date" in variables
    ):
        variables["issued"] = variables.pop("event-date")
    return _Read(type_, variables, fields, read)


def has_lists(kind: str, fields: Container[str]) -> bool:
    """Whether an entry is surely BibLaTeX's, in which publishers and places are lists
    parted by "and".
    """
    return kind not in BIBTEX_TYPES or any(name in fields for name in _BIBLATEX_FIELDS)


def fields_of(source: Source) -> tuple[str, dict[str, str]]:
    """The BibTeX entry type and fields of a source; what has capitals in a title in
    sentence case keeps them.

    >>> fields_of(Source("a", "report", {"title": "R&d", "publisher": "ACME", "number": "7"}))
    ('techreport', {'title': 'R\\\\&d', 'number': '7', 'institution': 'ACME'})
    """
    source = in_headline_case(source)
    kind, subtype = _entry_type(source)
    fields: dict[str, str] = {}
    written: set[str] = set()
    for field, variable, converter, only in FIELDS:
        value = source.variables.get(variable)
        if (
            value is None
            or variable in written
            or field in fields
            or (only is not None and kind not in only)
        ):
            continue
        if variable == "publisher":
            field = _PUBLISHERS.get(kind, field)
        if field == "date" and isinstance(value, Date):
            fields |= (
                {"year": converter.write(value)} if value.literal else write_year(value)
            )
        elif (
            tex := write_name(value)
            if converter is LIST and isinstance(value, str)
            else converter.write(value)
        ):
            fields[field] = tex
        written.add(variable)
    if (
        csl_type(kind, "", fields) != source.type
    ):  # @misc with a `url` would be a web page
        fields["entrysubtype"] = subtype or source.type
    if fields.get("type") == GENRES.get(kind, ""):
        fields.pop("type", None)
    return kind, fields


def _entry_type(source: Source) -> tuple[str, str]:
    return entry_type(
        source.type, source.text("genre"), str(source.custom.get("entrytype", ""))
    )


def in_headline_case(source: Source) -> Source:
    """The source with spans round the capitals that its titles keep, as styles of
    BibTeX need them; they leave the names of journals alone.
    """
    if source.headline:
        return source
    kind, _ = _entry_type(source)
    names = TITLES if kind in CHAPTERLIKE else TITLES - {"container-title"}
    titles = {
        name: protected(value)
        for name, value in source.variables.items()
        if name in names and isinstance(value, str)
    }
    return replace(source, variables={**source.variables, **titles}, headline=True)


def _read_years(fields: Mapping[str, str], variables: dict[str, Value]) -> None:
    """The dates that stand in `year`, `month` and `day`; a year that is none may say
    that the work is in press.
    """
    for variable, prefix in _YEARS.items():
        if variable in variables or f"{prefix}year" not in fields:
            continue
        year, month, day = (
            plain_tex(fields.get(prefix + part, ""))
            for part in ("year", "month", "day")
        )
        if date := read_year(year, month, day):
            variables[variable] = date
    issued = variables.get("issued")
    if (
        isinstance(issued, Date)
        and not issued.start
        and issued.literal.lower() in _IN_PRESS
    ):
        variables.setdefault("status", issued.literal.lower())
        del variables["issued"]

"""Turn an entry's fields into a source, and a source into fields.

Both follow the table in fields.py.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from loccit._startup.dataclass import replace
from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.bibliography.formats.bibtex.converters import LISTS, Converter
from loccit.bibliography.formats.bibtex.entry_types import (
    BIBTEX_TYPES,
    GENRES,
    PERIODICAL,
    WrittenType,
    csl_type,
    entry_type,
    is_said,
)
from loccit.bibliography.formats.bibtex.fields import FIELDS, TITLES, rows_of
from loccit.bibliography.formats.bibtex.latex.read import plain_tex
from loccit.bibliography.formats.bibtex.literal_lists import write_name
from loccit.bibliography.formats.bibtex.mendeley_types import MENDELEY_TYPES
from loccit.bibliography.formats.bibtex.names import without_prefixes
from loccit.bibliography.formats.bibtex.normalize_fields import normalized
from loccit.bibliography.formats.bibtex.protect_capitals import protected
from loccit.bibliography.formats.bibtex.unread_fields import unread_fields
from loccit.model import Date, DateParts, Place, Source, Value
from loccit.values.dates import read_raw, read_year, write_year
from loccit.values.letter_case.how_typed import typed_as
from loccit.values.letter_case.idle_protection import without_idle_protection
from loccit.values.note_variables import taken_from_note

#: BibTeX's field for the publisher of some entry types.
_PUBLISHERS = {
    "mastersthesis": "school",
    "misc": "howpublished",
    "phdthesis": "school",
    "techreport": "institution",
}

#: How the names of fields for the parts of a date begin.
_YEARS = {
    "issued": "",
    "original-date": "orig",
    "event-date": "event",
    "accessed": "url",
}

#: Titles that are sentences or headlines.
_HEADLINES = frozenset(["title", "title-short", "container-title", "volume-title"])
#: Entry types whose titles are names (APA 7, 6.17: tests, software, databases).
_NAMED = frozenset(["software", "dataset"])
#: How Better BibTeX protects several words together. People write one brace.
_RUN_OF_WORDS = " {{"
#: Zotero's own keys: author, first word of the title, year. It protects all capitals.
_ZOTERO_KEY = regex(r"[^\W_A-Z][^\W_A-Z-]*(?:_[^\W_A-Z-]+)+_(?:\d{4}|nodate)(?:-\d+)?")

#: Fields of BibLaTeX alone. Such an entry has lists of publishers, institutions and
#: places, with items separated by "and".
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


class BibtexEntry(NamedTuple):
    """An entry to write: its type, and its fields with their TeX."""

    type: str
    fields: dict[str, str]


class _EntryRead(NamedTuple):
    """An entry that was read.

    Attributes:
        type: its CSL type.
        variables: its CSL variables.
        fields: its fields, normalized for the table.
        read: the names of those fields that became a variable.
    """

    type: str
    variables: dict[str, Value]
    fields: dict[str, str]
    read: set[str]


def source_of(
    key: str,
    kind: str,
    fields: Mapping[str, str],
    place: Place = Place(),
    original: str = "",
) -> Source:
    """Return the source that an entry describes.

    Args:
        key: the entry's key.
        kind: its type.
        fields: its fields: lower-case names with their TeX.
        place: where it is in the file.
        original: its text in the file, which is written again as it is.

    >>> source_of("a", "article", {"title": "On {US} Essays", "journal": "Notes", "pages": "1--2"}).variables
    {'title': 'On <span class="nocase">US</span> Essays', 'container-title': 'Notes', 'page': '1-2'}
    """
    entry = _read(kind, fields, key)

    def is_needless(name: str) -> bool:
        # Some fields are read only together with others. Whether this one was read
        # shows when the entry is read again without it: then it makes no difference.
        # An `entrysubtype` can agree with the entry type, or with what other fields
        # show, and so seem needless; written as @misc, the entry would lose its type.
        if name == "entrysubtype" and _names_type(kind, fields[name], entry.type):
            return False
        others = {other: tex for other, tex in fields.items() if other != name}
        without = _read(kind, others, key)
        return without.type == entry.type and without.variables == entry.variables

    custom = unread_fields(fields, entry.fields, entry.read, is_needless)
    if not is_said(kind, entry.type):
        custom["entrytype"] = kind
    return Source(
        key,
        entry.type,
        entry.variables,
        place,
        headline=True,
        original=original,
        custom=custom,
    )


def _names_type(kind: str, subtype: str, type_: str) -> bool:
    """Return whether an `entrysubtype` alone means a CSL type."""
    if csl_type("misc", subtype, ()) == type_:
        return True
    return csl_type(kind, subtype, ()) == type_ != csl_type(kind, "", ())


def has_lists(kind: str, fields: Iterable[str]) -> bool:
    """Return whether an entry is certainly BibLaTeX's, which has literal lists."""
    if kind not in BIBTEX_TYPES:
        return True
    return not _BIBLATEX_FIELDS.isdisjoint(fields)


def fields_of(source: Source) -> BibtexEntry:
    """Return the BibTeX entry for a source; capitals of titles are protected.

    >>> entry = fields_of(Source("a", "report", {"title": "R&d", "publisher": "ACME", "number": "7"}))
    >>> entry.type, entry.fields
    ('techreport', {'title': 'R\\\\&d', 'number': '7', 'institution': 'ACME'})
    """
    source = in_headline_case(source)
    kind, subtype = _entry_type(source)
    fields: dict[str, str] = {}
    written: set[str] = set()
    for field, variable, converter, only in FIELDS:
        value = source.variables.get(variable)
        if value is None or variable in written or field in fields:
            continue
        if only is not None and kind not in only:
            continue
        if variable == "publisher":
            field = _PUBLISHERS.get(kind, field)
        fields |= _written(field, value, converter)
        written.add(variable)
    if csl_type(kind, "", fields) != source.type:
        # @misc with a `url`, for example, would be a web page.
        fields["entrysubtype"] = subtype or source.type
    if fields.get("type") == GENRES.get(kind, ""):
        fields.pop("type", None)
    return BibtexEntry(kind, fields)


def in_headline_case(source: Source) -> Source:
    """Protect the capitals of titles in sentence case, for BibTeX's styles.

    All leave the names of journals alone.
    """
    kind = _entry_type(source).type
    names = TITLES - {"container-title"} if kind in PERIODICAL else TITLES
    titles = {
        name: protected(value)
        for name, value in source.variables.items()
        if name in names and isinstance(value, str) and _is_sentence(source, value)
    }
    return replace(source, variables={**source.variables, **titles}, headline=True)


def _is_sentence(source: Source, title: str) -> bool:
    typed = typed_as(title)
    if not source.headline or typed == "sentence":
        return True
    # The other titles of its new file may not show it.
    return source.habits.sentences and typed == "unclear"


def _read(
    kind: str,
    given: Mapping[str, str],
    key: str,
) -> _EntryRead:
    kind = MENDELEY_TYPES.get(kind, kind)
    fields = normalized(kind, given)
    as_lists = has_lists(kind, given)
    variables: dict[str, Value] = {}
    read: set[str] = set()
    for field, variable, converter, _ in rows_of(kind, frozenset(fields), as_lists):
        if variable in variables or field in read:
            continue
        value = converter.read(fields[field])
        if value:
            variables[variable] = value
            read.add(field)
    if kind not in _NAMED:
        _drop_idle_protection(given, variables, key)
    _read_years(fields, variables)
    if "options" in fields and _USEPREFIX.search(fields["options"]):
        for variable, value in variables.items():
            if isinstance(value, tuple):
                variables[variable] = without_prefixes(value)
    if variables.get("container-author") == variables.get("author"):
        variables.pop("container-author", None)  # a chapter of one's own book
    type_ = csl_type(kind, fields.get("entrysubtype", ""), fields)
    if type_ in ("speech", "paper-conference"):
        _use_date_of_event(variables)
    if ":" in str(variables.get("note", "")):
        type_, variables = _with_note_read(type_, variables)
    return _EntryRead(type_, variables, fields, read)


def _with_note_read(
    type_: str, variables: dict[str, Value]
) -> tuple[str, dict[str, Value]]:
    """Take variables from the note, where Zotero has the field "Extra"."""
    source = taken_from_note(Source("", type_, variables))
    taken = dict(source.variables)
    for name, value in taken.items():
        if isinstance(value, Date):
            taken[name] = read_raw(value)
    return source.type, taken


def _drop_idle_protection(
    given: Mapping[str, str],
    variables: dict[str, Value],
    key: str,
) -> None:
    """Drop the braces of programs that put them around all capitals."""
    protected = {
        variable: title
        for variable in _HEADLINES & variables.keys()
        if isinstance(title := variables[variable], str) and "<" in title
    }
    if not protected:
        return
    runs = any(_RUN_OF_WORDS in value for value in given.values())
    certain = runs or bool(_ZOTERO_KEY.fullmatch(key))
    for variable, title in protected.items():
        variables[variable] = without_idle_protection(title, runs=runs, certain=certain)


def _use_date_of_event(variables: dict[str, Value]) -> None:
    """Date a talk that is in no proceedings by the days of its event."""
    event, issued = variables.get("event-date"), variables.get("issued")
    if not isinstance(event, Date):
        return
    is_given = "container-title" not in variables and _is_year_of(issued, event)
    if issued is None or is_given:
        variables["issued"] = variables.pop("event-date")


def _is_year_of(value: Value | None, date: Date) -> bool:
    if not isinstance(value, Date) or value.start is None or date.start is None:
        return False
    return value.start == DateParts(date.start.year) and value.end is None


def _read_years(fields: Mapping[str, str], variables: dict[str, Value]) -> None:
    """Read the dates in `year`, `month` and `day`.

    A `year` without a number may say that the work is in press.
    """
    for variable, prefix in _YEARS.items():
        if variable in variables or f"{prefix}year" not in fields:
            continue
        year = plain_tex(fields[f"{prefix}year"])
        month = plain_tex(fields.get(f"{prefix}month", ""))
        day = plain_tex(fields.get(f"{prefix}day", ""))
        date = read_year(year, month, day)
        if date:
            variables[variable] = date
    issued = variables.get("issued")
    if not isinstance(issued, Date) or issued.start:
        return
    status = issued.literal.lower()
    if status in _IN_PRESS:
        variables.setdefault("status", status)
        del variables["issued"]


def _written(field: str, value: Value, converter: Converter) -> dict[str, str]:
    """Write a variable as a field; a date as `year`, `month` and `day`."""
    if field == "date" and isinstance(value, Date):
        if value.literal:
            return {"year": converter.write(value)}
        return write_year(value)
    if converter in LISTS and isinstance(value, str):
        tex = write_name(value)
    else:
        tex = converter.write(value)
    return {field: tex} if tex else {}


def _entry_type(source: Source) -> WrittenType:
    return entry_type(
        source.type, source.text("genre"), str(source.custom.get("entrytype", ""))
    )

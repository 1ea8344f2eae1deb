"""Convert entries between BibTeX and BibLaTeX: types, names of fields, and dates.

Values stay the TeX that they are. What has one meaning in both is renamed by the
tables; all else stays, since either dialect ignores what it doesn't know.
"""

from __future__ import annotations

from collections.abc import Mapping

from loccit._startup.namedtuple import NamedTuple
from loccit.bibliography.formats.bibtex.converters import LISTS
from loccit.bibliography.formats.bibtex.entry_source import has_lists
from loccit.bibliography.formats.bibtex.entry_types import (
    BIBTEX_TYPES,
    THESES,
    csl_type,
    genre_of,
)
from loccit.bibliography.formats.bibtex.fields import FIELDS
from loccit.bibliography.formats.bibtex.join_titles import joined
from loccit.bibliography.formats.bibtex.latex.bibstrings import BIBSTRINGS
from loccit.bibliography.formats.bibtex.latex.read import plain_tex
from loccit.bibliography.formats.bibtex.latex.write import text_to_tex
from loccit.bibliography.formats.bibtex.names import split_at_and
from loccit.bibliography.formats.bibtex.normalize_fields import normalized
from loccit.model import Date
from loccit.values.csl_types import CSL_TYPES
from loccit.values.dates import read_date, read_year, write_date, write_year

Fields = dict[str, str]


class _Names(NamedTuple):
    """The names of one field in both dialects."""

    bibtex: str
    biblatex: str


class _Types(NamedTuple):
    """BibTeX's entry type, and BibLaTeX's with its `type`."""

    bibtex: str
    biblatex: str
    genre: str


#: See the BibLaTeX manual, 2.2.5.
NAMES = [
    _Names("address", "location"),
    _Names("annote", "annotation"),
    _Names("archiveprefix", "eprinttype"),
    _Names("journal", "journaltitle"),
    _Names("key", "sortkey"),
    _Names("primaryclass", "eprintclass"),
]
_TO_BIBLATEX = {names.bibtex: names.biblatex for names in NAMES}
_TO_BIBTEX = {names.biblatex: names.bibtex for names in NAMES}

#: See the BibLaTeX manual, 2.1.2.
_TYPES = [
    _Types("phdthesis", "thesis", "phdthesis"),
    _Types("mastersthesis", "thesis", "mathesis"),
    _Types("techreport", "report", "techreport"),
]

#: BibLaTeX's fields for subtitles, which BibTeX has in the title.
_SUBTITLES = {
    "title": "subtitle",
    "booktitle": "booksubtitle",
    "journal": "journalsubtitle",
}

#: The nearest type of BibTeX for one of BibLaTeX alone; `misc` for all others.
_NEAREST = {
    "bookinbook": "inbook",
    "collection": "book",
    "inreference": "incollection",
    "mvbook": "book",
    "mvcollection": "book",
    "mvproceedings": "proceedings",
    "mvreference": "book",
    "reference": "book",
    "report": "techreport",
    "review": "article",
    "suppbook": "inbook",
    "suppcollection": "incollection",
    "suppperiodical": "article",
    "thesis": "phdthesis",
}

#: The entry type in BibLaTeX of an entry whose `entrysubtype` is a CSL type (manual,
#: 2.1).
_OF_SUBTYPE = {
    "article": "online",
    "dataset": "dataset",
    "entry": "inreference",
    "entry-dictionary": "inreference",
    "entry-encyclopedia": "inreference",
    "graphic": "artwork",
    "legal_case": "jurisdiction",
    "legislation": "legislation",
    "motion_picture": "video",
    "patent": "patent",
    "performance": "performance",
    "personal_communication": "letter",
    "post": "online",
    "post-weblog": "online",
    "review": "review",
    "software": "software",
    "song": "audio",
    "standard": "standard",
    "treaty": "legal",
    "webpage": "online",
}

#: Fields that are literal lists in BibLaTeX, and one name in BibTeX.
_LISTS = {row.field for row in FIELDS if row.converter in LISTS} | {"location"}


def to_biblatex(kind: str, fields: Mapping[str, str]) -> tuple[str, Fields]:
    """Convert an entry to BibLaTeX.

    >>> to_biblatex("phdthesis", {"title": "Doors", "school": "UCLA", "year": "2015", "month": "mar"})
    ('thesis', {'type': 'phdthesis', 'title': 'Doors', 'institution': 'UCLA', 'date': '2015-03'})
    """
    new_kind, new = kind, renamed(fields, _TO_BIBLATEX)
    for types in _TYPES:
        if kind == types.bibtex:
            new_kind, new = types.biblatex, {"type": types.genre, **new}
    if kind in BIBTEX_TYPES:
        new_kind = _OF_SUBTYPE.get(fields.get("entrysubtype", ""), new_kind)
    if kind == "conference":
        new_kind = "inproceedings"
    if new_kind in ("thesis", "report"):
        new = renamed(new, {"school": "institution"})
    for prefix in ("", "orig", "event", "url"):
        new = with_date(new, prefix, _date_in_parts(new, prefix))
    new = _with_subtype(kind, fields, new_kind, new)
    if has_lists(new_kind, new) and not has_lists(kind, fields):
        for name in _LISTS & new.keys():
            if len(_items(new[name])) > 1:
                new[name] = f"{{{new[name]}}}"
    return new_kind, new


def to_bibtex(kind: str, fields: Mapping[str, str]) -> tuple[str, Fields]:
    """Convert an entry to what BibTeX's styles know.

    >>> to_bibtex("thesis", {"type": "phdthesis", "title": "Doors", "institution": "UCLA", "date": "2015-03"})
    ('phdthesis', {'title': 'Doors', 'school': 'UCLA', 'year': '2015', 'month': 'mar'})
    """
    new = renamed(fields, _TO_BIBTEX)
    genre = new.get("type", "").strip().lower()
    new_kind = _bibtex_type(kind, genre)
    if new_kind in THESES and (new_kind, "thesis", genre) in _TYPES:
        del new["type"]
    elif genre in BIBSTRINGS:
        # BibTeX would print the localization key.
        new["type"] = text_to_tex(BIBSTRINGS[genre])
    if new_kind == "misc":
        words = genre_of(kind, new.get("entrysubtype", ""))
        if words:
            new.setdefault("type", text_to_tex(words))
    if new_kind in THESES:
        new = renamed(new, {"institution": "school"})
    _join_subtitles(new)
    new = _with_subtype(kind, fields, new_kind, _with_year(new))
    if has_lists(kind, fields) and not has_lists(new_kind, new):
        for name in _LISTS & new.keys():
            new[name] = "; ".join(_items(new[name]))
    return new_kind, new


def renamed(fields: Mapping[str, str], names: Mapping[str, str]) -> Fields:
    """Rename fields; one whose new name is taken keeps its own."""
    new = {}
    for name, tex in fields.items():
        new_name = names.get(name, name)
        new[name if new_name in fields else new_name] = tex
    return new


def with_date(fields: Fields, prefix: str, date: Date | None) -> Fields:
    """Replace year, month and day by a date, if BibLaTeX can express it."""
    year, month, day = (f"{prefix}{part}" for part in ("year", "month", "day"))
    if not date or not date.start or date.literal or year not in fields:
        return fields
    written = write_date(date)
    if read_date(written) != date:
        return fields
    new = {}
    for name, tex in fields.items():
        if name == year:
            new[f"{prefix}date"] = written
        elif name not in (month, day):
            new[name] = tex
    new[f"{prefix}date"] = written
    return new


def _bibtex_type(kind: str, genre: str) -> str:
    if kind in BIBTEX_TYPES:
        return kind
    is_below_doctorate = "master" in genre or genre in ("mathesis", "bathesis")
    if kind == "thesis" and is_below_doctorate:
        return "mastersthesis"
    return _NEAREST.get(kind, "misc")


def _join_subtitles(fields: Fields) -> None:
    for title, subtitle in _SUBTITLES.items():
        if title not in fields or subtitle not in fields:
            continue
        if title == "title":
            fields.setdefault("shorttitle", fields[title])
        fields[title] = joined(fields[title], fields.pop(subtitle), ":")


def _date_in_parts(fields: Fields, prefix: str) -> Date | None:
    """Read year, month and day, if there is no date."""
    if f"{prefix}date" in fields:
        return None
    year = plain_tex(fields.get(f"{prefix}year", ""))
    month = plain_tex(fields.get(f"{prefix}month", ""))
    day = plain_tex(fields.get(f"{prefix}day", ""))
    return read_year(year, month, day)


def _with_year(fields: Fields) -> Fields:
    """Replace a date by year, month and day."""
    date = read_date(fields.get("date", ""))
    if date is None or "year" in fields:
        return fields
    new: Fields = {}
    for name, tex in fields.items():
        if name == "date":
            new |= write_year(date)
        else:
            new[name] = tex
    return new


def _with_subtype(
    kind: str, fields: Mapping[str, str], new_kind: str, new: Fields
) -> Fields:
    """Add an `entrysubtype` only if the new type alone would mean another CSL type."""
    if new_kind == kind:
        return new
    meant = _csl_type(kind, fields)
    bare = {name: tex for name, tex in new.items() if name != "entrysubtype"}
    subtype = new.get("entrysubtype", "")
    is_csl_type = not subtype or subtype in CSL_TYPES
    if is_csl_type and _csl_type(new_kind, bare) == meant:
        return bare
    if _csl_type(new_kind, new) == meant:
        return new
    return {**new, "entrysubtype": meant}


def _items(tex: str) -> list[str]:
    return [item.strip() for item in split_at_and(tex)]


def _csl_type(kind: str, fields: Mapping[str, str]) -> str:
    known = normalized(kind, fields)
    return csl_type(kind, known.get("entrysubtype", ""), known)

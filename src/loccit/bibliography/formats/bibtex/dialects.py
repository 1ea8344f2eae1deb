"""BibTeX's entries as BibLaTeX's, and back: types, names of fields, dates; values stay
the TeX that they are.

What has one meaning in both is renamed by the tables; all else stays, for each passes
over what it does not know.
"""

from __future__ import annotations

from collections.abc import Mapping

from loccit.bibliography.formats.bibtex.bibstrings import BIBSTRINGS
from loccit.bibliography.formats.bibtex.converters import LIST
from loccit.bibliography.formats.bibtex.entry_source import has_lists
from loccit.bibliography.formats.bibtex.entry_types import (
    BIBTEX_TYPES,
    THESES,
    csl_type,
    genre_of,
)
from loccit.bibliography.formats.bibtex.fields import FIELDS
from loccit.bibliography.formats.bibtex.join_titles import joined
from loccit.bibliography.formats.bibtex.latex.read import plain_tex
from loccit.bibliography.formats.bibtex.latex.write import text_to_tex
from loccit.bibliography.formats.bibtex.names import split_at_and
from loccit.bibliography.formats.bibtex.normalize_fields import normalized
from loccit.model import Date
from loccit.values.csl_types import CSL_TYPES
from loccit.values.dates import read_date, read_year, write_date, write_year

Fields = dict[str, str]

#: BibTeX's name of a field, and BibLaTeX's (manual, 2.2.5).
NAMES = (
    ("address", "location"),
    ("annote", "annotation"),
    ("archiveprefix", "eprinttype"),
    ("journal", "journaltitle"),
    ("key", "sortkey"),
    ("primaryclass", "eprintclass"),
)

#: BibTeX's entry type, and BibLaTeX's with its `type` (manual, 2.1.2).
TYPES = (
    ("phdthesis", "thesis", "phdthesis"),
    ("mastersthesis", "thesis", "mathesis"),
    ("techreport", "report", "techreport"),
)

#: The nearest of BibTeX's types for one of BibLaTeX alone; `misc` for all others.
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

#: What an entry is in BibLaTeX whose `entrysubtype` is this item type of CSL (manual,
#: 2.1; letters and films as there).
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


#: In BibLaTeX lists parted by "and", in BibTeX one name.
_LISTS = frozenset(
    ["location", *(row.field for row in FIELDS if row.converter is LIST)]
)


def to_biblatex(kind: str, fields: Mapping[str, str]) -> tuple[str, Fields]:
    """An entry as BibLaTeX has it.

    >>> to_biblatex("phdthesis", {"title": "Doors", "school": "UCLA", "year": "2015", "month": "mar"})
    ('thesis', {'type': 'phdthesis', 'title': 'Doors', 'institution': 'UCLA', 'date': '2015-03'})
    """
    new_kind, new = kind, renamed(fields, dict(NAMES))
    for bibtex, biblatex, said in TYPES:
        if kind == bibtex:
            new_kind, new = biblatex, {"type": said} | new
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
        new |= {
            name: f"{{{tex}}}"
            for name, tex in new.items()
            if name in _LISTS and len(_items(tex)) > 1
        }
    return new_kind, new


def to_bibtex(kind: str, fields: Mapping[str, str]) -> tuple[str, Fields]:
    """An entry as BibTeX's styles know it.

    >>> to_bibtex("thesis", {"type": "phdthesis", "title": "Doors", "institution": "UCLA", "date": "2015-03"})
    ('phdthesis', {'title': 'Doors', 'school': 'UCLA', 'year': '2015', 'month': 'mar'})
    """
    new_kind, new = (
        kind,
        renamed(fields, {biblatex: bibtex for bibtex, biblatex in NAMES}),
    )
    said = new.get("type", "").strip().lower()
    if kind not in BIBTEX_TYPES:
        is_below = kind == "thesis" and (
            "master" in said or said in ("mathesis", "bathesis")
        )
        new_kind = "mastersthesis" if is_below else _NEAREST.get(kind, "misc")
    if new_kind in THESES and (new_kind, "thesis", said) in TYPES:
        del new["type"]
    elif said in BIBSTRINGS:  # a key, which BibTeX would print
        new["type"] = text_to_tex(BIBSTRINGS[said])
    if new_kind == "misc" and (genre := genre_of(kind, new.get("entrysubtype", ""))):
        new.setdefault("type", text_to_tex(genre))
    if new_kind in THESES:
        new = renamed(new, {"institution": "school"})
    for title, subtitle in (
        ("title", "subtitle"),
        ("booktitle", "booksubtitle"),
        ("journal", "journalsubtitle"),
    ):
        if title in new and subtitle in new:
            if title == "title":
                new.setdefault("shorttitle", new[title])
            new[title] = joined(new[title], new.pop(subtitle), ":")
    new = _with_subtype(kind, fields, new_kind, _with_year(new))
    if has_lists(kind, fields) and not has_lists(new_kind, new):
        new |= {
            name: "; ".join(_items(tex)) for name, tex in new.items() if name in _LISTS
        }
    return new_kind, new


def renamed(fields: Mapping[str, str], names: Mapping[str, str]) -> Fields:
    """The fields by their new names; one whose new name is there already keeps its own."""
    return {
        name if names.get(name, name) in fields else names[name]: tex
        for name, tex in fields.items()
    }


def with_date(fields: Fields, prefix: str, date: Date | None) -> Fields:
    """With `date` for year, month and day, where BibLaTeX can say it."""
    year, *parts = (f"{prefix}{part}" for part in ("year", "month", "day"))
    if (
        not date
        or not date.start
        or date.literal
        or year not in fields
        or read_date(write_date(date)) != date
    ):
        return fields
    named = {
        f"{prefix}date" if name == year else name: tex
        for name, tex in fields.items()
        if name not in parts
    }
    return named | {f"{prefix}date": write_date(date)}


def _date_in_parts(fields: Fields, prefix: str) -> Date | None:
    """What year, month and day say, where no date does."""
    if f"{prefix}date" in fields:
        return None
    return read_year(
        *(
            plain_tex(fields.get(f"{prefix}{part}", ""))
            for part in ("year", "month", "day")
        )
    )


def _with_year(fields: Fields) -> Fields:
    """With year, month and day for a date."""
    date = read_date(fields.get("date", ""))
    if date is None or "year" in fields:
        return fields
    new: Fields = {}
    for name, tex in fields.items():
        new |= write_year(date) if name == "date" else {name: tex}
    return new


def _with_subtype(
    kind: str, fields: Mapping[str, str], new_kind: str, new: Fields
) -> Fields:
    """With an `entrysubtype` where the new type alone would mean another kind of work,
    and only there.
    """
    if new_kind == kind:
        return new
    meant = _csl_type(kind, fields)
    bare = {name: tex for name, tex in new.items() if name != "entrysubtype"}
    if (
        new.get("entrysubtype", "") in ("", *CSL_TYPES)
        and _csl_type(new_kind, bare) == meant
    ):
        return bare
    return new if _csl_type(new_kind, new) == meant else {**new, "entrysubtype": meant}


def _items(tex: str) -> list[str]:
    return [item.strip() for item in split_at_and(tex)]


def _csl_type(kind: str, fields: Mapping[str, str]) -> str:
    known = normalized(kind, fields)
    return csl_type(kind, known.get("entrysubtype", ""), known)

"""Fields of BibTeX and BibLaTeX <-> variables of CSL: one table, read in both directions.

Where several fields mean one variable, the first that an entry has is taken, and the first is what the variable is
written as.  Before the table is read, what takes two fields together is made one (`title: subtitle`, the roles of
editors, the titles of a work in several volumes); `year` and `month` are one date.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from loccit.bibliography.converters import (
    BIBSTRING,
    DATE,
    DOI,
    EDITION,
    LANGUAGE,
    LIST,
    NAMES,
    PAGES,
    TEXT,
    TITLE,
    VERBATIM,
    Converter,
    read_verbatim,
)
from loccit.bibliography.dates import read_year, write_year
from loccit.bibliography.entry_types import BOOKLIKE, CHAPTERLIKE, GENRES, PERIODICAL, THESES, csl_type, entry_type
from loccit.bibliography.latex import tex_to_text, without_markup
from loccit.model import Date, Place, Source, Value


class Field(NamedTuple):
    """A field of the entry types `only` (or of all), the CSL variable it is, and how its value is converted."""

    field: str
    variable: str
    converter: Converter = TEXT
    only: frozenset[str] | None = None


FIELDS = (
    # names
    Field("author", "author", NAMES),
    Field("editor", "editor", NAMES),
    Field("bookauthor", "container-author", NAMES),
    Field("translator", "translator", NAMES),
    Field("director", "director", NAMES),
    Field("producer", "producer", NAMES),
    Field("execproducer", "executive-producer", NAMES),
    Field("compiler", "compiler", NAMES),
    Field("organizer", "organizer", NAMES),
    Field("narrator", "narrator", NAMES),
    Field("illustrator", "illustrator", NAMES),
    Field("composer", "composer", NAMES),
    Field("performer", "performer", NAMES),
    Field("interviewer", "interviewer", NAMES),
    Field("recipient", "recipient", NAMES),
    Field("with", "contributor", NAMES),
    Field("serieseditor", "collection-editor", NAMES),
    # titles
    Field("title", "title", TITLE),
    Field("shorttitle", "title-short", TITLE),
    Field("booktitle", "container-title", TITLE, CHAPTERLIKE),
    Field("journal", "container-title", TITLE, PERIODICAL),
    Field("journal", "container-title", TITLE),
    Field("booktitle", "container-title", TITLE),
    Field("shortjournal", "container-title-short", TITLE),
    Field("volumetitle", "volume-title", TITLE),
    Field("series", "collection-title", TITLE),
    Field("eventtitle", "event-title", TITLE),
    Field("origtitle", "original-title", TITLE),
    Field("reviewtitle", "reviewed-title", TITLE),
    # dates
    Field("date", "issued", DATE),
    Field("origdate", "original-date", DATE),
    Field("eventdate", "event-date", DATE),
    Field("urldate", "accessed", DATE),
    # numbers
    Field("volume", "volume"),
    Field("number", "issue", TEXT, PERIODICAL),
    Field("number", "collection-number", TEXT, BOOKLIKE),
    Field("eid", "number", TEXT, PERIODICAL),
    Field("number", "number"),
    Field("issue", "issue"),
    Field("pages", "page", PAGES),
    Field("part", "part-number"),
    Field("chapter", "chapter-number"),
    Field("edition", "edition", EDITION),
    Field("volumes", "number-of-volumes"),
    Field("pagetotal", "number-of-pages"),
    Field("version", "version"),
    # publishers and places
    Field("institution", "publisher", LIST, THESES),
    Field("school", "publisher", LIST, THESES),
    Field("publisher", "publisher", LIST),
    Field("publisher", "archive", LIST, THESES),  # a database that holds it
    Field("institution", "publisher", LIST),
    Field("school", "publisher", LIST),
    Field("organization", "publisher", LIST),
    Field("howpublished", "genre", BIBSTRING, frozenset(["unpublished"])),
    Field("howpublished", "publisher"),
    Field("address", "publisher-place", LIST),
    Field("venue", "event-place"),
    Field("origpublisher", "original-publisher", LIST),
    Field("origlocation", "original-publisher-place", LIST),
    # what kind of work
    Field("type", "genre", BIBSTRING),
    Field("titleaddon", "genre", TITLE),
    Field("titleaddon", "medium", TITLE),
    Field("pubstate", "status", BIBSTRING),
    Field("language", "language", LANGUAGE),
    # identifiers
    Field("doi", "DOI", DOI),
    Field("url", "URL", VERBATIM),
    Field("isbn", "ISBN", VERBATIM),
    Field("issn", "ISSN", VERBATIM),
    Field("pmid", "PMID", VERBATIM),
    Field("pmcid", "PMCID", VERBATIM),
    Field("library", "call-number"),
    # notes
    Field("note", "note"),
    Field("annotation", "annote"),
    Field("abstract", "abstract"),
    Field("keywords", "keyword"),
    # beyond CSL: the abbreviation of a group's name
    Field("shortauthor", "short-author", NAMES),
)

#: Other names of fields (BibLaTeX manual, 2.2.5, and common use).
ALIASES = {
    "annote": "annotation",
    "archiveprefix": "eprinttype",
    "hyphenation": "langid",
    "journaltitle": "journal",
    "key": "sortkey",
    "location": "address",
    "primaryclass": "eprintclass",
}

#: `editortype` (BibLaTeX manual, 2.3.6) and the field whose names they are.
_EDITOR_ROLES = {
    "collaborator": "with",
    "compiler": "compiler",
    "director": "director",
    "illustrator": "illustrator",
    "narrator": "narrator",
    "organizer": "organizer",
    "producer": "producer",
}

_SUBTITLES = {
    "title": "subtitle",
    "booktitle": "booksubtitle",
    "maintitle": "mainsubtitle",
    "journal": "journalsubtitle",
    "issuetitle": "issuesubtitle",
}

#: What BibTeX calls the publisher of some works.
_PUBLISHERS = {"techreport": "institution", "phdthesis": "school", "mastersthesis": "school"}

_EPRINT_ADDRESSES = {
    "arxiv": "https://arxiv.org/abs/",
    "jstor": "https://www.jstor.org/stable/",
    "pubmed": "https://pubmed.ncbi.nlm.nih.gov/",
    "hdl": "https://hdl.handle.net/",
    "googlebooks": "https://books.google.com/books?id=",
}

_IN_PRESS = frozenset(["in press", "forthcoming", "to appear", "submitted", "in preparation", "under review"])


def source_of(key: str, kind: str, fields: Mapping[str, str], place: Place = Place()) -> Source:
    """The source that an entry of type `kind` describes; `fields` are lower-case names with their TeX.

    >>> source_of("a", "article", {"title": "On {US} Essays", "journal": "Notes", "pages": "1--2"}).variables
    {'title': 'On <span class="nocase">US</span> Essays', 'container-title': 'Notes', 'page': '1-2'}
    """
    fields = _prepared(kind, fields)
    variables: dict[str, Value] = {}
    read: set[str] = set()
    for field, variable, converter, only in FIELDS:
        if variable in variables or field in read or field not in fields or (only is not None and kind not in only):
            continue
        if value := converter.read(fields[field]):
            variables[variable] = value
            read.add(field)
    _read_year(fields, variables)
    if variables.get("container-author") == variables.get("author"):
        variables.pop("container-author", None)  # a chapter of one's own book
    return Source(key, csl_type(kind, fields.get("entrysubtype", ""), fields), variables, place, headline=True)


def fields_of(source: Source) -> tuple[str, dict[str, str]]:
    """The BibTeX entry type and fields of a source.

    >>> fields_of(Source("a", "report", {"title": "R&D", "publisher": "ACME", "number": "7"}))
    ('techreport', {'title': 'R\\\\&D', 'number': '7', 'institution': 'ACME'})
    """
    kind, subtype = entry_type(source.type, source.text("genre"))
    fields: dict[str, str] = {}
    written: set[str] = set()
    for field, variable, converter, only in FIELDS:
        value = source.variables.get(variable)
        if value is None or variable in written or field in fields or (only is not None and kind not in only):
            continue
        if variable == "publisher":
            field = _PUBLISHERS.get(kind, field)
        if field == "date" and isinstance(value, Date):
            fields |= write_year(value)
        elif tex := converter.write(value):
            fields[field] = tex
        written.add(variable)
    if subtype:
        fields["entrysubtype"] = subtype
    if fields.get("type") == GENRES.get(kind, ""):
        fields.pop("type", None)
    return kind, fields


def _prepared(kind: str, given: Mapping[str, str]) -> dict[str, str]:
    """The fields with aliases resolved and what belongs together joined; still TeX."""
    fields: dict[str, str] = {}
    for name, tex in given.items():
        if tex:
            fields.setdefault(ALIASES.get(name, name), tex)
    _join_titles(kind, fields)
    _give_roles(fields)
    if addendum := fields.get("addendum"):
        fields["note"] = _joined(fields.get("note", ""), addendum, ".")
    if "langid" in fields:
        fields["language"] = fields["langid"]
    if kind in GENRES:
        fields.setdefault("type", GENRES[kind])
    if "eid" in fields:
        fields.setdefault("pages", fields["eid"])
    _find_address(fields)
    return fields


def _join_titles(kind: str, fields: dict[str, str]) -> None:
    if "title" in fields and "subtitle" in fields:
        fields.setdefault("shorttitle", fields["title"])
    for title, subtitle in _SUBTITLES.items():
        if title in fields and subtitle in fields:
            fields[title] = _joined(fields[title], fields[subtitle], ":")
    if kind == "periodical":  # its title is the journal's
        if "title" in fields:
            fields["journal"] = fields.pop("title")
        if "issuetitle" in fields:
            fields["title"] = fields["issuetitle"]
    elif main := fields.get("maintitle"):
        volume = "booktitle" if kind in CHAPTERLIKE else "title"
        if volume in fields:
            fields["volumetitle"] = fields[volume]
        fields[volume] = main


def _joined(first: str, second: str, mark: str) -> str:
    """Both texts with `mark` between them, unless the first ends in a mark of its own."""
    if not first:
        return second
    return f"{first} {second}" if first.rstrip("}").endswith(tuple("?!.,:;")) else f"{first}{mark} {second}"


def _give_roles(fields: dict[str, str]) -> None:
    """Editors who are directors or the like get the field of their own that CSL has for them."""
    for suffix in ("", "a", "b", "c"):
        role = fields.get(f"editor{suffix}type", "").strip().lower()
        field = _EDITOR_ROLES.get(role)
        if field and f"editor{suffix}" in fields:
            fields.setdefault(field, fields.pop(f"editor{suffix}"))


def _find_address(fields: dict[str, str]) -> None:
    """An address that stands in `howpublished` or follows from `eprint`."""
    howpublished = read_verbatim(fields.get("howpublished", ""))
    if howpublished.startswith(("http://", "https://")):
        fields.setdefault("url", howpublished.split()[0])
        del fields["howpublished"]
    address = _EPRINT_ADDRESSES.get(fields.get("eprinttype", "").strip().lower())
    if address and "eprint" in fields:
        fields.setdefault("url", address + read_verbatim(fields["eprint"]))


def _read_year(fields: Mapping[str, str], variables: dict[str, Value]) -> None:
    if "issued" not in variables and "year" in fields:
        year, month, day = (without_markup(tex_to_text(fields.get(name, ""))) for name in ("year", "month", "day"))
        if date := read_year(year, month.replace("\N{NO-BREAK SPACE}", " "), day):
            variables["issued"] = date
    issued = variables.get("issued")
    if isinstance(issued, Date) and not issued.start and issued.literal.lower() in _IN_PRESS:
        variables.setdefault("status", issued.literal.lower())
        del variables["issued"]

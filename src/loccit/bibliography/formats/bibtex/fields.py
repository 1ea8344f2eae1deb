"""The table of BibTeX's and BibLaTeX's fields and CSL's variables.

It is read in both directions. Where several fields mean one variable, the first that an
entry has is taken, and the first is the one that is written. normalize_fields.py joins
what is in several fields; `year` and `month` are one date.
"""

from __future__ import annotations

from functools import lru_cache

from loccit._startup.namedtuple import NamedTuple
from loccit.bibliography.formats.bibtex.converters import (
    BIBSTRING,
    COUNTRIES,
    DATE,
    DOI,
    EDITION,
    LANGUAGE,
    LIST,
    LISTS,
    NAMES,
    PAGES,
    PARAGRAPHS,
    PUBLISHERS,
    SERIES,
    TEXT,
    TITLE,
    VERBATIM,
    Converter,
)
from loccit.bibliography.formats.bibtex.entry_types import (
    BOOKLIKE,
    CHAPTERLIKE,
    PERIODICAL,
    THESES,
)


class Field(NamedTuple):
    """A row of the table.

    Attributes:
        field: a field's name in lower case.
        variable: the CSL variable that it means.
        converter: how its value is converted.
        only: the entry types for which the row holds; None for all.
    """

    field: str
    variable: str
    converter: Converter = TEXT
    only: frozenset[str] | None = None


#: Works that several companies make: Kandoo Films and Netflix.
_RECORDED = frozenset(["audio", "movie", "music", "performance", "video"])
_WITH_AUTHORITY = frozenset(["jurisdiction", "legmaterial"])
#: Entry types of laws and cases. In others, databases write all sorts of things into
#: `section` and `references`.
_LAWS = frozenset(
    ["jurisdiction", "legadminmaterial", "legal", "legislation", "legmaterial", "misc"]
)

FIELDS = (
    # names
    Field("author", "author", NAMES),
    Field("editor", "editor", NAMES),
    Field("bookauthor", "container-author", NAMES),
    Field("translator", "translator", NAMES),
    Field("director", "director", NAMES),
    Field("execdirector", "director", NAMES),
    Field("producer", "producer", NAMES),
    Field("writer", "script-writer", NAMES),
    Field("host", "host", NAMES),
    Field("guest", "guest", NAMES),
    Field("execproducer", "executive-producer", NAMES),
    Field("compiler", "compiler", NAMES),
    Field("organizer", "organizer", NAMES),
    Field("chair", "chair", NAMES),
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
    Field(
        "issuetitle", "volume-title", TITLE, frozenset(["article", "suppperiodical"])
    ),
    Field("volumetitle", "volume-title", TITLE),
    Field("series", "collection-title", SERIES),
    Field("eventtitle", "event-title", TITLE),
    Field("origtitle", "original-title", TITLE),
    Field("reviewtitle", "reviewed-title", TITLE),
    # dates
    Field("date", "issued", DATE),
    Field("origdate", "original-date", DATE),
    Field("eventdate", "event-date", DATE),
    Field("urldate", "accessed", DATE),
    Field("proposed", "submitted", DATE),
    # numbers
    Field("volume", "volume"),
    Field("number", "issue", TEXT, PERIODICAL),
    Field("number", "collection-number", TEXT, BOOKLIKE),
    Field("eid", "number", TEXT, PERIODICAL | BOOKLIKE),
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
    Field("institution", "publisher", PUBLISHERS, THESES),
    Field("school", "publisher", PUBLISHERS, THESES),
    Field("publisher", "publisher", LIST, _RECORDED),
    Field("publisher", "publisher", PUBLISHERS),
    Field("publisher", "archive", PUBLISHERS, THESES),  # a database that holds it
    Field("institution", "publisher", PUBLISHERS),
    Field("school", "publisher", PUBLISHERS),
    Field("organization", "authority", LIST, _WITH_AUTHORITY),
    Field("authority", "authority", LIST),
    Field("organization", "publisher", PUBLISHERS),
    Field("howpublished", "genre", BIBSTRING, frozenset(["unpublished"])),
    Field("howpublished", "publisher"),
    Field("address", "jurisdiction", COUNTRIES, frozenset(["patent"])),
    Field("address", "publisher-place", LIST),
    Field("venue", "event-place"),
    Field("origpublisher", "original-publisher", PUBLISHERS),
    Field("origlocation", "original-publisher-place", LIST),
    # what kind of work
    Field("type", "genre", BIBSTRING),
    Field("titleaddon", "genre", TITLE),
    Field("medium", "medium"),
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
    Field("eprint", "archive"),
    Field("archiveid", "archive_location"),
    Field("library", "call-number"),
    # notes
    Field("note", "note", PARAGRAPHS),
    Field("annotation", "annote", PARAGRAPHS),
    Field("abstract", "abstract"),
    Field("keywords", "keyword"),
    # variables that BibLaTeX has no field for; an import must not lose them
    Field("archive_collection", "archive_collection"),
    Field("archive-place", "archive-place"),
    Field("available-date", "available-date", DATE),
    Field("curator", "curator", NAMES),
    Field("dimensions", "dimensions"),
    Field("division", "division"),
    Field("editor-translator", "editor-translator", NAMES),
    Field("editorial-director", "editorial-director", NAMES),
    Field("jurisdiction", "jurisdiction"),
    Field("librarycatalog", "source"),  # as Zotero calls it
    Field("original-author", "original-author", NAMES),
    Field("part-title", "part-title", TITLE),
    Field("printing-number", "printing-number"),
    Field("references", "references", TEXT, _LAWS),
    Field("reviewed-author", "reviewed-author", NAMES),
    Field("reviewed-genre", "reviewed-genre"),
    Field("scale", "scale"),
    Field("section", "section", TEXT, _LAWS),
    Field("series-creator", "series-creator", NAMES),
    Field("supplement-number", "supplement-number"),
    # beyond CSL: the abbreviation of a group's name; the title to sort by; the name of a
    # law within a sentence
    Field("shortauthor", "short-author", NAMES),
    Field("sorttitle", "sort-title"),
    Field("narrativetitle", "narrative-title"),
    Field("shorthand", "citation-label"),
    Field("label", "citation-label"),
)

#: The variables that some field means.
VARIABLES = frozenset(row.variable for row in FIELDS)

#: The variables that are titles in every row.
TITLES = VARIABLES - {row.variable for row in FIELDS if row.converter is not TITLE}


@lru_cache(maxsize=1024)
def rows_of(kind: str, names: frozenset[str], as_lists: bool) -> tuple[Field, ...]:
    """Return the rows for entries of one type with exactly these fields.

    Args:
        kind: the type.
        names: of the fields.
        as_lists: whether publishers and places are literal lists, as in BibLaTeX.

    The cache saves most searches: many entries of a library have the same fields.
    """
    rows = [
        row
        for row in FIELDS
        if row.field in names and (row.only is None or kind in row.only)
    ]
    if not as_lists:
        rows = [
            row._replace(converter=TEXT) if row.converter in LISTS else row
            for row in rows
        ]
    return tuple(rows)

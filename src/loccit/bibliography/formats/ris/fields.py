"""RIS tags <-> CSL variables (RIS Format Specification, 2001; EndNote's table of tags by
type, 2011).

A tag in lower case is our own, for a value that several tags hold together, or whose
meaning depends on its form. dialects.py converts it from and to the tags of RIS.
"""

from __future__ import annotations

from loccit._startup.regex import regex
from loccit.bibliography.formats.ris.dates import read_date, write_date
from loccit.bibliography.formats.ris.types import RIS_TYPES
from loccit.bibliography.records.converters import (
    ADDRESS,
    DOI,
    EDITION,
    GENRE,
    KEYWORDS,
    LANGUAGE,
    NAMES,
    NUMBER,
    PAGES,
    PARAGRAPHS,
    TEXT,
    TITLE,
    first,
)
from loccit.bibliography.records.fields import Converter, Field
from loccit.bibliography.records.types import ARCHIVED, ARTICLES, NUMBERED
from loccit.model import Date, Value

CONFERENCE = frozenset(["paper-conference"])
#: Works whose T2 is the series, not the container.
EDITED = frozenset(
    ["book", "classic", "dataset", "map", "pamphlet", "report", "software"]
)
_BOOKS = frozenset(["book", "classic", "pamphlet"])
#: Works whose SP, without an EP, is the number of pages.
COUNTED = _BOOKS | {"manuscript", "musical_score", "thesis"}
_PARTS = frozenset(
    ["chapter", "entry-dictionary", "entry-encyclopedia", "paper-conference"]
)
#: All types except a thesis, whose T2 is a department or a database, and whose A3 is
#: the advisor.
_CONTAINED = frozenset(RIS_TYPES) - {"thesis"}
_FILMS = frozenset(["motion_picture"])
_CASES = frozenset(["legal_case"])
_LEGAL = frozenset(["bill", "hearing", "legal_case", "legislation"])
_REPUBLISHED = _BOOKS | {"chapter", "entry-encyclopedia", "document"}
_YEAR = regex(r"\d{4}")


def _write_date(value: Value) -> list[str]:
    return [write_date(value)] if isinstance(value, Date) else []


def _read_year(text: str) -> Date | None:
    """Read the year in the words about an original publication."""
    year = _YEAR.search(text)
    return read_date(year[0]) if year else None


DATE = Converter(first(read_date), _write_date)
YEAR = Converter(first(_read_year), _write_date)

FIELDS = (
    # titles
    Field("TI", "title", TITLE),
    Field("T1", "title", TITLE),
    Field("CT", "title", TITLE),
    Field("BT", "title", TITLE, _BOOKS | {"manuscript"}),
    Field("C3", "container-title", TITLE, CONFERENCE),
    Field("T2", "event-title", TITLE, CONFERENCE | {"speech"}),
    Field("T2", "collection-title", TITLE, EDITED | _FILMS),
    Field("T2", "authority", TEXT, frozenset(["hearing"])),  # the committee
    Field("T2", "container-title", TITLE, _CONTAINED),
    Field("JF", "container-title", TITLE, _CONTAINED),
    Field("BT", "container-title", TITLE, _CONTAINED),
    Field("JO", "container-title", TITLE, _CONTAINED),
    Field("J2", "container-title-short", TITLE),
    Field("JA", "container-title-short", TITLE),
    Field("J1", "container-title-short", TITLE),
    Field("JO", "container-title-short", TITLE),
    Field("T3", "collection-title", TITLE),
    Field("ST", "title-short", TITLE),
    Field("RI", "reviewed-title", TITLE),
    # names
    Field("AU", "director", NAMES, _FILMS),
    Field("A1", "director", NAMES, _FILMS),
    Field("AU", "author", NAMES),
    Field("A1", "author", NAMES),
    Field("ED", "editor", NAMES, EDITED),
    Field("A3", "editor", NAMES, EDITED),
    Field("A2", "collection-editor", NAMES, EDITED),
    Field("A2", "interviewer", NAMES, frozenset(["interview"])),
    Field("A2", "recipient", NAMES, frozenset(["personal_communication"])),
    Field("A2", "performer", NAMES, frozenset(["song"])),
    Field("A2", "container-title", TEXT, _CASES),  # Zotero's reporter
    Field("A2", "authority", TEXT, _CASES),
    Field("A2", "editor", NAMES),
    Field("ED", "editor", NAMES),
    Field("A3", "producer", NAMES, _FILMS),
    Field("A3", "collection-editor", NAMES, _CONTAINED),
    Field("A4", "translator", NAMES),
    Field("TA", "translator", NAMES),
    Field("C2", "container-author", NAMES, frozenset(["chapter"])),
    # dates
    Field("date", "issued", DATE),
    Field("OP", "original-date", YEAR, _REPUBLISHED),
    Field("OP", "references", TEXT, _LEGAL),
    Field("Y2", "accessed", DATE),
    # numbers
    Field("VL", "volume", TEXT),
    Field("VO", "volume", TEXT),  # IEEE Xplore
    Field("sn", "number", TEXT, NUMBERED),
    Field("IS", "number", TEXT, NUMBERED),
    Field("IS", "issue", TEXT),
    Field("C7", "number", TEXT, ARTICLES | CONFERENCE),
    Field("M1", "collection-number", NUMBER, _PARTS | _BOOKS),
    Field("M1", "issue", NUMBER, ARTICLES),
    Field("M1", "number", NUMBER),
    Field("count", "number-of-pages", TEXT),
    Field("pages", "page", PAGES),
    Field("NV", "number-of-volumes", TEXT),
    Field("duration", "dimensions", TEXT, _FILMS),
    Field("SV", "number", TEXT, _CASES),  # the docket
    Field("ET", "version", TEXT, frozenset(["dataset", "software"])),
    Field("ET", "edition", EDITION),
    Field("SE", "chapter-number", TEXT, frozenset(["chapter"])),
    Field("SE", "section", TEXT),
    Field("C1", "scale", TEXT, frozenset(["map"])),
    Field("C5", "medium", TEXT, frozenset(["song"])),  # Zotero's format
    Field("C3", "dimensions", TEXT, frozenset(["graphic"])),
    # publishers, places, archives
    Field("PB", "authority", TEXT, _CASES),  # the court
    Field("PB", "publisher", TEXT),
    Field("C1", "publisher-place", TEXT, CONFERENCE),
    Field("CY", "event-place", TEXT, CONFERENCE | {"speech"}),
    Field("CY", "publisher-place", TEXT),
    Field("PP", "publisher-place", TEXT),
    Field("pmid", "PMID", TEXT),
    Field("pmcid", "PMCID", TEXT),
    Field("DB", "archive", TEXT, ARCHIVED),
    Field("AN", "archive_location", TEXT, ARCHIVED),
    Field("DP", "source", TEXT),
    Field("DB", "source", TEXT),
    Field("CN", "call-number", TEXT),
    Field("LA", "genre", TEXT, frozenset(["software"])),  # Zotero's "Prog. Language"
    Field("LA", "language", LANGUAGE),
    Field("M3", "genre", GENRE),
    # identifiers
    Field("DO", "DOI", DOI),
    Field("isbn", "ISBN", TEXT),
    Field("issn", "ISSN", TEXT),
    Field("UR", "URL", ADDRESS),
    Field("L2", "URL", ADDRESS),
    Field("LK", "URL", ADDRESS),
    # notes
    Field("AB", "abstract", PARAGRAPHS),
    Field("N2", "abstract", PARAGRAPHS),
    Field("KW", "keyword", KEYWORDS),
    Field("N1", "note", PARAGRAPHS),
    Field("M2", "note", PARAGRAPHS),
    Field("RN", "annote", PARAGRAPHS),
)

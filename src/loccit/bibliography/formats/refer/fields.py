"""Tags of Refer <-> variables of CSL (refer(1); EndNote, "Creating a Tagged EndNote
Import File").

A tag stands for a field of EndNote, and what a field is called depends on the type of
the reference.
"""

from __future__ import annotations

from loccit.bibliography.records.converters import (
    ADDRESS,
    DOI,
    EDITION,
    GENRE,
    KEYWORDS,
    LANGUAGE,
    NAMES,
    PAGES,
    PARAGRAPHS,
    TEXT,
    TITLE,
    first,
)
from loccit.bibliography.records.dates import read_day
from loccit.bibliography.records.fields import Converter, Field
from loccit.bibliography.records.types import ARCHIVED, ARTICLES, NUMBERED
from loccit.model import Date
from loccit.values.dates import write_date

CSL_TYPES = {
    "aggregated database": "dataset",
    "ancient text": "classic",
    "artwork": "graphic",
    "audiovisual material": "motion_picture",
    "bill": "bill",
    "blog": "post-weblog",
    "book": "book",
    "book section": "chapter",
    "case": "legal_case",
    "catalog": "book",
    "chart or table": "figure",
    "classical work": "classic",
    "computer program": "software",
    "conference paper": "paper-conference",
    "conference proceedings": "paper-conference",
    "dataset": "dataset",
    "dictionary": "entry-dictionary",
    "discussion forum": "post",
    "edited book": "book",
    "electronic article": "article-journal",
    "electronic book": "book",
    "electronic book section": "chapter",
    "electronic source": "webpage",
    "encyclopedia": "entry-encyclopedia",
    "equation": "figure",
    "figure": "figure",
    "film or broadcast": "motion_picture",
    "generic": "document",
    "government document": "report",
    "grant": "document",
    "hearing": "hearing",
    "interview": "interview",
    "journal article": "article-journal",
    "legal rule or regulation": "regulation",
    "magazine article": "article-magazine",
    "manuscript": "manuscript",
    "map": "map",
    "multimedia application": "software",
    "music": "musical_score",
    "newspaper article": "article-newspaper",
    "online database": "dataset",
    "online multimedia": "motion_picture",
    "pamphlet": "pamphlet",
    "patent": "patent",
    "personal communication": "personal_communication",
    "podcast": "broadcast",
    "press release": "pamphlet",
    "report": "report",
    "serial": "book",
    "serial publication": "book",
    "social media": "post",
    "standard": "standard",
    "statute": "legislation",
    "television episode": "broadcast",
    "thesis": "thesis",
    "unpublished work": "manuscript",
    "web page": "webpage",
    "journal": "article-journal",
    "conference": "paper-conference",
}

#: What a CSL type is called, where several are that type.
REFERENCE_TYPES = {
    **{type_: name for name, type_ in reversed(CSL_TYPES.items())},
    "book": "book",
    "broadcast": "podcast",
    "chapter": "book section",
    "classic": "ancient text",
    "dataset": "dataset",
    "document": "generic",
    "article-journal": "journal article",
    "figure": "figure",
    "manuscript": "manuscript",
    "motion_picture": "film or broadcast",
    "pamphlet": "pamphlet",
    "paper-conference": "conference proceedings",
    "post": "discussion forum",
    "report": "report",
    "software": "computer program",
    "webpage": "web page",
}

#: Works of which %B is the series, not what they are a part of.
IN_SERIES = frozenset(
    ["book", "classic", "dataset", "map", "pamphlet", "report", "software"]
)
_BOOKS = frozenset(["book", "classic", "pamphlet"])
COUNTED = _BOOKS | {"manuscript", "thesis"}
_FILMS = frozenset(["motion_picture"])

DATE = Converter(
    first(read_day),
    lambda value: (
        [write_date(value)] if isinstance(value, Date) and write_date(value) else []
    ),
)

FIELDS = (
    Field("%A", "director", NAMES, _FILMS),
    Field("%A", "author", NAMES),
    Field("%T", "title", TITLE),
    Field("%!", "title-short", TITLE),
    Field("%J", "container-title", TITLE, ARTICLES),
    Field("%B", "event-title", TITLE, frozenset(["speech"])),
    Field("%B", "collection-title", TITLE, IN_SERIES | _FILMS),
    Field("%B", "container-title", TITLE),
    Field("%J", "container-title", TITLE),
    Field("%S", "collection-title", TITLE),
    Field("%O", "container-title-short", TITLE, ARTICLES),
    Field("%E", "collection-editor", NAMES, IN_SERIES),
    Field("%E", "interviewer", NAMES, frozenset(["interview"])),
    Field("%E", "recipient", NAMES, frozenset(["personal_communication"])),
    Field("%Y", "editor", NAMES, IN_SERIES),
    Field("%E", "editor", NAMES),
    Field("%Y", "producer", NAMES, _FILMS),
    Field("%Y", "collection-editor", NAMES),
    Field("%?", "translator", NAMES),
    Field("date", "issued", DATE),
    Field("%[", "accessed", DATE),
    Field("%V", "volume", TEXT),
    Field("%N", "collection-number", TEXT, _BOOKS),
    Field("%N", "number", TEXT, NUMBERED),
    Field("%N", "issue", TEXT),
    Field("isbn", "ISBN", TEXT),
    Field("issn", "ISSN", TEXT),
    Field("sn", "number", TEXT),
    Field("count", "number-of-pages", TEXT),
    Field("pages", "page", PAGES),
    Field("%&", "chapter-number", TEXT, frozenset(["chapter"])),
    Field("%&", "section", TEXT),
    Field("%6", "number-of-volumes", TEXT),
    Field("%7", "version", TEXT, frozenset(["software"])),
    Field("%7", "edition", EDITION),
    Field("%I", "authority", TEXT, frozenset(["legal_case"])),
    Field("%I", "publisher", TEXT),
    Field("%C", "publisher-place", TEXT),
    Field("%9", "genre", GENRE),
    Field("%*", "reviewed-title", TITLE),
    Field("%G", "language", LANGUAGE),
    Field("%R", "DOI", DOI),
    Field("%U", "URL", ADDRESS),
    Field("pmid", "PMID", TEXT),
    Field("%2", "PMCID", TEXT),
    Field("%~", "archive", TEXT, ARCHIVED),
    Field("%M", "archive_location", TEXT, ARCHIVED - {"thesis"}),
    Field("%W", "source", TEXT),
    Field("%~", "source", TEXT),
    Field("%L", "call-number", TEXT),
    Field("%K", "keyword", KEYWORDS),
    Field("%X", "abstract", PARAGRAPHS),
    Field("%Z", "note", PARAGRAPHS),
    Field("%O", "note", PARAGRAPHS),
    Field("%<", "annote", PARAGRAPHS),
)

"""Tables for reading and writing: CFF's types and fields <-> CSL's (Citation File Format
1.2.0, "Reference keys").
"""

from __future__ import annotations

from typing import Literal

from loccit._startup.namedtuple import NamedTuple

#: How the package's `__init__` reads and writes a value. An `entity` is a mapping with a
#: `name`, a `list` is a list of texts.
Kind = Literal["text", "names", "date", "entity", "list", "status"]


class Field(NamedTuple):
    """A field of CFF and its CSL variable.

    Attributes:
        path: the path of the field, as `publisher.city`.
        variable: the CSL variable.
        kind: how the value is converted.
        only: the CSL types that this applies to; all types if empty.
    """

    path: str
    variable: str
    kind: Kind = "text"
    only: frozenset[str] = frozenset()


_IN_JOURNALS = frozenset(["article-journal", "article-magazine", "article-newspaper"])
_IN_BOOKS = frozenset(
    [
        "chapter",
        "entry-dictionary",
        "entry-encyclopedia",
        "paper-conference",
        "webpage",
        "post-weblog",
    ]
)
_AT_INSTITUTIONS = frozenset(["report", "thesis"])

FIELDS = (
    Field("title", "title"),
    Field("authors", "author", "names"),
    Field("editors", "editor", "names"),
    Field("editors-series", "collection-editor", "names"),
    Field("translators", "translator", "names"),
    Field("recipients", "recipient", "names"),
    Field("date-published", "issued", "date"),
    Field("date-released", "issued", "date"),
    Field("date-accessed", "accessed", "date"),
    Field("journal", "container-title", only=_IN_JOURNALS),
    Field("collection-title", "container-title", only=_IN_BOOKS),
    Field("collection-title", "collection-title"),
    Field("volume-title", "volume-title"),
    Field("abbreviation", "title-short"),
    Field("volume", "volume"),
    Field("number-volumes", "number-of-volumes"),
    Field("issue", "issue"),
    Field("number", "number"),
    Field("edition", "edition"),
    Field("pages", "number-of-pages"),
    Field("section", "section"),
    Field("version", "version"),
    Field("institution", "publisher", "entity", _AT_INSTITUTIONS),
    Field("publisher", "publisher", "entity"),
    Field("publisher.city", "publisher-place"),
    Field("conference", "event-title", "entity"),
    Field("location", "event-place", "entity"),
    Field("thesis-type", "genre", only=frozenset(["thesis"])),
    Field("data-type", "genre", only=frozenset(["dataset"])),
    Field("medium", "medium"),
    Field("status", "status", "status"),
    Field("database", "archive"),
    Field("doi", "DOI"),
    Field("isbn", "ISBN"),
    Field("issn", "ISSN"),
    Field("pmcid", "PMCID"),
    Field("url", "URL"),
    Field("repository-code", "URL"),
    Field("languages", "language", "list"),
    Field("keywords", "keyword", "list"),
    Field("abstract", "abstract"),
    Field("notes", "note"),
)

_KEYS_OF_THE_FILE = [
    "cff-version",
    "message",
    "references",
    "preferred-citation",
    "type",
    "authors",
    "identifiers",
    "contact",
]
_KEYS_OF_DATES = ["year", "month", "issue-date", "start", "end"]
#: The keys of a file and its references that are read, or that say nothing about a work.
KNOWN_KEYS = frozenset(field.path.partition(".")[0] for field in FIELDS).union(
    _KEYS_OF_THE_FILE, _KEYS_OF_DATES
)

#: The CFF type that is written for a CSL type. Of several CSL types for one CFF type, the
#: first is read.
TYPES = {
    "article": "article",
    "article-journal": "article",
    "article-magazine": "magazine-article",
    "article-newspaper": "newspaper-article",
    "bill": "bill",
    "book": "book",
    "broadcast": "film-broadcast",
    "chapter": "book",
    "dataset": "data",
    "document": "generic",
    "entry-dictionary": "dictionary",
    "entry-encyclopedia": "encyclopedia",
    "graphic": "art",
    "hearing": "hearing",
    "legal_case": "legal-case",
    "legislation": "statute",
    "manuscript": "unpublished",
    "map": "map",
    "motion_picture": "video",
    "pamphlet": "pamphlet",
    "paper-conference": "conference-paper",
    "patent": "patent",
    "periodical": "serial",
    "personal_communication": "personal-communication",
    "post-weblog": "blog",
    "regulation": "legal-rule",
    "report": "report",
    "software": "software",
    "song": "sound-recording",
    "speech": "slides",
    "standard": "standard",
    "thesis": "thesis",
    "webpage": "website",
}
#: CFF's other types, which are only read.
MORE_TYPES = {
    "audio": "song",
    "catalogue": "book",
    "conference": "event",
    "database": "dataset",
    "dataset": "dataset",
    "edited-work": "book",
    "government-document": "report",
    "grant": "report",
    "historical-work": "classic",
    "manual": "book",
    "multimedia": "motion_picture",
    "music": "song",
    "proceedings": "book",
    "software-code": "software",
    "software-container": "software",
    "software-executable": "software",
    "software-virtual-machine": "software",
}
#: CFF's words for the status of a work, and the words that CSL styles print.
STATES = {
    "advance-online": "advance online publication",
    "in-preparation": "in preparation",
    "in-press": "in press",
    "preprint": "preprint",
    "submitted": "submitted",
}
#: CFF's name for an unknown author.
NOBODY = "anonymous"

"""Tables for reading and writing: hayagriva's types and fields <-> CSL's (hayagriva,
"File format").

A journal, a site, or the book that contains a chapter is an entry of its own, the
`parent`; so a field has a path.
"""

from __future__ import annotations

from typing import Literal

from loccit._startup.namedtuple import NamedTuple

#: How `values` reads and writes a value.
Kind = Literal["text", "title", "names", "date", "pages"]

#: The hayagriva type of an entry and of its parent, by CSL type. When an entry is read,
#: the first CSL type with both counts.
TYPES: dict[str, tuple[str, str]] = {
    "article": ("article", ""),
    "article-journal": ("article", "periodical"),
    "article-magazine": ("article", "periodical"),
    "article-newspaper": ("article", "newspaper"),
    "bill": ("legislation", ""),
    "book": ("book", ""),
    "broadcast": ("video", "video"),
    "chapter": ("chapter", "book"),
    "classic": ("original", ""),
    "collection": ("anthology", ""),
    "dataset": ("repository", ""),
    "document": ("misc", ""),
    "entry": ("entry", "reference"),
    "entry-dictionary": ("entry", "reference"),
    "entry-encyclopedia": ("entry", "reference"),
    "event": ("exhibition", ""),
    "graphic": ("artwork", ""),
    "interview": ("misc", ""),
    "legal_case": ("case", ""),
    "legislation": ("legislation", ""),
    "manuscript": ("manuscript", ""),
    "motion_picture": ("video", ""),
    "paper-conference": ("article", "proceedings"),
    "patent": ("patent", ""),
    "performance": ("performance", ""),
    "periodical": ("periodical", ""),
    "post": ("post", ""),
    "post-weblog": ("post", "blog"),
    "report": ("report", ""),
    "software": ("repository", ""),
    "song": ("audio", "audio"),
    "thesis": ("thesis", ""),
    "webpage": ("web", "web"),
}
#: Hayagriva's other types, which are only read.
MORE_TYPES = {
    "anthos": "chapter",
    "blog": "webpage",
    "conference": "event",
    "newspaper": "periodical",
    "proceedings": "book",
    "reference": "book",
    "scene": "motion_picture",
    "thread": "post",
}


class Field(NamedTuple):
    """The path of a field, its CSL variable, and how its value is converted."""

    path: str
    variable: str
    kind: Kind = "text"


#: Fields of the entry itself.
OWN = (
    Field("title", "title", "title"),
    Field("author", "author", "names"),
    Field("editor", "editor", "names"),
    Field("date", "issued", "date"),
    Field("publisher.name", "publisher"),
    Field("publisher.location", "publisher-place"),
    Field("organization", "authority"),
    Field("location", "event-place"),
    Field("edition", "edition"),
    Field("volume", "volume"),
    Field("volume-total", "number-of-volumes"),
    Field("issue", "issue"),
    Field("chapter", "chapter-number"),
    Field("page-range", "page", "pages"),
    Field("page-total", "number-of-pages"),
    Field("runtime", "dimensions"),
    Field("genre", "genre"),
    Field("serial-number.doi", "DOI"),
    Field("serial-number.isbn", "ISBN"),
    Field("serial-number.issn", "ISSN"),
    Field("serial-number.pmid", "PMID"),
    Field("serial-number.pmcid", "PMCID"),
    Field("serial-number.serial", "number"),
    Field("url.value", "URL"),
    Field("url.date", "accessed", "date"),
    Field("language", "language"),
    Field("archive", "archive"),
    Field("archive-location", "archive_location"),
    Field("call-number", "call-number"),
    Field("note", "note"),
    Field("abstract", "abstract"),
)
#: Fields of the parent: of any parent, of a journal, and of a book.
CONTAINER = (
    Field("title", "container-title", "title"),
    Field("parent.title", "collection-title", "title"),
)
OF_JOURNAL = (
    Field("volume", "volume"),
    Field("issue", "issue"),
    Field("serial-number.issn", "ISSN"),
)
OF_BOOK = (
    Field("editor", "editor", "names"),
    Field("author", "container-author", "names"),
    Field("publisher.name", "publisher"),
    Field("publisher.location", "publisher-place"),
    Field("edition", "edition"),
    Field("volume", "volume"),
    Field("serial-number.isbn", "ISBN"),
)
JOURNALS = frozenset(["article-journal", "article-magazine", "article-newspaper"])
BOOKS = frozenset(
    ["chapter", "entry", "entry-dictionary", "entry-encyclopedia", "paper-conference"]
)

#: The roles in `affiliated`, and their CSL variables.
ROLES = {
    "translator": "translator",
    "compiler": "compiler",
    "organizer": "organizer",
    "composer": "composer",
    "producer": "producer",
    "executive-producer": "executive-producer",
    "writer": "script-writer",
    "director": "director",
    "illustrator": "illustrator",
    "narrator": "narrator",
    "cast-member": "performer",
    "collaborator": "contributor",
}

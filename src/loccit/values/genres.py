"""Genres of works, as databases export them."""

from __future__ import annotations

from loccit._startup.regex import regex
from loccit.values.character_references import one_line

#: Document types of Scopus, Web of Science and EBSCO: as a genre, a reference would
#: print them in brackets.
_DOCUMENT_TYPES = frozenset(
    [
        "article",
        "article in press",
        "book",
        "book chapter",
        "book review",
        "chapter",
        "conference paper",
        "conference proceeding",
        "conference review",
        "data paper",
        "early access",
        "editorial",
        "editorial material",
        "erratum",
        "journal",
        "journal article",
        "letter",
        "magazine article",
        "newspaper article",
        "note",
        "original article",
        "proceedings paper",
        "report",
        "research article",
        "research paper",
        "review",
        "review article",
        "short survey",
        "text",
        "web",
        "web page",
    ]
)
#: A class of PsycINFO: "Health & Mental Health Treatment & Prevention [3300]".
_CLASS = regex(r"\[\d{4}\]$")


def read_genre(text: str) -> str:
    """Return the genre of a work, or `""` for a document type of a database, or a class
    of PsycINFO's.

    >>> read_genre("Doctoral dissertation"), read_genre("Article")
    ('Doctoral dissertation', '')
    """
    text = one_line(text)
    is_type = text.lower().replace("-", " ") in _DOCUMENT_TYPES
    return "" if is_type or _CLASS.search(text) else text

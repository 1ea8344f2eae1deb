"""Live citations: those that a program keeps in a document, with what it knows of them.

Zotero, Mendeley, EndNote, Word and others write a code beside the text of a citation: a
field of Word, a reference mark of LibreOffice, the tag of a content control.  This room
reads and writes such codes as strings; where they are in a file, its format knows.
"""

from loccit.essays.live_citations.broken_code import BrokenCode
from loccit.essays.live_citations.codes import (
    program_of,
    read,
    what_is,
    with_printed,
)
from loccit.essays.live_citations.live_citation import (
    FieldCode,
    Kind,
    LiveCitation,
    LiveCite,
    Program,
    Record,
)

__all__ = [
    "BrokenCode",
    "FieldCode",
    "Kind",
    "LiveCitation",
    "LiveCite",
    "Program",
    "Record",
    "program_of",
    "read",
    "what_is",
    "with_printed",
]

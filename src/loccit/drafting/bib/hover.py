"""What the thing at a place of a `.bib` file is, in words."""

from __future__ import annotations

from loccit._startup.namedtuple import NamedTuple
from loccit.drafting.bib.cursor import cursor_at
from loccit.drafting.bib.entry_types import ENTRY_TYPES
from loccit.drafting.bib.fields import meaning_of
from loccit.model import Span


class Meaning(NamedTuple):
    """What a word means, and where it is."""

    text: str
    span: Span


def meaning_at(text: str, offset: int) -> Meaning | None:
    """Return what the entry type or the field at a place means.

    >>> meaning_at("@book{a, isbn = {1}}", 10)
    Meaning(text='The ISBN of the book.', span=Span(start=9, end=13))
    """
    cursor = cursor_at(text, offset)
    if cursor is None:
        return None
    word = cursor.span.of(text).lower()
    found = ""
    if cursor.typed == "type" and word in ENTRY_TYPES:
        found = f"{ENTRY_TYPES[word].meaning}."
    elif cursor.typed == "field":
        found = meaning_of(word)
    return Meaning(found, cursor.span) if found else None

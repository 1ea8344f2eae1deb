"""Where what is named at a place of a `.bib` file is defined."""

from __future__ import annotations

import re
from typing import Literal

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.bibliography.formats.bibtex.words import KEY_FIELDS
from loccit.drafting.bib.cursor import BibCursor, cursor_at
from loccit.model import Span

_KEY = regex(r"[^\s,{}\"]+")


class NamedThing(NamedTuple):
    """A key or an abbreviation that somebody wrote.

    Attributes:
        kind: which of the two.
        name: the key, or the abbreviation.
        span: where it is written.
    """

    kind: Literal["key", "string"]
    name: str
    span: Span


def named_at(text: str, offset: int) -> NamedThing | None:
    """Return the key or the abbreviation at a place: where it is defined, and where it
    is used.

    >>> named_at("@book{a, crossref = {one}}", 22)
    NamedThing(kind='key', name='one', span=Span(start=21, end=24))
    """
    cursor = cursor_at(text, offset)
    if cursor is None or cursor.block is None:
        return None
    if cursor.typed == "key" and len(cursor.span):
        return NamedThing("key", cursor.span.of(text), cursor.span)
    if cursor.block.kind == "string" and cursor.typed == "field":
        return NamedThing("string", cursor.span.of(text).lower(), cursor.span)
    if cursor.typed != "value" or cursor.field is None:
        return None
    if cursor.delimiter:
        return _key_in_value(text, offset, cursor)
    word = cursor.span.of(text)
    if not word or word.isdecimal():
        return None
    return NamedThing("string", word.lower(), cursor.span)


def string_place(text: str, name: str) -> Span | None:
    """Return the name of an abbreviation where an `@string` defines it.

    >>> string_place("@string{NP = {The New Press}}", "np")
    Span(start=8, end=10)
    """
    pattern = rf"@\s*string\s*[{{(]\s*({re.escape(name)})\s*="
    found = re.search(pattern, text, re.IGNORECASE)
    return Span(*found.span(1)) if found else None


def _key_in_value(text: str, offset: int, cursor: BibCursor) -> NamedThing | None:
    assert cursor.field
    if cursor.field.name not in KEY_FIELDS:
        return None
    for key in _KEY.finditer(text, cursor.span.start, cursor.span.end):
        if key.start() <= offset <= key.end():
            return NamedThing("key", key[0], Span(*key.span()))
    return None

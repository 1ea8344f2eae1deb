"""Complete the type of an entry after its `@`."""

from __future__ import annotations

from collections.abc import Iterator

from loccit.drafting.bib.completion.completion import BibCompletion, BibLibrary
from loccit.drafting.bib.cursor import BibCursor
from loccit.drafting.bib.entry_types import ENTRY_TYPES, NO_ENTRIES


def complete_type(cursor: BibCursor, library: BibLibrary) -> Iterator[BibCompletion]:
    """Yield every type; the braces of a new entry come with it."""
    rest = library.text[cursor.span.end :].lstrip(" \t")
    has_braces = rest.startswith(("{", "("))
    for name, kind in ENTRY_TYPES.items():
        new, after = name, ""
        if not has_braces:
            new, after = f"{name}{{", "}" if name in NO_ENTRIES else ",\n}"
        yield BibCompletion(name, "type", cursor.span, new, after, kind.meaning)

"""Complete what is typed at a place of a `.bib` file."""

from __future__ import annotations

from collections.abc import Iterator

from loccit.drafting.bib.completion.completion import BibCompletion, BibLibrary
from loccit.drafting.bib.completion.field_names import complete_field
from loccit.drafting.bib.completion.types import complete_type
from loccit.drafting.bib.completion.values import complete_value
from loccit.drafting.bib.cursor import cursor_at

__all__ = ["BibCompletion", "BibLibrary", "complete_bib"]


def complete_bib(library: BibLibrary, offset: int) -> Iterator[BibCompletion]:
    """Yield the ways to go on at a place, the likeliest first.

    >>> library = BibLibrary("@book{doe, title = {Emma}, ")
    >>> [each.label for each in complete_bib(library, len(library.text))][:3]
    ['date', 'publisher', 'author']
    """
    cursor = cursor_at(library.text, offset)
    if cursor is None:
        return
    match cursor.typed:
        case "type":
            yield from complete_type(cursor, library)
        case "field":
            yield from complete_field(cursor, library)
        case "value":
            yield from complete_value(cursor, library, offset)

"""Complete the name of a field: first what the entry needs, then what is usual."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from loccit.bibliography.formats.bibtex.words import OTHER_NAMES, one_name
from loccit.drafting.bib.blocks import BibBlock
from loccit.drafting.bib.completion.completion import BibCompletion, BibLibrary
from loccit.drafting.bib.cursor import BibCursor
from loccit.drafting.bib.entry_types import ENTRY_TYPES
from loccit.drafting.bib.fields import FIELDS, meaning_of
from loccit.drafting.bib.habits import Habits
from loccit.lint.sources.missing_field import needed_fields


def complete_field(cursor: BibCursor, library: BibLibrary) -> Iterator[BibCompletion]:
    """Yield the fields that the entry lacks."""
    block = cursor.block
    if block is None or block.kind == "string":
        return
    given = {field.name for field in block.fields if field != cursor.field}
    known = {each for name in given for each in (name, OTHER_NAMES.get(name, name))}
    known.update(map(one_name, given))
    needed = needed_fields(block.kind, given)
    habits = Habits(library.text, block)
    for name in _names(block, needed):
        own = habits.name(name)
        if one_name(own) in known:
            continue
        detail = "needed: " if name in needed else ""
        new, after = habits.written(own, cursor.span)
        yield BibCompletion(
            own, "field", cursor.span, new, after, detail + meaning_of(own)
        )


def _names(block: BibBlock, needed: Iterable[str]) -> Iterable[str]:
    kind = ENTRY_TYPES.get(block.kind)
    return dict.fromkeys([*needed, *(kind.fields if kind else ()), *FIELDS])

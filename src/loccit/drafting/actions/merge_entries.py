"""Merge two entries of one work."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from loccit.bibliography.duplicates import Works
from loccit.bibliography.formats import editable
from loccit.bibliography.formats.bibtex.edit.missing_fields import missing_fields
from loccit.drafting.acting.asked import Asked
from loccit.drafting.acting.offer import Offer
from loccit.drafting.file_edits import FileEdits
from loccit.drafting.keys.key_here import KeyHere
from loccit.drafting.keys.renaming import edits_in_essay
from loccit.drafting.keys.where_cited import citing_essays
from loccit.editing.merge_sources import merge_edits, refuse_unclear
from loccit.model import Edit, Source

#: So many sources with the same words in their titles are compared.
_MOST = 20
#: In a larger library `loccit dedupe` finds them: an index of all words takes long.
_LARGE = 5_000


def offers(asked: Asked) -> Iterator[Offer]:
    """Offer to drop another entry of the same work."""
    own = asked.entry_source
    if own is None or len(asked.library.library) > _LARGE:
        return
    works = Works()
    for source in _with_title_of(own, asked):
        works.add(source)
    pair = works.like(own)
    if pair:
        title = f"Merge `{pair.one.key}` into this entry"
        yield Offer(title, "refactor.rewrite", pair.one.key)


def edits(asked: Asked, argument: str) -> FileEdits:
    """Complete this entry with what the other has, remove that, and cite this."""
    keep, drop = asked.entry_key, argument
    library = asked.library.library
    added = missing_fields(library.require(keep), library.require(drop))
    opened = {
        path: editable(asked.workspace.text(path), str(path), path.suffix)
        for path in asked.library.files
    }
    refuse_unclear(keep, drop, [*opened.values()])
    changes: dict[Path, Sequence[Edit]] = {
        path: merge_edits(file, keep, drop, added) for path, file in opened.items()
    }
    here = KeyHere(drop, asked.path, asked.span, asked.library)
    for essay in citing_essays(asked.workspace, here):
        changes[essay.path] = edits_in_essay(essay, drop, keep)
    return {path: each for path, each in changes.items() if each}


def _with_title_of(own: Source, asked: Asked) -> Iterator[Source]:
    """Yield the other sources that have the words of a title."""
    title = own.plain("title")
    if title:
        for summary in asked.library.find(title, _MOST).summaries:
            source = asked.library.library.get(summary.key)
            if source and source.key != own.key:
                yield source

"""Sort entries by key below each heading; nothing moves past a broken entry."""

from __future__ import annotations

from collections.abc import Iterator

from loccit.bibliography.formats.bibtex.tidy.actions import Action
from loccit.bibliography.formats.bibtex.tidy.entry_blocks import (
    EntryBlock,
    entry_blocks,
)
from loccit.bibliography.formats.bibtex.tidy.file import TidyFile
from loccit.model import Edit


def _sort(file: TidyFile) -> Iterator[Edit]:
    parents = frozenset(_parents(file))

    # BibTeX finds the entry to inherit from only after its children (BibTeXing, 2.3).
    def rank(block: EntryBlock) -> tuple[bool, str, str]:
        return block.key.lower() in parents, block.key.casefold(), block.key

    for run in _runs(file):
        for place, block in zip(run, sorted(run, key=rank), strict=True):
            if place is not block:
                yield Edit(place.span, block.span.of(file.text))


def _parents(file: TidyFile) -> Iterator[str]:
    """Yield the keys that `crossref` names, in lower case."""
    for found in file.entries():
        parent = found.entry.tex("crossref") if found.entry else None
        if parent:
            yield parent.lower()


def _runs(file: TidyFile) -> Iterator[list[EntryBlock]]:
    """Yield groups of entries that may change places with each other."""
    run: list[EntryBlock] = []
    for block in entry_blocks(file):
        if run and (block.headed or not block.movable):
            yield run
            run = []
        if block.movable:
            run.append(block)
    if run:
        yield run


ACTION = Action("sort", "Sort entries by key below each heading.", of_file=_sort)

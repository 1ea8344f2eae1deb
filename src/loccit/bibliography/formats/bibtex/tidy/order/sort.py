"""Entries by their keys, below each heading; nothing moves past a broken entry."""

from __future__ import annotations

from collections.abc import Iterator

from loccit.bibliography.formats.bibtex.tidy.action import Action
from loccit.bibliography.formats.bibtex.tidy.entry_blocks import Stretch, stretches
from loccit.bibliography.formats.bibtex.tidy.file import WholeFile
from loccit.model import Edit


def _sort(file: WholeFile) -> Iterator[Edit]:
    parents = frozenset(_parents(file))
    for run in _runs(file):
        # BibTeX finds what an entry inherits from only behind it (BibTeXing, 2.3).
        ordered = sorted(
            run,
            key=lambda stretch: (
                stretch.key.lower() in parents,
                stretch.key.casefold(),
                stretch.key,
            ),
        )
        for place, stretch in zip(run, ordered, strict=True):
            if place is not stretch:
                yield Edit(place.span, stretch.span.of(file.text))


def _parents(file: WholeFile) -> Iterator[str]:
    for found in file.each():
        if parent := found.hand and found.hand.tex("crossref"):
            yield parent.lower()


def _runs(file: WholeFile) -> Iterator[list[Stretch]]:
    """Entries that may change places."""
    run: list[Stretch] = []
    for stretch in stretches(file):
        if run and (stretch.headed or not stretch.movable):
            yield run
            run = []
        if stretch.movable:
            run.append(stretch)
    if run:
        yield run


ACTION = Action("sort", "Entries by their keys, below each heading.", of_file=_sort)

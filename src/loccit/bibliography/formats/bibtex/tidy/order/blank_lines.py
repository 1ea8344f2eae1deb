"""Separate entries by one blank line."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from loccit.bibliography.formats.bibtex.tidy.actions import Action
from loccit.bibliography.formats.bibtex.tidy.entry_blocks import entry_blocks
from loccit.bibliography.formats.bibtex.tidy.file import TidyFile
from loccit.model import Edit, Span


def _blank_lines(file: TidyFile) -> Iterator[Edit]:
    blank_line = file.context.newline * 2
    for first, second in pairwise(entry_blocks(file)):
        if second.headed or not (first.sound and second.sound):
            continue
        between = Span(first.span.end, second.span.start)
        if between.of(file.text) != blank_line:
            yield Edit(between, blank_line)


ACTION = Action(
    "blank-lines",
    "Separate entries by one blank line.",
    of_file=_blank_lines,
)

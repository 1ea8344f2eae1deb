"""One blank line between two entries."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from loccit.bibliography.formats.bibtex.tidy.action import Action
from loccit.bibliography.formats.bibtex.tidy.entry_blocks import stretches
from loccit.bibliography.formats.bibtex.tidy.file import WholeFile
from loccit.model import Edit, Span


def _blank_lines(file: WholeFile) -> Iterator[Edit]:
    for first, second in pairwise(stretches(file)):
        between = Span(first.span.end, second.span.start)
        wanted = file.surroundings.newline * 2
        if (
            first.sound
            and second.sound
            and not second.headed
            and between.of(file.text) != wanted
        ):
            yield Edit(between, wanted)


ACTION = Action(
    "blank-lines", "One blank line between two entries.", of_file=_blank_lines
)

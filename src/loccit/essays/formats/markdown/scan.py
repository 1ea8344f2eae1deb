"""Scan the runs of text in a Markdown document for citations and footnotes' marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loccit._startup.namedtuple import NamedTuple
from loccit.essays.formats.markdown.blocks import BlockStructure, Run
from loccit.essays.formats.markdown.inlines import Found, MarkdownInlines, collect
from loccit.essays.formats.markdown.own_citations import SIGNS
from loccit.essays.note_numbers import NoteMark, NoteNumbers, number_notes
from loccit.essays.syntax.grammar import may_cite

#: What begins a footnote's mark.
_NOTE_MARKS = ("[^", "^[")


class ScannedRun(NamedTuple):
    """A run of text with what was found in it."""

    run: Run
    found: Sequence[Found]

    def marks(self) -> Iterator[NoteMark]:
        """Yield the marks of footnotes."""
        for step, _ in self.found:
            if step.note is not None:
                yield NoteMark(self.run.mapped.origin(step.start), step.note)


def is_wanted(text: str, start: int, end: int) -> bool:
    """Return whether `text[start:end]` may hold a citation or a footnote's mark."""
    if may_cite(text, start, end):
        return True
    if any(text.find(sign, start, end) >= 0 for sign in SIGNS):
        return True
    return any(text.find(mark, start, end) >= 0 for mark in _NOTE_MARKS)


def scan(structure: BlockStructure) -> list[ScannedRun]:
    """Scan the runs of a document."""
    return [
        ScannedRun(run, [*collect(inlines_of(run, structure))])
        for run in structure.runs
    ]


def inlines_of(run: Run, structure: BlockStructure) -> MarkdownInlines:
    """Return the steps over a run."""
    return MarkdownInlines(
        run.mapped.text, run.start, run.end, structure.labels, run.context
    )


def number_notes_of(
    scanned: Sequence[ScannedRun], structure: BlockStructure, end: int
) -> NoteNumbers:
    """Number the footnotes of a document whose text ends at `end`."""
    definitions: dict[str, list[NoteMark]]
    definitions = {label: [] for label in structure.labels.notes}
    marks: list[NoteMark] = []
    for each in scanned:
        within = definitions[each.run.note] if each.run.note else marks
        within += each.marks()
    return number_notes(marks, definitions, end)

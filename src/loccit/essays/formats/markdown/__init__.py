"""Markdown, read as pandoc reads it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from loccit._startup.dataclass import replace
from loccit.essays.document import Notes, ReferenceList
from loccit.essays.formats.markdown.affix_markup import AffixReader
from loccit.essays.formats.markdown.blocks import BlockStructure, Run
from loccit.essays.formats.markdown.inlines import Found, MarkdownInlines, collect
from loccit.essays.formats.markdown.notes import (
    NoteMark,
    NoteNumbers,
    number_notes,
)
from loccit.essays.formats.markdown.read_blocks import read_blocks
from loccit.essays.formats.markdown.sections import reference_list
from loccit.essays.front_matter import find_front_matter
from loccit.essays.mapped_text import MappedText
from loccit.essays.syntax.bare_locators import bind_pages
from loccit.essays.syntax.build import build
from loccit.essays.syntax.grammar import may_cite
from loccit.model import Citation
from loccit.output.markdown import paragraph

__all__ = [
    "extensions",
    "find_citations",
    "find_front_matter",
    "find_notes",
    "find_reference_list",
    "markup",
    "name",
    "note",
    "note_mark",
    "notes_have_heading",
]

name = "markdown"
extensions = (".md", ".markdown", ".mdown", ".mkd", ".qmd", ".rmd")
markup = "markdown"
notes_have_heading = False


def find_citations(text: str, locator_words: Mapping[str, str]) -> Iterator[Citation]:
    """The citations of a Markdown text, in structure order."""
    if "@" not in text:
        return
    yield from bind_pages(text, _paragraphs(text, locator_words))


def _paragraphs(
    text: str, locator_words: Mapping[str, str]
) -> Iterator[list[Citation]]:
    """The citations of each run of text."""
    structure, scanned = _read(text)
    notes = _number_notes(text)
    for run, steps in scanned:
        found: list[Citation] = []
        mapped = run.mapped
        read = AffixReader(mapped.text, structure.labels, run.context).read
        for step, inside in steps:
            if step.citation is None:
                continue
            if inside is None:
                number = notes.labels.get(run.note, 0)
                within = run.start, run.end
            else:
                number = notes.inline[mapped.origin(inside)]
                within = inside + len("^["), run.end
            built = build(
                step.citation, mapped, within, text, locator_words, read, number
            )
            found += [
                _in_cell(citation, text) if run.in_fixed_width_table else citation
                for citation in built
            ]
        yield found


def _in_cell(citation: Citation, text: str) -> Citation:
    """A citation in a cell of a table that is known by its place: what parts it from
    the line before is other cells.
    """
    over_lines = re.search(r"[\r\n]", citation.note_span.of(text))
    return replace(
        citation,
        in_fixed_width_table=True,
        note_span=citation.span if over_lines else citation.note_span,
    )


def find_notes(text: str) -> Notes:
    """The footnotes of a Markdown text, inline ones too."""
    if "^" not in text:
        return Notes()
    numbers = _number_notes(text)
    marks = (mark for run in _read(text).scanned for mark in _marks(run))
    labels = {mark.label for mark in marks if mark.label}
    return Notes(tuple(numbers.references), frozenset(labels.union(numbers.labels)))


def _number_notes(text: str) -> NoteNumbers:
    structure, scanned = _read(text)
    definitions: dict[str, list[NoteMark]]
    definitions = {label: [] for label in structure.labels.notes}
    marks: list[NoteMark] = []
    for found in scanned:
        (definitions[found.run.note] if found.run.note else marks).extend(_marks(found))
    return number_notes(marks, definitions, len(text))


def _marks(scanned: _ScannedRun) -> Iterator[NoteMark]:
    mapped = scanned.run.mapped
    for step, _ in scanned.found:
        if step.note is not None:
            yield NoteMark(mapped.origin(step.start), step.note)


def note_mark(label: str) -> str:
    """What refers to a footnote."""
    return f"[^{label}]"


def note(label: str, content: str) -> str:
    """A footnote's definition."""
    lines = paragraph(content).replace("\n", "\n    ")
    return f"[^{label}]: {lines}"


def find_reference_list(text: str, headings: Collection[str]) -> ReferenceList:
    """Where the reference list of a Markdown text goes."""
    return reference_list(_structure(text), headings, len(text))


#: What begins a footnote's mark.
_NOTE_MARKS = ("[^", "^[")


def is_wanted(text: str, start: int, end: int) -> bool:
    """Return whether `text[start:end]` may hold a citation or a footnote's mark."""
    if may_cite(text, start, end):
        return True
    return any(text.find(mark, start, end) >= 0 for mark in _NOTE_MARKS)


class _ScannedRun(NamedTuple):
    """A run of text with what was found in it."""

    run: Run
    found: Sequence[Found]


class _Reading(NamedTuple):
    """A structure with what was found in its runs."""

    structure: BlockStructure
    scanned: Sequence[_ScannedRun]


@lru_cache(maxsize=2)
def _read(text: str) -> _Reading:
    structure = _structure(text)
    return _Reading(structure, [_scan(run, structure) for run in structure.runs])


def _scan(run: Run, structure: BlockStructure) -> _ScannedRun:
    inlines = MarkdownInlines(
        run.mapped.text, run.start, run.end, structure.labels, run.context
    )
    return _ScannedRun(run, [*collect(inlines)])


@lru_cache(maxsize=2)
def _structure(text: str) -> BlockStructure:
    front_matter = find_front_matter(text)
    return read_blocks(
        MappedText.of(
            text,
            front_matter.end if front_matter else 1 if text.startswith("\ufeff") else 0,
        ),
        is_wanted,
    )

"""Markdown, read as pandoc reads it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache

from loccit._startup.dataclass import replace
from loccit.essays.formats.markdown.affix_markup import AffixReader
from loccit.essays.formats.markdown.blocks import read_blocks
from loccit.essays.formats.markdown.document import Document
from loccit.essays.formats.markdown.inlines import MarkdownInlines, collect
from loccit.essays.formats.markdown.notes import number_notes
from loccit.essays.formats.markdown.sections import reference_list
from loccit.essays.front_matter import find_front_matter
from loccit.essays.mapped_text import Region
from loccit.essays.notes import Notes
from loccit.essays.reference_list import ReferenceList
from loccit.essays.syntax.bare_locators import bind_pages
from loccit.essays.syntax.build import build
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
    """The citations of a Markdown text, in document order."""
    if "@" not in text:
        return
    yield from bind_pages(text, _paragraphs(text, locator_words))


def _paragraphs(
    text: str, locator_words: Mapping[str, str]
) -> Iterator[list[Citation]]:
    """The citations of each run of text."""
    document = _document(text)
    notes = number_notes(text)
    for run in document.runs:
        found: list[Citation] = []
        region = run.region
        inlines = MarkdownInlines(
            region.text, run.start, run.end, document.facts, run.setting
        )
        read = AffixReader(region.text, document.facts, run.setting).read
        for raw, inline in collect(inlines):
            number = (
                notes.inline.get(region.origin(inline), 0)
                if inline >= 0
                else notes.labels.get(run.note, 0)
            )
            within = (
                (inline + len("^["), run.end) if inline >= 0 else (run.start, run.end)
            )
            built = build(raw, region, within, text, locator_words, read, number)
            found += [
                _in_cell(citation, text) if run.in_columns else citation
                for citation in built
            ]
        yield found


def _in_cell(citation: Citation, text: str) -> Citation:
    """A citation in a cell of a table that is known by its place: what parts it from
    the line before is other cells.
    """
    over_lines = re.search(r"[\r\n]", citation.reach.of(text))
    return replace(
        citation, in_columns=True, reach=citation.span if over_lines else citation.reach
    )


def find_notes(text: str) -> Notes:
    """The footnotes of a Markdown text, inline ones too."""
    numbers = number_notes(text)
    return Notes(tuple(numbers.references), frozenset(numbers.mentioned))


def note_mark(label: str) -> str:
    """What refers to a footnote."""
    return f"[^{label}]"


def note(label: str, content: str) -> str:
    """A footnote's definition."""
    lines = paragraph(content).replace("\n", "\n    ")
    return f"[^{label}]: {lines}"


def find_reference_list(text: str, headings: Collection[str]) -> ReferenceList:
    """Where the reference list of a Markdown text goes."""
    return reference_list(_document(text), headings, len(text))


@lru_cache(maxsize=2)
def _document(text: str) -> Document:
    front_matter = find_front_matter(text)
    return read_blocks(
        Region.of(
            text,
            front_matter.end if front_matter else 1 if text.startswith("\ufeff") else 0,
        )
    )

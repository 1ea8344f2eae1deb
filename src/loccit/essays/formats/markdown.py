"""Markdown, read as pandoc reads it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from loccit.essays.affix import build
from loccit.essays.front_matter import find_front_matter
from loccit.essays.markdown.affix import AffixReader
from loccit.essays.markdown.blocks import read_blocks
from loccit.essays.markdown.inlines import MarkdownInlines, collect
from loccit.essays.reference_list import ReferenceList
from loccit.essays.region import Region
from loccit.model import Citation, Span

__all__ = ["extensions", "find_citations", "find_front_matter", "find_reference_list", "markup", "name"]

name = "markdown"
extensions = (".md", ".markdown", ".mdown", ".mkd", ".qmd", ".rmd")
markup = "markdown"


def find_citations(text: str, locator_words: Mapping[str, str]) -> Iterator[Citation]:
    """The citations of a Markdown text, in document order."""
    front_matter = find_front_matter(text)
    start = front_matter.end if front_matter else 1 if text.startswith("\ufeff") else 0
    document = read_blocks(Region.of(text, start))
    for run in document.runs:
        inlines = MarkdownInlines(run.region.text, run.start, run.end, document.facts, run.setting)
        read = AffixReader(run.region.text, document.facts, run.setting).read
        for raw in collect(inlines):
            yield build(raw, run.region, text, locator_words, read)


def find_reference_list(text: str, headings: Collection[str]) -> ReferenceList:
    """Where the reference list of a Markdown text goes."""
    return ReferenceList("none", Span(len(text), len(text)))

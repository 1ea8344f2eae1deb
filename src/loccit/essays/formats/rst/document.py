"""A reStructuredText essay as a document."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property
from typing import ClassVar

from loccit._startup.dataclass import replace
from loccit._startup.regex import regex
from loccit.essays.document import FrontMatter, KeyPlace, ReferenceList
from loccit.essays.formats.rst import blocks, inlines
from loccit.essays.key_citation import KeyCitation
from loccit.essays.markup.block import Block
from loccit.essays.markup.document import MarkupDocument
from loccit.essays.markup.inline import Inline
from loccit.essays.markup.read_run import Run
from loccit.essays.syntax.cite_roles import ROLE_KEY, role_keys, written_role
from loccit.model import Citation, Edit, Problem
from loccit.output import Output
from loccit.output.rst import paragraph

_EMPTY = regex(r":cite:empty:`([^`\n]+)`")
_BIBLIOGRAPHY = regex(
    r"^[ \t]*\.\.[ ]+(?:foot)?bibliography::[ ]+([^\s:][^\r\n]*)", re.MULTILINE
)
_LINE_START = regex(r"(?:\A|[\r\n])[ \t]*\Z")
_LONGEST_INDENT = 80
_NAMELESS = ("#", "*")


class RstDocument(MarkupDocument):
    """An essay in reStructuredText."""

    MARKUP: ClassVar[str] = "rst"

    @cached_property
    def front_matter(self) -> FrontMatter | None:
        """The files that the bibliography names, and sources that are only listed."""
        values: dict[str, object] = {}
        files = [
            name for found in _BIBLIOGRAPHY.findall(self.text) for name in found.split()
        ]
        if files:
            values["bibliography"] = files
        if listed := self.nocited():
            values["nocite"] = [f"@{{{place.key}}}" for place in listed]
        return FrontMatter((), values) if values else None

    def read_blocks(self, text: str) -> Iterable[Block]:
        """Read titles, paragraphs, items, cells and footnotes."""
        return blocks.read_blocks(text)

    def scan(self, text: str, start: int, end: int) -> Iterable[Inline]:
        """Find inline markup."""
        return inlines.scan(text, start, end)

    @cached_property
    def runs(self) -> Sequence[Run]:
        """The blocks that have text; footnotes without a name are numbered."""
        runs = super().runs
        number = 0
        for run in runs:
            for index, mark in enumerate(run.marks):
                if mark.label in _NAMELESS:
                    number += 1
                    label = f"{mark.label}{number}"
                    run.marks[index] = mark._replace(label=label)
        return runs

    def reference_list(self, headings: Collection[str]) -> ReferenceList:
        """Find the section of the list, or the directive that prints it; that stays,
        since it names the bibliography, and prints nothing without citations.
        """
        return replace(super().reference_list(headings), command=None)

    def obstacle(self, citation: Citation) -> Problem | None:
        """Report a citation in a table: text of another width would break it."""
        if not citation.context.in_fixed_width_table:
            return None
        return Problem(
            "citation-in-table",
            "The citation is in a table whose lines a text of another width would "
            "break; it was left as written.",
            self.place(citation.span.start),
            "error",
            "Use `.. list-table::`, where widths do not matter.",
        )

    # Keys

    def nocited(self) -> Sequence[KeyPlace]:
        """Return the keys in `:cite:empty:`."""
        return [*self._listed()] if ":cite:empty:" in self.text else []

    def _listed(self) -> Iterator[KeyPlace]:
        for run in self.runs:
            cited = {
                place
                for each in run.citations
                for place in range(each.raw.start, each.raw.end)
            }
            for found in _EMPTY.finditer(run.mapped.text):
                if not cited.isdisjoint(range(*found.span())):
                    continue
                for start, end in role_keys(run.mapped.text, *found.span(1)):
                    key = run.mapped.text[start:end]
                    yield KeyPlace(run.mapped.span(start, end), key)

    def key_citations(self, citation: KeyCitation) -> Sequence[str]:
        """Write a citation as `:cite:p:`{see}doe{p. 3}``."""
        role = written_role(citation)
        if role is None:
            return []
        separated = f"\\ {citation.possessive}" if citation.possessive else ""
        return [f":cite:{role.name}:`{role.cites}`{separated}"]

    def with_key(self, place: KeyPlace, new: str) -> Edit | None:
        """Type another key."""
        return Edit(place.span, new) if ROLE_KEY.fullmatch(new) else None

    # How reStructuredText is written

    def note_mark(self, label: str) -> str:
        """Write the mark of a footnote, separated from what precedes it."""
        return f"\\ [{self._name}{label}]_"

    def note_block(self, label: str, content: str) -> str:
        """Write a footnote."""
        return f".. [{self._name}{label}] {content.strip()}"

    @cached_property
    def _name(self) -> str:
        """What precedes the number of a new footnote, where others have no numbers."""
        is_named = any(label.startswith("#") for label in self.notes.labels)
        return "#note-" if is_named else ""

    def in_place(self, markup: str, citation: Citation, output: Output) -> str:
        """Escape what would begin a list, and separate markup from words beside it."""
        if not self.is_own(output):
            return markup
        start, end = citation.span.start, citation.span.end
        before = self.text[max(0, start - _LONGEST_INDENT) : start]
        if _LINE_START.search(before):
            markup = paragraph(markup)
        elif markup[:1] in "*:`" and before[-1:].isalnum():
            markup = f"\\ {markup}"
        # A role is separated from letters after it, which needs no sign any more.
        follows = self.text[end : end + 1]
        return f"{markup}\\ " if markup[-1:] in "*`" and follows.isalnum() else markup

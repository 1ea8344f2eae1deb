"""Write a reference list into an HTML text: a new one, entries of an old one, or entries
in their place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from loccit._startup.regex import regex
from loccit.essays.document import ReferenceList
from loccit.essays.formats.html.entries import (
    EntryPlaces,
    NewEntry,
    Said,
    Template,
    said,
)
from loccit.essays.formats.html.tree import Tree
from loccit.essays.text_file import TextFile
from loccit.model import Edit, Span

_BREAK = regex(r"\s*<br\b[^<>]*>\s*", re.IGNORECASE)
#: How an entry of a new list is written.
_ENTRY = Template(
    '<div class="csl-entry" role="listitem"', ">", "</div>", is_paragraph=False
)
_MARGIN = "csl-left-margin"
#: Half an inch, as APA 7 has it (section 9.43); numbers are in the margin.
_HANGING = ".csl-entry { margin-left: 0.5in; text-indent: -0.5in; }"
_ALIGNED = ".csl-left-margin { float: left; } .csl-right-inline { margin-left: 2.5em; }"


class ListWriter:
    """Writes entries as a document has them."""

    def __init__(self, file: TextFile, tree: Tree, places: EntryPlaces) -> None:
        self._text = file.text
        self._newline = file.newline
        self._tree = tree
        self._places = places

    def new_list(
        self, entries: Sequence[NewEntry], references: ReferenceList, heading: str
    ) -> list[Edit]:
        """Write a list where there is none.

        Args:
            entries: what it lists.
            references: its place.
            heading: as markup; not used where the document has one.
        """
        lines = [_ENTRY.write(entry) for entry in entries]
        is_aligned = any(_MARGIN in entry.inner for entry in entries)
        if references.kind != "div":
            lines = [self._opening(is_aligned=is_aligned), *lines, "</div>"]
        if references.kind == "none":
            lines.insert(0, heading)
        edits = []
        if "csl-entry" not in self._text:
            style = f"<style>{_ALIGNED if is_aligned else _HANGING}</style>"
            head = self._end_of_head()
            if head is not None:
                edits.append(Edit(Span(head, head), style + self._newline))
            elif references.kind == "none":
                lines.insert(0, style)
            else:
                edits.append(self._insertion(references.start, [style]))
        edits.append(self._insertion(references.span.end, lines))
        return edits

    def _opening(self, *, is_aligned: bool) -> str:
        anchor = "" if 'id="refs"' in self._text else ' id="refs"'
        hanging = "" if is_aligned else " hanging-indent"
        return f'<div{anchor} class="references csl-bib-body{hanging}" role="list">'

    def _end_of_head(self) -> int | None:
        """Return where the head of the document ends, if it has a tag for that."""
        for element in self._tree.elements:
            if element.name == "head" and element.inner_end < element.end:
                return element.inner_end
        return None

    def _insertion(self, offset: int, lines: Sequence[str]) -> Edit:
        """Insert lines between others."""
        text, newline = self._text, self._newline
        is_after_line = offset == 0 or text[offset - 1] in "\r\n"
        above = "" if is_after_line else newline
        is_before_line = text[offset : offset + 1] in ("\r", "\n")
        below = "" if is_before_line and not is_after_line else newline
        return Edit(Span(offset, offset), above + newline.join(lines) + below)

    def added(
        self, entries: Sequence[NewEntry], references: ReferenceList
    ) -> list[Edit]:
        """Add entries after those of a list, in their way; those that have the anchor of
        an old one take its place.
        """
        edits, waiting = [], []
        by_anchor = {self._places.anchor(span): span for span in references.entries}
        for entry in entries:
            old = by_anchor.get(f"ref-{entry.key}")
            if old is None:
                waiting.append(entry)
            else:
                new = self._places.template(old).write(entry)
                edits.append(Edit(old, new))
        if waiting:
            last = references.entries[-1]
            gap = self._gaps(references.entries)[-1]
            template = self._places.template(last)
            new = "".join(gap + template.write(entry) for entry in waiting)
            edits.append(Edit(Span(last.end, last.end), new))
        return edits

    def _gaps(self, spans: Sequence[Span]) -> list[str]:
        """Return what is between entries, one at least."""
        gaps = [self._text[one.end : other.start] for one, other in pairwise(spans)]
        blank = [gap for gap in gaps if not gap.strip()]
        return blank or [self._newline]

    def replaced(self, span: Span, blocks: Sequence[NewEntry | Span]) -> str:
        """Write entries in the place of others, each in the way of the one that it
        replaces.

        Args:
            span: the place of the others.
            blocks: the entries, and the places of those that stay.
        """
        places = self._places.inside(span)
        if not places:
            return self._lines(span, blocks)
        old = {said(place.of(self._text)): place.of(self._text) for place in places}
        templates = [self._places.template(place) for place in places]
        gaps = self._gaps(places)
        new = ""
        for number, block in enumerate(blocks):
            if number:
                new += gaps[min(number, len(gaps)) - 1]
            template = templates[min(number, len(templates) - 1)]
            new += self._written(block, template, old)
        return new

    def _written(
        self, block: NewEntry | Span, template: Template, old: dict[Said, str]
    ) -> str:
        """Write an entry; one that says what an old one says stays as that is."""
        if isinstance(block, Span):
            return self._places.place(block).of(self._text)
        same = old.get(said(block.inner), "")
        is_linked = not block.anchor or f'id="{block.anchor}"' in same
        if same and is_linked and block.back in same:
            return same
        return template.write(block)

    def _lines(self, span: Span, blocks: Sequence[NewEntry | Span]) -> str:
        """Write entries that are lines of one paragraph."""
        found = _BREAK.search(span.of(self._text))
        gap = found[0] if found else f"<br>{self._newline}"
        lines = [
            block.of(self._text) if isinstance(block, Span) else Template().write(block)
            for block in blocks
        ]
        return gap.join(lines)

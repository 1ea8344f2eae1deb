"""An Org essay as a document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import ClassVar

from loccit._startup.dataclass import replace
from loccit._startup.regex import regex
from loccit.essays.document import (
    FrontMatter,
    KeyPlace,
    ListChange,
    NewNote,
    ReferenceList,
)
from loccit.essays.formats.org import blocks, inlines
from loccit.essays.formats.org.citations import KEY, OPENING, listed_keys
from loccit.essays.formats.org.settings import bibliography_keyword, read_settings
from loccit.essays.key_citation import KeyCitation, KeyCite
from loccit.essays.markup.block import Block
from loccit.essays.markup.document import MarkupDocument
from loccit.essays.markup.inline import Inline
from loccit.model import Citation, Edit
from loccit.output import Entry, Output
from loccit.output.org import paragraph

_STYLES = {"parenthetical": "", "narrative": "/t", "suppress-author": "/na"}
#: What would end a cite or begin another one.
_NO_WORDS = regex(r"[;@\[\]]")
_LINE_START = regex(r"(?:\A|[\r\n])[ \t]*\Z")
_LONGEST_INDENT = 80


class OrgDocument(MarkupDocument):
    """An essay in Org."""

    MARKUP: ClassVar[str] = "org"

    @cached_property
    def front_matter(self) -> FrontMatter | None:
        """The settings in keywords."""
        values = dict(read_settings(self.text))
        if listed := self.nocited():
            values["nocite"] = [f"@{{{place.key}}}" for place in listed]
        return FrontMatter((), values) if values else None

    def read_blocks(self, text: str) -> Iterable[Block]:
        """Read the elements."""
        return blocks.read_blocks(text)

    def scan(self, text: str, start: int, end: int) -> Iterable[Inline]:
        """Find the objects in the text of an element."""
        return inlines.scan(text, start, end)

    def scan_affix(self, text: str, start: int, end: int) -> Iterable[Inline]:
        """Find the objects in the words around a cite."""
        return inlines.scan_affix(text, start, end)

    # Keys

    def nocited(self) -> Sequence[KeyPlace]:
        """Return the keys in `[cite/n:@key]`."""
        return [*self._listed()] if "[cite/n" in self.text else []

    def _listed(self) -> Iterator[KeyPlace]:
        for run in self.runs:
            text = run.mapped.text
            for opening in OPENING.finditer(text):
                for start, end in listed_keys(text, opening.start(), len(text)):
                    place = run.mapped.span(start, end)
                    yield KeyPlace(place, text[start + 1 : end])

    def key_citations(self, citation: KeyCitation) -> Sequence[str]:
        """Write a citation as in `[cite/t:@key p. 3]`."""
        first, *others = citation.cites
        style = _STYLES.get(citation.mode)
        has_others = bool(others) and citation.mode == "suppress-author"
        if style is None or has_others or not all(map(_can_be_cited, citation.cites)):
            return []
        inside = "".join(_cite(cite, is_first=cite is first) for cite in citation.cites)
        return [f"[cite{style}:{inside}]{citation.possessive}"]

    def with_key(self, place: KeyPlace, new: str) -> Edit | None:
        """Type another key with the sign that is there."""
        typed = place.span.of(self.text)
        if not KEY.fullmatch(f"@{new}"):
            return None
        sign = typed[0] if typed[0] in "@&" else ""
        return Edit(place.span, f"{sign}{new}")

    def add_entries(
        self,
        entries: Sequence[Entry],
        references: ReferenceList,
        title: str,
        output: Output,
        *,
        anchors: bool,
        others: Sequence[Edit] = (),
    ) -> ListChange:
        """Add entries to the reference list; if it takes the place of org-ref's link to
        the sources, a keyword names them.
        """
        change = super().add_entries(
            entries, references, title, output, anchors=anchors, others=others
        )
        command = references.command.of(self.text) if references.command else ""
        keyword = bibliography_keyword(command)
        if not keyword or not change.edits:
            return change
        [edit] = change.edits
        keyword += 2 * self.file.newline
        return replace(change, edits=[Edit(edit.span, f"{keyword}{edit.new}")])

    # How Org is written

    def note_mark(self, label: str) -> str:
        """Write the mark of a footnote."""
        return f"[fn:{label}]"

    def note_block(self, label: str, content: str) -> str:
        """Write the definition of a footnote."""
        return f"[fn:{label}] {content.strip()}"

    def _mark(self, note: NewNote, label: str, output: Output, done: int) -> Edit:
        """Put a mark in the place of a citation; at the beginning of a line it would be
        that of a definition.
        """
        edit = super()._mark(note, label, output, done)
        begins = edit.new.startswith("[") and self._begins_line(edit.span.start)
        return Edit(edit.span, f"\u200b{edit.new}") if begins else edit

    def in_place(self, markup: str, citation: Citation, output: Output) -> str:
        """Separate what would begin a list at the beginning of a line."""
        begins = self._begins_line(citation.span.start)
        return paragraph(markup) if begins and self.is_own(output) else markup

    def _begins_line(self, position: int) -> bool:
        before = self.text[max(0, position - _LONGEST_INDENT) : position]
        return bool(_LINE_START.search(before))


def _can_be_cited(cite: KeyCite) -> bool:
    words = f"{cite.prefix}{cite.locator}{cite.suffix}"
    if cite.secondary and cite.key and not cite.prefix:
        return False
    is_key = not cite.key or KEY.fullmatch(f"@{cite.key}")
    return bool(is_key) and not _NO_WORDS.search(words)


def _cite(cite: KeyCite, *, is_first: bool) -> str:
    """Write a cite with what separates it from the one before."""
    if not cite.key:  # its words precede the next cite
        return f"{cite.prefix}, "
    separator = "" if is_first or cite.secondary else ";"
    locator = f" {cite.locator}" if cite.locator else ""
    return f"{separator}{cite.prefix}@{cite.key}{locator}{cite.suffix}"

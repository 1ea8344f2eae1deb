"""An HTML essay as a document."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from html import escape, unescape
from typing import ClassVar

from loccit._startup.dataclass import replace
from loccit._startup.regex import regex
from loccit.essays.document import (
    EntryStretch,
    FrontMatter,
    KeyPlace,
    ListChange,
    NewNote,
    NoteReference,
    Notes,
    ReferenceList,
)
from loccit.essays.formats.html.balance import balanced, with_tags
from loccit.essays.formats.html.encoding import declared_encoding
from loccit.essays.formats.html.entries import EntryPlaces, NewEntry, beginnings, said
from loccit.essays.formats.html.links import back, links_back, with_anchors
from loccit.essays.formats.html.list_writer import ListWriter
from loccit.essays.formats.html.live import LiveReader, find_live
from loccit.essays.formats.html.note_writer import NoteWriter
from loccit.essays.formats.html.notes import FoundNotes, find_notes
from loccit.essays.formats.html.readable import Block, read_blocks
from loccit.essays.formats.html.sections import SectionFinder
from loccit.essays.formats.html.settings import document_settings, joined
from loccit.essays.formats.html.syntax import typed_citations
from loccit.essays.formats.html.tree import Tree, read_tree
from loccit.essays.front_matter import find_front_matter, read_front_matter
from loccit.essays.key_citation import KeyCitation
from loccit.essays.paragraph import Paragraph
from loccit.essays.syntax.bare_locators import bind_pages
from loccit.essays.text_document import TextDocument
from loccit.essays.text_file import TextFile, read_text_file
from loccit.model import Citation, Edit, Problem, RichText, Span, apply_edits
from loccit.output import Entry, Output

_TAG = regex(r"<[^<>]*>")
_RAISED = regex(r"</?sup\b[^<>]*>", re.IGNORECASE)
#: The anchors of notes and their marks, as pandoc and loccit name them.
_NOTE_ID = regex(r"fn(?:ref)?(\d+)\Z")
#: A key among others in an attribute.
_IN_ATTRIBUTE = regex(r"[^\s,]+\Z")


def open_html(data: bytes, path: str) -> HtmlDocument:
    """Open an essay in HTML.

    Raises:
        UnreadableFile: the bytes are not text.
    """
    return HtmlDocument(read_text_file(data, path, declared_encoding(data)))


class HtmlDocument(TextDocument):
    """An essay in HTML."""

    MARKUP: ClassVar[str] = "html"
    file: TextFile

    @property
    def searchable(self) -> str:
        """Its characters, and again without tags, raised text as in Markdown."""
        return f"{self.text}\n{self._without_tags}"

    @cached_property
    def _without_tags(self) -> str:
        return unescape(_TAG.sub("", _RAISED.sub("^", self.text)))

    @cached_property
    def front_matter(self) -> FrontMatter | None:
        """What its elements say of the settings, and front matter before them."""
        span = find_front_matter(self.text)
        top = read_front_matter(self.text, span, self.place) if span else None
        return joined(top, document_settings(self._tree))

    @cached_property
    def paragraphs(self) -> Sequence[Paragraph]:
        """What readers see, block by block."""
        return [block.paragraph for block in self._blocks]

    @cached_property
    def notes(self) -> Notes:
        """The footnotes, whose marks and texts link to each other."""
        references = [
            NoteReference(note.mark.start) for note in self._found_notes.notes
        ]
        labels = [
            found[1]
            for each in self._found_notes.ids
            if (found := _NOTE_ID.match(each))
        ]
        return Notes(tuple(references), frozenset(labels))

    def citations(self, locator_words: Mapping[str, str]) -> Sequence[Citation]:
        """Find every citation, live ones and those with typed keys."""
        if not self._live and "@" not in self.text and "&#" not in self.text:
            return ()
        return [*bind_pages(self._by_paragraph(locator_words), self)]

    def reference_list(self, headings: Collection[str]) -> ReferenceList:
        """Find the list in its element or under its heading."""
        return SectionFinder(self._tree, self._blocks, self.text).reference_list(
            headings
        )

    @cached_property
    def _tree(self) -> Tree:
        span = find_front_matter(self.text)
        start = span.end if span else 0
        is_xml = self.text.lstrip("\ufeff \t\r\n").startswith("<?xml")
        return read_tree(self.text, start, is_xml=is_xml)

    @cached_property
    def _found_notes(self) -> FoundNotes:
        return find_notes(self._tree, self.text)

    @cached_property
    def _live(self) -> LiveReader:
        live = find_live(self._tree, self.text)
        listed = beginnings(self._tree, self.text) if live.keys else {}
        return LiveReader(live, listed, self.text)

    @cached_property
    def _blocks(self) -> Sequence[Block]:
        return read_blocks(
            self._tree, self.text, self._found_notes, self._live.elements
        )

    def _by_paragraph(self, words: Mapping[str, str]) -> Iterator[list[Citation]]:
        """Yield the citations of each paragraph."""
        for number, block in enumerate(self._blocks, 1):
            found = [*self._live.citations(block, number, words)]
            if "@" in block.paragraph.text:
                found += typed_citations(block, number, words, self.text)
            yield sorted(found, key=lambda each: each.span)

    def with_edits(self, edits: Iterable[Edit]) -> HtmlDocument:
        """Return the document with edits made; tags stay balanced."""
        return super().with_edits([with_tags(edit, self.text) for edit in edits])

    # Keys

    def key_citations(self, citation: KeyCitation) -> Sequence[str]:
        """Write a citation in the citation syntax."""
        return [escape(each, quote=False) for each in super().key_citations(citation)]

    def with_key(self, place: KeyPlace, new: str) -> Edit | None:
        """Type another key, in an attribute or in text; its tags stay balanced."""
        typed = unescape(_TAG.sub("", place.span.of(self.text)))
        if "@" not in typed:
            return Edit(place.span, escape(new)) if _IN_ATTRIBUTE.match(new) else None
        key = self._typed_key(typed, new, place.span.end)
        written = escape(key, quote=False) if key else ""
        return balanced(place.span, written, self.text) if key else None

    # What is between citations

    def text_between(self, first: Citation, second: Citation) -> str:
        """Return what readers see between two citations."""
        return said(self.text[first.span.end : second.span.start]).text

    def is_quoted_below(self, first: Citation, second: Citation) -> bool:
        """Return whether the second is in a block quotation directly below the paragraph
        of the first.
        """
        here, below = first.context.paragraph, second.context.paragraph
        quoted = self._blocks[here:below]
        return bool(quoted) and all(block.paragraph.is_quoted for block in quoted)

    def obstacle(self, citation: Citation) -> Problem | None:
        """Report a live citation whose words can't be assigned to its sources."""
        if not self._live.is_unclear(citation):
            return None
        return Problem(
            "unclear-live-citation",
            f"`{said(citation.source).text}` is printed for several sources, or in a "
            "footnote; which words belong to which source is not clear, so it stays.",
            self.place(citation.span.start),
            advice="Type it with keys: `[@key, p. 3; @other]`.",
        )

    # Edits

    def replace(
        self,
        citation: Citation,
        text: RichText,
        output: Output,
        *,
        drop_full_stop: bool = False,
    ) -> list[Edit]:
        """Put a text in the place of a citation; tags stay balanced."""
        span, stop = citation.span, citation.context.full_stop
        edits: list[Edit] = []
        if drop_full_stop and stop and stop.start >= span.end:
            edits.append(Edit(stop, ""))
        new = with_anchors(output.render(text), span.of(self.text), span.start)
        new = self._written_as(self._live.joined(citation, new))
        if new != span.of(self.text):
            edits.insert(0, balanced(span, new, self.text))
        return edits

    def _written_as(self, markup: str) -> str:
        """Refer to characters by number that the encoding of the file lacks."""
        codec = self.file.encoding
        return markup.encode(codec, "xmlcharrefreplace").decode(codec)

    def add_notes(
        self,
        notes: Sequence[NewNote],
        references: ReferenceList,
        title: str,
        output: Output,
    ) -> list[Edit]:
        """Make footnotes of citations, among those that there are."""
        if not notes:
            return []
        writer = NoteWriter(self.file, self._found_notes)
        edits = writer.edits(notes, self._labels(notes), references.start, output)
        return [replace(edit, new=self._written_as(edit.new)) for edit in edits]

    # The reference list

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
        """Add entries to the reference list, except those that it has."""
        if not self.is_own(output):
            return super().add_entries(
                entries, references, title, output, anchors=anchors, others=others
            )
        listed = {said(span.of(self.text)).text for span in references.entries}
        written = self._new_entries(entries, output, others, anchors=anchors)
        new = {entry.key: entry for entry in written}
        texts = {key: said(each.inner).text for key, each in new.items()}
        missing = {key: new[key] for key, text in texts.items() if text not in listed}
        if not missing:
            return ListChange([])
        added = [*missing.values()]
        if references.entries:
            edits = self._list_writer.added(added, references)
        else:
            heading = output.heading(title, references.level)
            edits = self._list_writer.new_list(added, references, heading)
        strangers = listed.difference(texts.values())
        return ListChange(edits, len(strangers), frozenset(missing))

    def replace_stretch(
        self,
        stretch: EntryStretch,
        blocks: Sequence[Entry | Span],
        output: Output,
        *,
        anchors: bool,
        others: Sequence[Edit] = (),
    ) -> list[Edit]:
        """Put entries in the place of others, in the elements of those."""
        if not self.is_own(output):
            return super().replace_stretch(stretch, blocks, output, anchors=anchors)
        entries = [block for block in blocks if isinstance(block, Entry)]
        new_entries = iter(self._new_entries(entries, output, others, anchors=anchors))
        written = [
            block if isinstance(block, Span) else next(new_entries) for block in blocks
        ]
        new = self._list_writer.replaced(stretch.span, written)
        return [] if stretch.span.of(self.text) == new else [Edit(stretch.span, new)]

    def _new_entries(
        self,
        entries: Sequence[Entry],
        output: Output,
        others: Sequence[Edit],
        *,
        anchors: bool,
    ) -> list[NewEntry]:
        """Write entries; with anchors they link back to their citations.  Those of live
        citations have some in any case, which say what each lists.
        """
        backs = links_back(apply_edits(self.text, others)) if anchors else {}
        has_anchor = anchors or self._live.has_spans
        return [
            NewEntry(
                entry.key,
                escape(f"ref-{entry.key}") if has_anchor else "",
                self._written_as(output.render(entry.text)),
                self._written_as(back(backs.get(entry.key, ()))),
            )
            for entry in entries
        ]

    @cached_property
    def _list_writer(self) -> ListWriter:
        return ListWriter(self.file, self._tree, self._entry_places)

    @cached_property
    def _entry_places(self) -> EntryPlaces:
        return EntryPlaces(self._tree, self._blocks, self.text)

    def entry_stretches(
        self, entries: Sequence[Span], part: str = ""
    ) -> list[EntryStretch]:
        """Group the entries of a typed list by what is between their elements."""
        return self._entry_places.stretches(entries, part)

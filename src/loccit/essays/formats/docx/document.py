"""An essay of Word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from loccit.errors import UnreadableFile
from loccit.essays.document import (
    FrontMatter,
    NewNote,
    NoteReference,
    Notes,
    ReferenceList,
)
from loccit.essays.formats.docx.custom_properties import (
    custom_properties,
    property_edits,
)
from loccit.essays.formats.docx.footnotes import NEW_PART, Footnotes, Note
from loccit.essays.formats.docx.lone_notes import (
    LoneNote,
    LoneNoteFinder,
    moved_into_sentences,
)
from loccit.essays.formats.docx.names import PREFIXES
from loccit.essays.formats.docx.new_list import NewList
from loccit.essays.formats.docx.numbering import Numbering
from loccit.essays.formats.docx.read_story import read_story
from loccit.essays.formats.docx.relationships import (
    addresses,
    main_part,
    relationships,
)
from loccit.essays.formats.docx.stored_codes import StoredCodes, stored_codes
from loccit.essays.formats.docx.story_source import StorySource
from loccit.essays.formats.docx.styles import Styles
from loccit.essays.formats.docx.word_sources import source_edits
from loccit.essays.formats.docx.writer import DocxWriter
from loccit.essays.packages.document import PackageDocument
from loccit.essays.packages.live_edits import moved_code
from loccit.essays.packages.package import Package
from loccit.essays.packages.story import LiveField, Story, StoryParagraph
from loccit.essays.packages.xml_part import Element
from loccit.essays.packages.zip_archive import ZipArchive
from loccit.essays.packages.zotero_settings import (
    PROPERTIES,
    document_settings,
    new_properties,
)
from loccit.model import Citation, Edit, Place, Problem, RichText, Span
from loccit.output import Output

#: The parts with text besides the main one, in the order in which they are read.
_STORIES = ("footnotes", "endnotes", "header", "footer")
_NOTES = {"w:footnoteReference": "footnotes", "w:endnoteReference": "endnotes"}


class DocxDocument(PackageDocument):
    """A .docx file."""

    @cached_property
    def stories(self) -> Sequence[Story]:
        """The body, footnotes, endnotes, headers and footers."""
        found = [self._story(self._main, {})]
        for kind in _STORIES:
            notes = self._note_numbers.get(kind, {})
            for each in relationships(self.package, self._main):
                if each.kind == kind:
                    found.append(self._story(each.target, notes))
        return found

    @cached_property
    def front_matter(self) -> FrontMatter | None:
        """What Zotero keeps of the document."""
        return document_settings(custom_properties(self.package))

    def live_edits(self, citations: Sequence[Citation]) -> list[Edit]:
        """Write the preferences of Zotero, or Word's list of sources."""
        if self.live is None:
            return []
        if self.live.program == "zotero":
            old = custom_properties(self.package)
            new = new_properties(old, self.live.preferences, "Field")
            return [*property_edits(self.package, new, PROPERTIES)] if new else []
        if self.live.program == "word":
            cited = dict.fromkeys(cite.key for each in citations for cite in each.cites)
            sources = {key: self.live.word_sources[key] for key in cited}
            return [*source_edits(self.package, self._main, sources)]
        return []

    @cached_property
    def writer(self) -> DocxWriter:
        """Writes WordprocessingML."""
        new_list = NewList(self.styles, self._typical)
        return DocxWriter(self.package, new_list, self._footnotes)

    @cached_property
    def _footnotes(self) -> Footnotes:
        return Footnotes(self.package, self._main, self.styles)

    # Footnotes

    def add_notes(
        self,
        notes: Sequence[NewNote],
        references: ReferenceList,
        title: str,
        output: Output,
    ) -> list[Edit]:
        """Make footnotes of citations, in the part for them."""
        notes = [note for note in notes if self._has_notes_at(note.citation)]
        if not notes:
            return []
        marks = super().add_notes(notes, references, title, output)
        new = [
            Note(each.citation.note, each.text, self._note_code(each)) for each in notes
        ]
        return [*marks, *self._footnotes.edits(new)]

    def _note_code(self, note: NewNote) -> str | None:
        """Return the code of a citation in a new note; None if it becomes text, as where
        only a program could leave the author out there.
        """
        field = self._field_of(note.citation)
        if field and note.author and not self._is_converted(note.citation):
            return None
        return self._code(note.citation, field, note.text)

    def _code(
        self, citation: Citation, field: LiveField | None, text: RichText
    ) -> str | None:
        if field and not self._is_converted(citation):
            return moved_code(field, text)
        return self._new_code(citation, text)

    def _has_notes_at(self, citation: Citation) -> bool:
        """Return whether a footnote may be where a citation is: Word has none in headers,
        footers and text boxes.
        """
        paragraph = self._paragraph_at(citation.span.start, citation.part)
        return citation.part == self._main and not (paragraph and paragraph.in_box)

    def warnings(
        self, citations: Iterable[Citation], edits: Sequence[Edit]
    ) -> Iterator[Problem]:
        """Yield what can't become a footnote, besides what all documents warn of."""
        citations = [*citations]
        yield from super().warnings(citations, edits)
        for each in citations:
            if each.context.own_note and not self._has_notes_at(each):
                message = "Word has no footnotes in headers and text boxes."
                place = self.place(each.span.start, each.part)
                kept = f"`{each.source}` stays. {message}"
                yield Problem("citation-kept", kept, place)

    def preparations(self, edits: Iterable[Edit]) -> Sequence[Edit]:
        """Return what a new part for footnotes needs."""
        is_new = any(each.part == NEW_PART for each in edits)
        return [*self._footnotes.preparations()] if is_new else []

    def in_sentences(self, citations: Sequence[Citation]) -> Sequence[Citation]:
        """Return citations; those alone in a footnote are where its mark is."""
        if not self._lone_notes:
            return citations
        found = moved_into_sentences(citations, self._lone_notes.values())
        ranks = {part: rank for rank, part in enumerate(self.parts)}
        return sorted(found, key=lambda each: (ranks[each.part], each.span))

    def replace(
        self,
        citation: Citation,
        text: RichText,
        output: Output,
        *,
        drop_full_stop: bool = False,
    ) -> list[Edit]:
        """Put a text in the place of a citation, or of the footnote that it is."""
        lone = self._lone_notes.get(citation.span)
        if lone is None or citation.part != self._main:
            return super().replace(
                citation, text, output, drop_full_stop=drop_full_stop
            )
        code = self._code(citation, lone.field, text)
        return self._with_prefixes(lone.edits(text, code, self.writer))

    @cached_property
    def _lone_notes(self) -> Mapping[Span, LoneNote]:
        """The footnotes that are live citations, by the places of their marks."""
        finder = LoneNoteFinder(
            self._shown, self._cited.live, self._references, self._mark_paragraph
        )
        notes = [
            self.package.xml(each.target).root
            for each in relationships(self.package, self._main)
            if each.kind in _NOTES.values()
        ]
        return {each.span: each for each in finder.find(notes)}

    def _mark_paragraph(self, mark: Element) -> int | None:
        """Return the number of the paragraph with the mark of a footnote, from 0."""
        return self._number_at(mark.start, self._main)

    # What it looks like

    def _typical(self) -> StoryParagraph | None:
        """Return the longest paragraph of the text, which looks as most of it does."""
        body = (
            each
            for each in self.stories[0].paragraphs
            if each.paragraph.kind == "paragraph" and not each.paragraph.is_quoted
        )
        return max(body, key=lambda each: len(each.paragraph.text), default=None)

    @property
    def end(self) -> Span:
        """The end of the body, before the properties of its last section."""
        body = self._body
        section = body.find("w:sectPr")
        offset = section.start if section else body.inner.end
        return Span(offset, offset)

    @property
    def notes(self) -> Notes:
        """The footnotes and endnotes, in the order in which they are referred to."""
        references = [
            NoteReference(element.start, self._main) for element in self._references
        ]
        return Notes(tuple(references))

    @cached_property
    def _main(self) -> str:
        found = main_part(self.package)
        if found is None or self.package.xml(found).root.tag != "w:document":
            raise UnreadableFile(
                "This is not a document of Word.",
                place=Place(self.package.path),
                advice="Open it in the program that wrote it, and save it as .docx.",
            )
        return found

    @property
    def _body(self) -> Element:
        root = self.package.xml(self._main).root
        return root.find("w:body") or root

    def _story(self, part: str, notes: Mapping[str, int]) -> Story:
        source = StorySource(
            self.package.xml(part),
            self._codes,
            notes,
            self.styles,
            self._numbering,
            addresses(self.package, part),
        )
        return read_story(source)

    @cached_property
    def styles(self) -> Styles:
        """The styles."""
        return Styles(self._root_of("styles"))

    @cached_property
    def _numbering(self) -> Numbering:
        return Numbering(self._root_of("numbering"))

    def _root_of(self, kind: str) -> Element | None:
        """Return the root of a part that the main one has one of."""
        for each in relationships(self.package, self._main):
            if each.kind == kind:
                return self.package.xml(each.target).root
        return None

    @cached_property
    def _codes(self) -> StoredCodes:
        return stored_codes(self.package, self._main)

    @cached_property
    def _references(self) -> Sequence[Element]:
        return [*_note_references(self._body)]

    @cached_property
    def _note_numbers(self) -> Mapping[str, Mapping[str, int]]:
        """The numbers of notes by kind and id."""
        found: dict[str, dict[str, int]] = {}
        for number, element in enumerate(self._references, 1):
            kind = found.setdefault(_NOTES[element.tag], {})
            kind.setdefault(element.get("w:id"), number)
        return found


def _note_references(element: Element) -> Iterator[Element]:
    for child in element.elements:
        if child.tag in _NOTES:
            yield child
        elif child.tag not in ("w:del", "mc:Fallback"):
            yield from _note_references(child)


def open_docx(data: bytes, path: str) -> DocxDocument:
    """Open a file of Word.

    Raises:
        UnreadableFile: it is not one, or it is damaged or encrypted.
    """
    document = DocxDocument(Package(ZipArchive(data, path), PREFIXES))
    document.stories  # noqa: B018  so that what is wrong is said at once
    return document

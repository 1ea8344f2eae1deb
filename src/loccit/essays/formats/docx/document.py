"""An essay of Word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from loccit.errors import UnreadableFile
from loccit.essays.document import (
    FrontMatter,
    NewNote,
    ReferenceList,
)
from loccit.essays.formats.docx.custom_properties import (
    custom_properties,
    property_edits,
)
from loccit.essays.formats.docx.footnotes import NEW_PART, Footnotes, Note
from loccit.essays.formats.docx.language import document_language
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
from loccit.essays.live_citations import Record
from loccit.essays.packages.element import Element
from loccit.essays.packages.noted_document import NotedDocument
from loccit.essays.packages.package import Package
from loccit.essays.packages.story import Story, StoryParagraph
from loccit.essays.packages.zip_archive import ZipArchive
from loccit.essays.packages.zotero_settings import (
    PROPERTIES,
    document_settings,
    new_properties,
)
from loccit.model import Citation, Edit, Place, Span
from loccit.output import Output

#: The parts with text besides the main one, in the order in which they are read.
_STORIES = ("footnotes", "endnotes", "header", "footer")
#: What footnotes share of the look of the text; they are smaller.
_NOTE_FONT = ("w:rFonts", "w:lang")
_NOTES = {"w:footnoteReference": "footnotes", "w:endnoteReference": "endnotes"}


class DocxDocument(NotedDocument):
    """A .docx file."""

    @cached_property
    def stories(self) -> Sequence[Story]:
        """The body, footnotes, endnotes, headers and footers."""
        found = [self._story(self._main, {})]
        for kind in _STORIES:
            notes = self._note_numbers.get(kind, {})
            for part in self._parts_of(kind):
                found.append(self._story(part, notes))
        return found

    def _parts_of(self, kind: str) -> Sequence[str]:
        """Return the parts of a kind; several relationships may lead to one."""
        related = relationships(self.package, self._main)
        return [*dict.fromkeys(each.target for each in related if each.kind == kind)]

    @cached_property
    def front_matter(self) -> FrontMatter | None:
        """What Zotero keeps of the document, and its language."""
        paragraphs = self.stories[0].paragraphs
        language = document_language(self._root_of("styles"), paragraphs)
        return document_settings(custom_properties(self.package), language)

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
    def records(self) -> Mapping[str, Record]:
        """The sources that live citations carry, and those that Word keeps besides."""
        cited = dict(self._cited.records)
        texts = {record.text for record in cited.values()}
        sources = self._codes.sources.items()
        return cited | {
            f"source {tag}": Record(text, "word_xml")
            for tag, text in sources
            if text not in texts
        }

    @cached_property
    def writer(self) -> DocxWriter:
        """Writes WordprocessingML."""
        return DocxWriter(self.package, self._new_list, self._footnotes)

    @cached_property
    def _new_list(self) -> NewList:
        return NewList(self.styles, self._typical)

    @cached_property
    def _footnotes(self) -> Footnotes:
        font = self._new_list.font
        found = {name: font[name] for name in _NOTE_FONT if name in font}
        return Footnotes(self.package, self._main, self._references, self.styles, found)

    # Footnotes

    def add_notes(
        self,
        notes: Sequence[NewNote],
        references: ReferenceList,
        title: str,
        output: Output,
    ) -> list[Edit]:
        """Make footnotes of citations, in the part for them."""
        notes = [note for note in notes if self.has_notes_at(note.citation)]
        if not notes:
            return []
        marks = super().add_notes(notes, references, title, output)
        new = [
            Note(each.citation.note, each.text, self.note_code(each)) for each in notes
        ]
        return [*marks, *self._footnotes.edits(new)]

    def preparations(self, edits: Iterable[Edit]) -> Sequence[Edit]:
        """Return what a new part for footnotes needs."""
        is_new = any(each.part == NEW_PART for each in edits)
        return [*self._footnotes.preparations()] if is_new else []

    @property
    def note_marks(self) -> Sequence[Element]:
        """The marks of footnotes and endnotes, in the order of the text."""
        return self._references

    @property
    def note_elements(self) -> Iterator[Element]:
        """The notes, which are in parts of their own."""
        for each in relationships(self.package, self._main):
            if each.kind in _NOTES.values():
                yield from self.package.xml(each.target).root.elements

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
        body = self._body_element
        section = body.find("w:sectPr")
        offset = section.start if section else body.inner.end
        return Span(offset, offset)

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
    def _body_element(self) -> Element:
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
        part = next(iter(self._parts_of(kind)), None)
        return self.package.xml(part).root if part else None

    @cached_property
    def _codes(self) -> StoredCodes:
        return stored_codes(self.package, self._main)

    @cached_property
    def _references(self) -> Sequence[Element]:
        return [*_note_references(self._body_element)]

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

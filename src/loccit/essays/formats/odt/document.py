"""An essay of LibreOffice, or of another program that writes OpenDocument."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from loccit.errors import InvalidSettings, UnreadableFile
from loccit.essays.document import FrontMatter
from loccit.essays.formats.odt.flat_file import FlatFile, FlatPackage
from loccit.essays.formats.odt.language import document_language
from loccit.essays.formats.odt.names import PREFIXES
from loccit.essays.formats.odt.new_styles import preparations
from loccit.essays.formats.odt.properties import (
    Property,
    joined_properties,
    property_edits,
    property_elements,
)
from loccit.essays.formats.odt.read_story import StoryReader, notes_in
from loccit.essays.formats.odt.reference_marks import unnamed_code
from loccit.essays.formats.odt.styles import STYLE_ROOMS, Styles
from loccit.essays.formats.odt.writer import OdtWriter
from loccit.essays.live_citations.live_writing import LiveWriting
from loccit.essays.packages.element import Element
from loccit.essays.packages.live_document import LiveDocument
from loccit.essays.packages.noted_document import NotedDocument
from loccit.essays.packages.package import Package
from loccit.essays.packages.story import LiveField, Story
from loccit.essays.packages.xml_part import XmlPart
from loccit.essays.packages.zip_archive import ZipArchive
from loccit.essays.packages.zotero_settings import (
    PROPERTIES,
    document_settings,
    new_properties,
)
from loccit.model import Citation, Edit, Place, Problem, RichText, Span

#: White space and marks of an encoding.
_BEFORE_XML = b"\xef\xbb\xbf\xff\xfe \t\r\n"
_MANIFEST = "META-INF/manifest.xml"
#: What may follow the text in the body of a document (section 3.4).
_EPILOGUE = ("table:", "text:dde-connection-decls", "text:alphabetical-index-auto")


class OdtDocument(NotedDocument):
    """An .odt, .ott or .fodt file."""

    @cached_property
    def stories(self) -> Sequence[Story]:
        """The body, its notes, headers and footers."""
        body = StoryReader(self._content, self._styles, self._kept_codes)
        notes = [
            paragraph
            for number, note in enumerate(self._notes, 1)
            for paragraph in body.read(note, number).paragraphs
        ]
        part = self._content.name
        return [body.read(self._text), Story(part, notes), *self._edges()]

    @cached_property
    def writer(self) -> OdtWriter:
        """Writes OpenDocument."""
        return OdtWriter(self.package, self._styles)

    @cached_property
    def front_matter(self) -> FrontMatter | None:
        """What Zotero keeps of the document, and its language."""
        common = self._common
        language = document_language(common.root) if common else ""
        return document_settings(self._properties, language)

    def writing(self, live: LiveWriting) -> LiveDocument:
        """Return the document, ready to write live citations.

        Raises:
            InvalidSettings: they are to be Word's own, which LibreOffice doesn't have.
        """
        if live.program == "word":
            raise InvalidSettings(
                "LibreOffice has no citations of Word's own.",
                place=Place(self.package.path),
                advice="Use --fields zotero, or save the document as .docx.",
            )
        return super().writing(live)

    def warnings(
        self, citations: Iterable[Citation], edits: Sequence[Edit]
    ) -> Iterator[Problem]:
        """Yield what to know before the file changes: that marks of LibreOffice's own
        become text, since LibreOffice prints what it likes into them.
        """
        yield from super().warnings(citations, edits)
        marks = [each for each in citations if each.program == "libreoffice"]
        replaced = [each for each in marks if not self.obstacle(each)]
        becomes_live = self.live is not None and self.live.program is not None
        if edits and replaced and not becomes_live:
            first = replaced[0]
            yield Problem(
                "libreoffice-mark",
                "Citations of LibreOffice's own are text now: its index of sources "
                "(Insert > Table of Contents and Index) no longer knows them.",
                self.place(first.span.start, first.part),
                "note",
                "Keep a copy of the document as it was if you want that index.",
            )

    def live_edits(self, citations: Sequence[Citation]) -> list[Edit]:
        """Write the preferences of Zotero."""
        meta = self._found("meta.xml")
        if self.live is None or self.live.program != "zotero" or meta is None:
            return []
        new = new_properties(self._properties, self.live.preferences, "ReferenceMark")
        edits = property_edits(meta, new, PROPERTIES) if new else ()
        return self._with_prefixes(edits)

    @cached_property
    def _properties(self) -> Mapping[str, str]:
        meta = self._found("meta.xml")
        found = property_elements(meta) if meta else {}
        return {name: element.text for name, element in found.items()}

    @property
    def end(self) -> Span:
        """The end of the text."""
        blocks = [
            each for each in self._text.elements if not each.tag.startswith(_EPILOGUE)
        ]
        offset = blocks[-1].end if blocks else self._text.inner.end
        return Span(offset, offset)

    @property
    def note_marks(self) -> Sequence[Element]:
        """The footnotes and endnotes, which are their own marks."""
        return self._notes

    @property
    def note_elements(self) -> Sequence[Element]:
        """The footnotes and endnotes."""
        return self._notes

    def moved_code(self, field: LiveField, text: RichText) -> str | None:
        """Return the code of a live citation without the name of its mark."""
        return unnamed_code(field, text)

    def preparations(self, edits: Iterable[Edit]) -> Sequence[Edit]:
        """Return the definitions of the styles that edits use."""
        return [*preparations([*edits], self.package, self._styles)]

    @cached_property
    def _notes(self) -> Sequence[Element]:
        return [*notes_in(self._text)]

    @property
    def _content(self) -> XmlPart:
        return self.package.xml("content.xml")

    @cached_property
    def _text(self) -> Element:
        """The element with the text."""
        body = self._content.root.find("office:body")
        text = body.find("office:text") if body else None
        if text is None:
            raise UnreadableFile(
                "This is not a text document of LibreOffice.",
                place=Place(self.package.path),
                advice="Save it as .odt in the program that wrote it.",
            )
        return text

    @cached_property
    def _styles(self) -> Styles:
        return Styles([*_rooms(self._content), *_rooms(self._common)])

    @property
    def _common(self) -> XmlPart | None:
        """The part with the named styles, headers and footers."""
        return self._found("styles.xml")

    @cached_property
    def _kept_codes(self) -> Mapping[str, Property]:
        meta = self._found("meta.xml")
        return joined_properties(meta) if meta else {}

    def _found(self, name: str) -> XmlPart | None:
        found = self.package.find(name)
        return self.package.xml(found) if found else None

    def _edges(self) -> Iterator[Story]:
        """Yield the headers and footers, if they have text."""
        part = self._common
        pages = part.root.find("office:master-styles") if part else None
        if part is not None and pages is not None:
            reader = StoryReader(part, Styles([*_rooms(part)]), self._kept_codes)
            story = reader.read(pages)
            if story.paragraphs:
                yield story


def _rooms(part: XmlPart | None) -> Iterator[Element]:
    """Yield the elements of a part that hold styles."""
    if part is not None:
        yield from (each for each in part.root.elements if each.tag in STYLE_ROOMS)


def open_odt(data: bytes, path: str) -> OdtDocument:
    """Open a file of LibreOffice.

    Raises:
        UnreadableFile: it is not one, or it is damaged or encrypted.
    """
    document = OdtDocument(_package(data, path))
    document.stories  # noqa: B018  so that what is wrong is said at once
    return document


def _package(data: bytes, path: str) -> Package:
    """Return the parts of a file; a flat one has no archive around them."""
    if data.lstrip(_BEFORE_XML).startswith(b"<"):
        return FlatPackage(FlatFile(data, path), PREFIXES)
    archive = ZipArchive(data, path)
    if _MANIFEST in archive.names and b"encryption-data" in archive.read(_MANIFEST):
        raise UnreadableFile(
            "This document is encrypted.",
            place=Place(path),
            advice="Open it in LibreOffice, and save it without a password.",
        )
    return Package(archive, PREFIXES)

"""A document of a package in which citations become footnotes, and footnotes citations in
their sentence, as the style wants it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from loccit._startup.dataclass import replace
from loccit.essays.document import NewNote, NoteReference, Notes, ReferenceList
from loccit.essays.packages.element import Element
from loccit.essays.packages.live_document import LiveDocument
from loccit.essays.packages.live_edits import converted, moved_code
from loccit.essays.packages.lone_notes import (
    LoneNote,
    LoneNoteFinder,
    moved_into_sentences,
)
from loccit.essays.packages.note_places import note_place
from loccit.essays.packages.story import LiveField
from loccit.essays.packages.text_edits import text_edits
from loccit.model import Citation, Edit, Problem, RichText, Span
from loccit.output import Output


class NotedDocument(LiveDocument):
    """The part of a document that is about footnotes."""

    # What a format says of itself

    @property
    def note_marks(self) -> Sequence[Element]:
        """The marks of footnotes and endnotes in the body, in the order of its text."""
        raise NotImplementedError

    @property
    def note_elements(self) -> Iterable[Element]:
        """The notes, whose paragraphs are in them."""
        raise NotImplementedError

    def moved_code(self, field: LiveField, text: RichText) -> str | None:
        """Return the code of a live citation for another place, where it says a text;
        None if it can't be there.
        """
        return moved_code(field, text)

    # Citations that become footnotes

    @property
    def notes(self) -> Notes:
        """The footnotes and endnotes, in the order in which they are referred to."""
        marks = [NoteReference(each.start, self._body) for each in self.note_marks]
        return Notes(tuple(marks))

    def add_notes(
        self,
        notes: Sequence[NewNote],
        references: ReferenceList,
        title: str,
        output: Output,
    ) -> list[Edit]:
        """Make footnotes of citations."""
        return [
            edit
            for note in notes
            if self.has_notes_at(note.citation)
            for edit in self._with_note(note)
        ]

    def _with_note(self, note: NewNote) -> list[Edit]:
        citation = note.citation
        paragraph = self._paragraph_at(citation.span.start, citation.part)
        if paragraph is None:
            return []
        start, end, before = note_place(note, paragraph.paragraph.mapped)
        code = self.note_code(note)
        new = before + self.writer.note(note.text, citation.note, code)
        field = self._field_of(citation)
        if field:
            span = paragraph.paragraph.span(start, end)
            edits = converted(field, paragraph, span, new, self.writer, None)
        else:
            edits = text_edits(paragraph, start, end, new, self.writer)
        return self._with_prefixes(edits)

    def note_code(self, note: NewNote) -> str | None:
        """Return the code of a citation in a new note; None if it becomes text, as where
        only a program could leave the author out there.
        """
        field = self._field_of(note.citation)
        if field and note.author and not self._is_converted(note.citation):
            return None
        citation = _without_author(note.citation) if note.author else note.citation
        return self._code(citation, field, note.text)

    def _code(
        self, citation: Citation, field: LiveField | None, text: RichText
    ) -> str | None:
        if field and not self._is_converted(citation):
            return self.moved_code(field, text)
        return self._new_code(citation, text)

    def has_notes_at(self, citation: Citation) -> bool:
        """Return whether a footnote may be where a citation is: there are none in
        headers, footers and text boxes.
        """
        paragraph = self._paragraph_at(citation.span.start, citation.part)
        return citation.part == self._body and not (paragraph and paragraph.in_box)

    def warnings(
        self, citations: Iterable[Citation], edits: Sequence[Edit]
    ) -> Iterator[Problem]:
        """Yield what can't become a footnote, besides what all documents warn of."""
        citations = [*citations]
        yield from super().warnings(citations, edits)
        for each in citations:
            if each.context.own_note and not self.has_notes_at(each):
                message = "Headers and text boxes have no footnotes."
                place = self.place(each.span.start, each.part)
                kept = f"`{each.source}` stays. {message}"
                yield Problem("citation-kept", kept, place)

    # Footnotes that become citations

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
        if lone is None or citation.part != self._body:
            return super().replace(
                citation, text, output, drop_full_stop=drop_full_stop
            )
        code = self._code(citation, lone.field, text)
        return self._with_prefixes(lone.edits(text, code, self.writer))

    @cached_property
    def _lone_notes(self) -> Mapping[Span, LoneNote]:
        """The footnotes that are live citations, by the places of their marks."""
        finder = LoneNoteFinder(
            self._shown, self._cited.live, self.note_marks, self._mark_paragraph
        )
        return {each.span: each for each in finder.find(self.note_elements)}

    def _mark_paragraph(self, mark: Element) -> int | None:
        """Return the number of the paragraph with the mark of a footnote, from 0."""
        return self._number_at(mark.start, self._body)

    @property
    def _body(self) -> str:
        """The part with the body."""
        return self.stories[0].part


def _without_author(citation: Citation) -> Citation:
    """Return a citation whose first author is in the sentence."""
    first, *others = citation.cites
    cites = (replace(first, mode="suppress-author"), *others)
    return replace(citation, mode="parenthetical", cites=cites)

"""A document of a package with live citations, and with a list that a program keeps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import copy

from loccit.essays.document import ReferenceList
from loccit.essays.live_citations import program_of
from loccit.essays.live_citations.live_writing import LiveWriting, WrittenProgram
from loccit.essays.packages.document import PackageDocument, replaced_span
from loccit.essays.packages.live_edits import converted, renewed
from loccit.essays.packages.story import LiveField, StoryParagraph
from loccit.essays.packages.text_edits import space_before
from loccit.model import Citation, Edit, RichText
from loccit.output import Output


class LiveDocument(PackageDocument):
    """The part of a document that is about live citations."""

    @property
    def own_program(self) -> WrittenProgram | None:
        """Zotero, if it keeps citations in the document."""
        return "zotero" if "zotero" in self._cited.programs else None

    def writing(self, live: LiveWriting) -> LiveDocument:
        """Return the document, ready to write live citations."""
        written = copy(self)  # with all that is read already
        written.live = live
        return written

    def live_edits(self, citations: Sequence[Citation]) -> list[Edit]:
        """Write what a program keeps of a document besides its citations."""
        return []

    def keep_list(
        self, references: ReferenceList, uncited: Sequence[str]
    ) -> list[Edit]:
        """Make the reference list one that a program keeps, or text."""
        live = self.live
        there = self._places.of(references.entries, references.part)
        if live is None or not there:
            return []
        code = live.list_code(uncited) if live.program else None
        kept = next(self._list_fields, None)
        if kept is None:
            edits = self.writer.kept_list(there[0], there[-1], code) if code else []
        elif live.converts and program_of(kept.code) != live.program:
            edits = self.writer.converted_list(kept, self._list_paragraphs, code)
        else:
            edits = []
        return self._with_prefixes(edits)

    @property
    def _list_paragraphs(self) -> list[StoryParagraph]:
        """The paragraphs of the list that a program keeps."""
        return [each for each in self._shown if each.in_list or _begins_list(each)]

    @property
    def _list_fields(self) -> Iterator[LiveField]:
        """The fields of lists that a program keeps."""
        for paragraph in self._shown:
            for field in paragraph.fields:
                if field.what == "list":
                    yield field

    def replace(
        self,
        citation: Citation,
        text: RichText,
        output: Output,
        *,
        drop_full_stop: bool = False,
    ) -> list[Edit]:
        """Put a text in the place of a citation, and in its code."""
        span = replaced_span(citation, drop_full_stop=drop_full_stop)
        code = self._new_code(citation, text)
        paragraph = self._paragraph_at(citation.span.start, citation.part)
        field = self._field_of(citation)
        if not field or not paragraph:
            return self._with_text(span, citation.part, text, code)
        if self._is_converted(citation):
            edits = converted(field, paragraph, span, text, self.writer, code)
        else:
            edits = renewed(field, paragraph, span, text, self.writer, self._part_text)
        edits += space_before(paragraph, field.start, text, self.writer)
        return self._with_prefixes(edits)

    def _is_converted(self, citation: Citation) -> bool:
        return self.live is not None and self.live.converts_citation(citation)

    def _field_of(self, citation: Citation) -> LiveField | None:
        """Return where a live citation is kept."""
        if not citation.program:
            return None
        number = self._number_at(citation.span.start, citation.part)
        return None if number is None else self._cited.field_of(citation, number + 1)

    def _new_code(self, citation: Citation, text: RichText) -> str | None:
        """Write the code of a citation that becomes live; None if it becomes text."""
        if self.live is None or self.live.program is None:
            return None
        return self.live.code(citation, text, citation.span.start)


def _begins_list(paragraph: StoryParagraph) -> bool:
    return any(field.what == "list" for field in paragraph.fields)

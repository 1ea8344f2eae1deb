"""An essay that is read in blocks and inlines, as a document."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from loccit._startup.dataclass import replace
from loccit.essays.document import FrontMatter, NoteReference, Notes, ReferenceList
from loccit.essays.mapped_text import MappedText
from loccit.essays.markup.affixes import AffixReader
from loccit.essays.markup.block import Block
from loccit.essays.markup.inline import Inline
from loccit.essays.markup.read_run import Run
from loccit.essays.markup.reference_list import find_reference_list
from loccit.essays.note_numbers import NoteMark, NoteNumbers, number_notes
from loccit.essays.paragraph import Paragraph
from loccit.essays.syntax.build import CitationBuilder
from loccit.essays.text_document import TextDocument
from loccit.model import Citation


class MarkupDocument(TextDocument):
    """The part of a document that formats with blocks and inlines share."""

    # What a format reads.

    def read_blocks(self, text: str) -> Iterable[Block]:
        """Read the blocks of the essay, in order."""
        raise NotImplementedError

    def scan(self, text: str, start: int, end: int) -> Iterable[Inline]:
        """Find the constructs in the text of a block."""
        raise NotImplementedError

    def scan_affix(self, text: str, start: int, end: int) -> Iterable[Inline]:
        """Find the constructs in the words around a cite."""
        return self.scan(text, start, end)

    # What follows from that.

    @property
    def front_matter(self) -> FrontMatter | None:
        """Its settings; none."""
        return None

    @cached_property
    def paragraphs(self) -> Sequence[Paragraph]:
        """The readable text of every block."""
        return [paragraph for run in self.runs for paragraph in run.paragraphs]

    @cached_property
    def notes(self) -> Notes:
        """The footnotes, those too that are written where they are referred to."""
        numbers = self._note_numbers
        labels = {mark.label for run in self.runs for mark in run.marks}
        labels.update(numbers.labels)
        references = tuple(map(NoteReference, numbers.references))
        return Notes(references, frozenset(labels - {""}))

    def citations(self, locator_words: Mapping[str, str]) -> Sequence[Citation]:
        """Find every citation."""
        return [
            citation
            for number, run in enumerate(self.runs, 1)
            for citation in self._citations_of(run, number, locator_words)
        ]

    def reference_list(self, headings: Collection[str]) -> ReferenceList:
        """Find the section of the list, or the command that prints it."""
        return find_reference_list(self.blocks, self.mapped, headings)

    @cached_property
    def mapped(self) -> MappedText:
        """The text with even line endings and without tabs."""
        return MappedText.of(self.text, 1 if self.text.startswith("\ufeff") else 0)

    @cached_property
    def blocks(self) -> Sequence[Block]:
        """The blocks, in order."""
        return [*self.read_blocks(self.mapped.text)]

    @cached_property
    def runs(self) -> Sequence[Run]:
        """The blocks that have text."""
        return [
            Run(block, self.mapped.cut(block.content), self.scan)
            for block in self.blocks
            if block.content
        ]

    @cached_property
    def _note_numbers(self) -> NoteNumbers:
        definitions: dict[str, list[NoteMark]] = {}
        marks: list[NoteMark] = []
        for run in self.runs:
            label = run.block.note
            within = definitions.setdefault(label, []) if label else marks
            within += run.marks
        return number_notes(marks, definitions, len(self.text))

    def _citations_of(
        self, run: Run, paragraph: int, words: Mapping[str, str]
    ) -> Iterator[Citation]:
        read = AffixReader(run.mapped.text, self.scan_affix).read
        builder = CitationBuilder(run.mapped, words, read, paragraph, self.text)
        for found in run.citations:
            note = self._note_numbers.labels.get(run.block.note, 0)
            if found.note is not None:
                note = self._note_numbers.inline[run.mapped.origin(found.note)]
            for citation in builder.build(found.raw, found.first, found.last, note):
                yield (
                    _in_table(citation) if run.block.in_fixed_width_table else citation
                )


def _in_table(citation: Citation) -> Citation:
    context = replace(citation.context, in_fixed_width_table=True)
    return replace(citation, context=context)

"""A Markdown essay as a document."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import ClassVar

from loccit._startup.dataclass import replace
from loccit._startup.regex import regex
from loccit.essays.document import (
    FrontMatter,
    KeyPlace,
    NoteReference,
    Notes,
    ReferenceList,
)
from loccit.essays.formats.markdown import insert, wiki_links
from loccit.essays.formats.markdown.affix_markup import AffixReader
from loccit.essays.formats.markdown.blocks import BlockStructure, Wanted
from loccit.essays.formats.markdown.metadata import (
    TypedText,
    quoted,
    texts_in_chunk,
    texts_in_metadata,
)
from loccit.essays.formats.markdown.own_citations import SIGNS, written_own
from loccit.essays.formats.markdown.read_blocks import read_blocks, read_into
from loccit.essays.formats.markdown.scan import (
    ScannedRun,
    is_wanted,
    number_notes_of,
    scan,
)
from loccit.essays.formats.markdown.sections import find_reference_list
from loccit.essays.front_matter import (
    find_front_matter,
    join_front_matter,
    read_front_matter,
)
from loccit.essays.key_citation import KeyCitation
from loccit.essays.mapped_text import MappedText
from loccit.essays.nocited import nocited_keys
from loccit.essays.note_numbers import NoteNumbers
from loccit.essays.paragraph import Paragraph
from loccit.essays.syntax.bare_locators import bind_pages
from loccit.essays.syntax.build import CitationBuilder
from loccit.essays.text_document import TextDocument
from loccit.model import Citation, Edit, Problem
from loccit.output import Output
from loccit.output.markdown import paragraph
from loccit.text_files.newlines import LINE_END

#: What may be a block of metadata after a blank line, or after blank lines at the top.
_LATER_METADATA = regex(r"(?:\A|\n|\r)[ \t]*[\r\n]+---[ \t]*(?:\r\n|\n|\r)(?=\S)")


class MarkdownDocument(TextDocument):
    """A Markdown essay, read as pandoc reads it."""

    MARKUP: ClassVar[str] = "markdown"

    @cached_property
    def front_matter(self) -> FrontMatter | None:
        """The settings at the top and in later blocks."""
        span = find_front_matter(self.text)
        top = read_front_matter(self.text, span, self.place) if span else None
        return join_front_matter(top, self._later_metadata)

    @cached_property
    def _later_metadata(self) -> Sequence[FrontMatter]:
        """The settings in the blocks below the top."""
        first = find_front_matter(self.text)
        # The blank line before a block begins with the line end of the first one.
        start = first.end - 1 if first else 0
        # Few essays have such a line, and to look for one is quicker.
        if not any(begun in self.text for begun in ("\n---", "\r---")):
            return []
        if not _LATER_METADATA.search(self.text, start):
            return []
        blocks, mapped = self._structure.blocks, self._structure.mapped
        spans = [
            mapped.span(block.start, block.end)
            for block in blocks
            if block.kind == "metadata"
        ]
        return [read_front_matter(self.text, span, self.place) for span in spans]

    @cached_property
    def paragraphs(self) -> Sequence[Paragraph]:
        """The readable text of every run.  Only those that cite are read otherwise, so
        the blocks are read again.
        """
        # To format an essay by key takes no look at its paragraphs.
        from loccit.essays.formats.markdown.readable import readable_paragraphs

        return [*readable_paragraphs(self._read_blocks(_every_run))]

    @cached_property
    def notes(self) -> Notes:
        """The footnotes, inline ones too."""
        if "^" not in self.text:
            return Notes()
        marks = (mark for run in self._scanned for mark in run.marks())
        labels = {mark.label for mark in marks if mark.label}
        labels.update(self._note_numbers.labels)
        references = tuple(map(NoteReference, self._note_numbers.references))
        return Notes(references, frozenset(labels))

    def citations(self, locator_words: Mapping[str, str]) -> Sequence[Citation]:
        """Find every citation."""
        if not any(sign in self.text for sign in ("@", *SIGNS)):
            return ()
        return [*bind_pages(self._citing_runs(locator_words), self)]

    def key_citations(self, citation: KeyCitation) -> Sequence[str]:
        """Write a citation as the others are: by key, or as MyST or Jekyll cite."""
        own = written_own(citation, self.text)
        return super().key_citations(citation) if own is None else own

    def nocited(self) -> Sequence[KeyPlace]:
        """Return the keys in the front matter's `nocite`."""
        return [*nocited_keys(self.front_matter, self.text)]

    def reference_list(self, headings: Collection[str]) -> ReferenceList:
        """Find the section or div of the list."""
        return find_reference_list(self._structure, headings, self.file)

    @cached_property
    def _structure(self) -> BlockStructure:
        return self._read_blocks(is_wanted)

    @cached_property
    def _typed_texts(self) -> Sequence[TypedText]:
        """The texts that cite in metadata and in chunks of code."""
        spans = self.front_matter.spans if self.front_matter else ()
        blocks = [MappedText.of(self.text[: span.end], span.start) for span in spans]
        texts = [text for block in blocks for text in texts_in_metadata(block)]
        for chunk in self._structure.chunks:
            texts += texts_in_chunk(chunk)
        return texts

    @cached_property
    def _scanned(self) -> Sequence[ScannedRun]:
        structure = self._structure
        for text in self._typed_texts:
            read_into(structure, text.mapped, is_wanted)
        if self._typed_texts:
            structure.runs.sort(key=lambda run: run.mapped.origin(run.start))
        return scan(structure)

    @cached_property
    def _note_numbers(self) -> NoteNumbers:
        return number_notes_of(self._scanned, self._structure, len(self.text))

    def _read_blocks(self, wanted: Wanted) -> BlockStructure:
        start = 1 if self.text.startswith("\ufeff") else 0
        span = find_front_matter(self.text)
        mapped = MappedText.of(self.text, span.end if span else start)
        return read_blocks(mapped, wanted)

    def _citing_runs(self, words: Mapping[str, str]) -> Iterator[list[Citation]]:
        """Yield the citations of each run."""
        for number, scanned in enumerate(self._scanned, 1):
            yield [*self._citations_of(scanned, number, words)]

    def _citations_of(
        self, scanned: ScannedRun, paragraph: int, words: Mapping[str, str]
    ) -> Iterator[Citation]:
        run, labels = scanned.run, self._structure.labels
        read = AffixReader(run.mapped.text, labels, run.context).read
        builder = CitationBuilder(run.mapped, words, read, paragraph, self.text)
        for step, inside in scanned.found:
            if step.citation is None:
                continue
            note, start = self._note_numbers.labels.get(run.note, 0), run.start
            if inside is not None:
                note = self._note_numbers.inline[run.mapped.origin(inside)]
                start = inside + len("^[")
            for citation in builder.build(step.citation, start, run.end, note):
                yield (
                    self._in_cell(citation) if run.in_fixed_width_table else citation
                )

    def _in_cell(self, citation: Citation) -> Citation:
        """Adapt the context of a citation in a cell that is known by its place: other
        cells separate it from the line before.
        """
        context = replace(citation.context, in_fixed_width_table=True)
        if LINE_END.search(context.note_span.of(self.text)):
            context = replace(
                context, note_span=citation.span, punctuation="", adjoins=False
            )
        return replace(citation, context=context)

    # How Markdown is written

    def note_mark(self, label: str) -> str:
        """Write the mark of a footnote."""
        return f"[^{label}]"

    def note_block(self, label: str, content: str) -> str:
        """Write a footnote's definition."""
        lines = paragraph(content).replace("\n", "\n    ")
        return f"[^{label}]: {lines}"

    def in_place(self, markup: str, citation: Citation, output: Output) -> str:
        """Escape what would begin a list at the beginning of a line, or end a value of
        metadata.
        """
        typed = self._typed_text(citation)
        if typed:
            return quoted(markup, typed.quoting)
        if not self.is_own(output):
            return markup
        return insert.at_line_start(markup, self.text, citation.span)

    def _typed_text(self, citation: Citation) -> TypedText | None:
        """Return the text in metadata or code that a citation is in."""
        for text in self._typed_texts:
            span = text.span
            if span.start <= citation.span.start and citation.span.end <= span.end:
                return text
        return None

    def may_precede_block(self, text: str) -> bool:
        """Return whether a text ends with the fence of a div."""
        return insert.ends_with_fence(text)

    def may_follow_block(self, text: str) -> bool:
        """Return whether a text begins with the fence that closes a div."""
        return insert.begins_with_fence(text)

    def obstacle(self, citation: Citation) -> Problem | None:
        """Report a citation over several lines of a table's cell, one in a value of
        metadata that can't have a comma, and a link with a text of its own.
        """
        if wiki_links.is_link(citation.source):
            return insert.linked(citation, self.file)
        typed = self._typed_text(citation)
        if typed and typed.quoting == "flow":
            return insert.in_flow(citation, self.file)
        return insert.over_table_lines(citation, self.file)

    def warnings(
        self, citations: Iterable[Citation], edits: Sequence[Edit]
    ) -> Iterator[Problem]:
        """Report edits that move the cells of a table, and metadata that can't be read."""
        yield from insert.moved_cells(citations, edits, self.file)
        for block in self._later_metadata:
            if block.error:
                yield insert.unread_metadata(block.error, self.file)


def _every_run(text: str, start: int, end: int) -> bool:
    return True

"""What the essays of Word and LibreOffice have in common: stories of paragraphs, and how
results go back into them.

A format derives its document from `PackageDocument`: it reads the stories of its parts,
and has a `Writer`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path

from loccit._startup.dataclass import replace
from loccit.errors import UnwritableFile
from loccit.essays.document import (
    EntryStretch,
    FrontMatter,
    KeyPlace,
    ListChange,
    NewNote,
    Notes,
    ReferenceList,
)
from loccit.essays.key_citation import KeyCitation
from loccit.essays.live_citations import Record
from loccit.essays.live_citations.live_writing import LiveWriting
from loccit.essays.packages.change_warnings import change_warnings
from loccit.essays.packages.cited import Cited, read_cited
from loccit.essays.packages.list_edits import ListEdits
from loccit.essays.packages.listed import ListFinder
from loccit.essays.packages.package import Package
from loccit.essays.packages.shown_paragraphs import ShownParagraphs
from loccit.essays.packages.story import Story, StoryParagraph
from loccit.essays.packages.text_edits import joined, text_edits
from loccit.essays.packages.typed_paragraph import typed_paragraph
from loccit.essays.packages.writer import Writer
from loccit.essays.paragraph import Paragraph
from loccit.essays.syntax.written import typed_key, written
from loccit.model import Citation, Edit, Place, Problem, RichText, Span
from loccit.model.span import apply_edits, edits_by_part
from loccit.output import Entry, Output


class PackageDocument:
    """The part of `loccit.essays.document.Document` that packages share."""

    markup = "docx"

    def __init__(self, package: Package, live: LiveWriting | None = None) -> None:
        self.package = package
        self.live = live

    # What a format says of itself

    @property
    def stories(self) -> Sequence[Story]:
        """The stories, in the order in which citations are numbered."""
        raise NotImplementedError

    @property
    def writer(self) -> Writer:
        """Writes text."""
        raise NotImplementedError

    @property
    def end(self) -> Span:
        """Where a new list goes: the end of the text, in the part of the first story."""
        raise NotImplementedError

    @property
    def front_matter(self) -> FrontMatter | None:
        """The settings that a program keeps in the document."""
        return None

    # The file

    @property
    def data(self) -> bytes:
        """The bytes of the file."""
        return self.package.archive.data

    @property
    def parts(self) -> Mapping[str, str]:
        """The XML of the parts with text, in the order of the stories."""
        return {story.part: self.package.xml(story.part).text for story in self.stories}

    @cached_property
    def text(self) -> str:
        """What readers see, a paragraph a line, with blank lines between."""
        return "\n\n".join(paragraph.text for paragraph in self.paragraphs)

    @property
    def searchable(self) -> str:
        """What readers see."""
        return self.text

    def preparations(self, edits: Iterable[Edit]) -> Sequence[Edit]:
        """Return the edits in other places that edits need."""
        return ()

    def with_edits(self, edits: Iterable[Edit]) -> PackageDocument:
        """Return the document with edits and their preparations made.

        Raises:
            UnwritableFile: citations are so entangled that edits overlap.
        """
        made = [*edits]
        made += self.preparations(made)
        try:
            texts = {
                part: apply_edits(self._text_of(part), inside)
                for part, inside in edits_by_part(made).items()
            }
        except ValueError as error:
            raise UnwritableFile(
                f"Citations of this document overlap ({error}).",
                place=Place(self.package.path),
                advice="Separate citations that touch each other, and try again.",
            ) from error
        package = self.package.with_texts(texts) if texts else self.package
        return type(self)(package)

    def _text_of(self, part: str) -> str:
        is_new = self.package.find(part) is None
        return "" if is_new else self.package.xml(part).text

    def characters(self, span: Span, part: str = "") -> str:
        """Return what readers see of a span."""
        paragraph = self._paragraph_at(span.start, part)
        if paragraph is None:
            return ""
        mapped = paragraph.paragraph.mapped
        return mapped.text[mapped.position(span.start) : mapped.position(span.end)]

    def place(self, offset: int, part: str = "") -> Place:
        """Return the paragraph of a character, and its place in it."""
        number = self._number_at(offset, part)
        if number is None:
            return Place(self.package.path)
        mapped = self._shown[number].paragraph.mapped
        column = mapped.position(offset) + 1
        return Place(self.package.path, number + 1, column, "paragraph")

    # What it has

    @cached_property
    def paragraphs(self) -> Sequence[Paragraph]:
        """Every paragraph that readers see, once."""
        return [each.paragraph for each in self._shown]

    @cached_property
    def typed_paragraphs(self) -> Sequence[Paragraph]:
        """The paragraphs, with blanks in the place of live citations and of the list
        that is made of them.
        """
        has_live = bool(self._cited.records)
        return [typed_paragraph(each, has_live=has_live) for each in self._shown]

    @cached_property
    def _shown(self) -> Sequence[StoryParagraph]:
        return [paragraph for story in self.stories for paragraph in story.paragraphs]

    @property
    def problems(self) -> Sequence[Problem]:
        """What was noticed on reading."""
        noticed = [problem for story in self.stories for problem in story.problems]
        return [*noticed, *self._cited.problems]

    @property
    def notes(self) -> Notes:
        """The footnotes."""
        return Notes()

    @cached_property
    def _cited(self) -> Cited:
        return read_cited(self._shown, self.place)

    @property
    def included(self) -> Sequence[Path]:
        """Nothing: all is in the file."""
        return ()

    @property
    def records(self) -> Mapping[str, Record]:
        """The sources that live citations carry, by the keys of their cites."""
        return self._cited.records

    def citations(self, locator_words: Mapping[str, str]) -> Sequence[Citation]:
        """Find every citation, with keys and live."""
        return self._cited.citations(locator_words)

    def in_sentences(self, citations: Sequence[Citation]) -> Sequence[Citation]:
        """Return citations as they are: notes are part of the text."""
        return citations

    def nocited(self) -> Sequence[KeyPlace]:
        """Return nothing: documents have no such setting."""
        return ()

    def key_citations(self, citation: KeyCitation) -> Sequence[str]:
        """Return ways to type a citation by key."""
        return written(citation)

    def typed(self, span: Span, part: str, text: str) -> Edit | None:
        """Type text in the place of a span, over whatever runs it is split; it is no
        live citation any more.
        """
        plain = type(self)(self.package)
        edits = plain._with_text(span, part, RichText.of(text))
        return joined(edits, self._part_text(part)) if edits else None

    def with_key(self, place: KeyPlace, new: str) -> Edit | None:
        """Type another key in the place of one."""
        sign = "-" if self.characters(place.span, place.part).startswith("-") else ""
        return self.typed(place.span, place.part, sign + typed_key(new))

    def reference_list(self, headings: Collection[str]) -> ReferenceList:
        """Find where the reference list is or goes."""
        part = self.stories[0].part
        return ListFinder(self._shown, headings, self.end, part, self.place).find()

    # What changes

    def obstacle(self, citation: Citation) -> Problem | None:
        """Return why a citation has to stay as it is."""
        number = self._number_at(citation.span.start, citation.part)
        kept = "" if number is None else self._cited.kept(citation, number + 1)
        if not kept:
            return None
        place = self.place(citation.span.start, citation.part)
        return Problem("citation-kept", f"`{citation.source}` stays. {kept}", place)

    def replace(
        self,
        citation: Citation,
        text: RichText,
        output: Output,
        *,
        drop_full_stop: bool = False,
    ) -> list[Edit]:
        """Put a text in the place of a citation."""
        span = replaced_span(citation, drop_full_stop=drop_full_stop)
        return self._with_text(span, citation.part, text)

    def _part_text(self, part: str) -> str:
        return self.package.xml(part).text

    def _with_text(
        self, span: Span, part: str, text: RichText, code: str | None = None
    ) -> list[Edit]:
        paragraph = self._paragraph_at(span.start, part)
        if paragraph is None:
            return []
        mapped = paragraph.paragraph.mapped
        start, end = mapped.position(span.start), mapped.position(span.end)
        edits: list[Edit] = []
        for each in (paragraph, *self._copies_of(paragraph)):
            edits += text_edits(each, start, end, text, self.writer, code)
        return self._with_prefixes(edits)

    def _with_prefixes(self, edits: Iterable[Edit]) -> list[Edit]:
        """Return the edits that change something; their XML declares the prefixes that
        its part lacks.
        """
        declare, part = self.package.with_prefixes, self.package.xml
        return [
            replace(edit, new=declare(edit.new, edit.part))
            for edit in edits
            if edit.new != edit.span.of(part(edit.part).text)
        ]

    def _copies_of(self, paragraph: StoryParagraph) -> Iterator[StoryParagraph]:
        """Yield the copies of a paragraph for other programs."""
        for story in self.stories:
            if story.part == paragraph.paragraph.part:
                yield from story.copies.get(paragraph.element.start, ())

    def add_notes(
        self,
        notes: Sequence[NewNote],
        references: ReferenceList,
        title: str,
        output: Output,
    ) -> list[Edit]:
        """Make footnotes of citations."""
        raise NotImplementedError

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
        """Add entries to the reference list, except those that it has; a list that a
        program keeps becomes these entries.
        """
        change = self._list_edits.added(entries, references, title)
        return replace(change, edits=self._with_prefixes(change.edits))

    def entry_stretches(
        self, entries: Sequence[Span], part: str = ""
    ) -> list[EntryStretch]:
        """Group the entries of a typed list by the paragraphs between them."""
        return self._list_edits.stretches(entries, part)

    def replace_stretch(
        self,
        stretch: EntryStretch,
        blocks: Sequence[Entry | Span],
        output: Output,
        *,
        anchors: bool,
        others: Sequence[Edit] = (),
    ) -> list[Edit]:
        """Put entries in the place of the paragraphs of a typed list; one that cites is
        not an entry.
        """
        inside = self._places.within(stretch.span, stretch.part)
        first = min([each.element.start for each in inside], default=0)
        cited = [
            each.span
            for each in others
            if each.part == stretch.part and each.span.end > first
        ]
        there = [
            each
            for each in inside
            if not any(_overlap(each.element.span, span) for span in cited)
        ]
        if not there:
            return []
        return self._with_prefixes(self._list_edits.replaced(there, blocks))

    @property
    def _list_edits(self) -> ListEdits:
        return ListEdits(self._places, self.writer)

    def warnings(
        self, citations: Iterable[Citation], edits: Sequence[Edit]
    ) -> Iterator[Problem]:
        """Yield what to know before the file changes."""
        if edits:
            yield from change_warnings(self.package.archive)

    # Where paragraphs are

    @cached_property
    def _places(self) -> ShownParagraphs:
        return ShownParagraphs(self._shown)

    def _number_at(self, offset: int, part: str) -> int | None:
        """Return the number of the paragraph with a character, from 0."""
        return self._places.number_at(offset, part)

    def _paragraph_at(self, offset: int, part: str) -> StoryParagraph | None:
        return self._places.at(offset, part)


def _overlap(first: Span, second: Span) -> bool:
    return first.start < second.end and second.start < first.end


def replaced_span(citation: Citation, *, drop_full_stop: bool) -> Span:
    """Return the place of a citation, with the full stop after it if that goes, too."""
    span, stop = citation.span, citation.context.full_stop
    if drop_full_stop and stop and stop.start == span.end:
        return Span(span.start, stop.end)
    return span

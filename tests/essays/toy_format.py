"""An essay format of two parts, to hold the document model to what it promises.

A file is a JSON object of two strings, `body` and `aside`; both have running text, and
notes and the reference list go to the end of `aside`.  Spans count the characters of a
string as it is written, so that `\\u00e9` is one readable character of six.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path

from loccit.essays import Essay, FrontMatter, Notes, ReferenceList
from loccit.essays.document import EntryStretch, KeyPlace, ListChange, NewNote
from loccit.essays.key_citation import KeyCitation
from loccit.essays.live_citations import Record
from loccit.essays.live_citations.live_writing import LiveWriting, WrittenProgram
from loccit.essays.mapped_text import MappedText, Piece
from loccit.essays.paragraph import Paragraph
from loccit.essays.syntax.build import CitationBuilder
from loccit.essays.syntax.plain_inlines import PlainInlines
from loccit.essays.syntax.written import written
from loccit.model import Citation, Edit, Place, Problem, RichText, Span
from loccit.model.span import apply_edits, edits_by_part
from loccit.output import Entry, Output

MEMBER = re.compile(r'"(body|aside)"\s*:\s*"((?:\\.|[^"\\])*)"')
CHARACTER = re.compile(r"(?:\\u[dD][89abAB]\w\w)?\\u\w{4}|\\.|[^\\]+")
NUMBER = re.compile(r"\[\d+\] \Z")
BREAK = re.compile(r"\n\n+")


class ToyDocument:
    """The document of a toy essay."""

    markup = "plain_text"
    front_matter: FrontMatter | None = None
    notes = Notes()
    problems: Sequence[Problem] = ()
    records: Mapping[str, Record] = {}

    def __init__(self, file: str) -> None:
        self.file = file
        self.spans = {found[1]: Span(*found.span(2)) for found in MEMBER.finditer(file)}

    @property
    def data(self) -> bytes:
        return self.file.encode()

    @property
    def parts(self) -> Mapping[str, str]:
        return {part: self.raw(part) for part in self.spans}

    @property
    def text(self) -> str:
        return "\n\n".join(paragraph.text for paragraph in self.paragraphs)

    def typed(self, span: Span, part: str, text: str) -> Edit | None:
        return Edit(span, _written(text), part)

    @property
    def typed_paragraphs(self) -> Sequence[Paragraph]:
        return self.paragraphs

    own_program: WrittenProgram | None = None
    included: Sequence[Path] = ()

    def writing(self, live: LiveWriting) -> ToyDocument:
        return self

    def keep_list(
        self, references: ReferenceList, uncited: Sequence[str]
    ) -> list[Edit]:
        return []

    def live_edits(self, citations: Sequence[Citation]) -> list[Edit]:
        return []

    def characters(self, span: Span, part: str = "") -> str:
        return json.loads(f'"{span.of(self.raw(part))}"')  # type: ignore[no-any-return]

    @property
    def searchable(self) -> str:
        return self.text

    def raw(self, part: str) -> str:
        return self.spans[part].of(self.file)

    @cached_property
    def paragraphs(self) -> Sequence[Paragraph]:
        return [
            Paragraph(mapped)
            for part in self.spans
            for mapped in self._paragraphs(part)
        ]

    def _paragraphs(self, part: str) -> Iterator[MappedText]:
        whole = MappedText.join(self._pieces(part), part)
        start = 0
        for found in BREAK.finditer(whole.text):
            yield whole.cut([(start, found.start())])
            start = found.end()
        yield whole.cut([(start, len(whole.text))])

    def _pieces(self, part: str) -> Iterator[Piece]:
        for found in CHARACTER.finditer(self.raw(part)):
            if found[0].startswith("\\"):
                yield Piece(json.loads(f'"{found[0]}"'), found.start(), found.end())
            else:
                yield Piece(found[0], found.start())

    def place(self, offset: int, part: str = "") -> Place:
        return Place(f"toy:{part}", 1, offset + 1)

    def citations(self, locator_words: Mapping[str, str]) -> Sequence[Citation]:
        return [
            citation
            for number, paragraph in enumerate(self.paragraphs, 1)
            for citation in _citations(paragraph.mapped, number, locator_words)
        ]

    def in_sentences(self, citations: Sequence[Citation]) -> Sequence[Citation]:
        return citations

    def nocited(self) -> Sequence[KeyPlace]:
        return []

    def key_citations(self, citation: KeyCitation) -> Sequence[str]:
        return written(citation)

    def with_key(self, place: KeyPlace, new: str) -> Edit | None:
        return Edit(place.span, f"@{new}", place.part)

    def reference_list(self, headings: Collection[str]) -> ReferenceList:
        inside: list[Span] = []
        for paragraph in reversed([*self._paragraphs("aside")]):
            span = paragraph.span(0, len(paragraph.text))
            if paragraph.text.casefold() in headings:
                inside.reverse()
                end = inside[-1].end if inside else span.end
                return ReferenceList(
                    "heading",
                    Span(span.end, end),
                    span.start,
                    tuple(inside),
                    part="aside",
                )
            inside.append(span)
        end = len(self.raw("aside"))
        return ReferenceList("none", Span(end, end), end, part="aside")

    def obstacle(self, citation: Citation) -> Problem | None:
        if not citation.source.startswith("[@stuck"):
            return None
        place = self.place(citation.span.start, citation.part)
        return Problem("stuck", "The toy is stuck.", place, "error")

    def replace(
        self,
        citation: Citation,
        text: RichText,
        output: Output,
        *,
        drop_full_stop: bool = False,
    ) -> list[Edit]:
        stop = citation.context.full_stop
        end = stop.end if stop and drop_full_stop else citation.span.end
        span = Span(citation.span.start, end)
        return [Edit(span, _written(output.render(text)), citation.part)]

    def add_notes(
        self,
        notes: Sequence[NewNote],
        references: ReferenceList,
        title: str,
        output: Output,
    ) -> list[Edit]:
        marks = [self._mark(note, output) for note in notes]
        texts = [f"({note.citation.note}) {output.render(note.text)}" for note in notes]
        start = Span(references.start, references.start)
        return [
            *marks,
            *(Edit(start, _written(f"\n\n{text}"), "aside") for text in texts),
        ]

    def _mark(self, note: NewNote, output: Output) -> Edit:
        part, span = note.citation.part, note.citation.context.note_span
        inside, quote, punctuation = "", "", note.punctuation
        if note.in_quotation:
            quote = r"\""
            assert self.raw(part).endswith(quote, 0, span.start)
            span = Span(span.start - len(quote), span.end)
            inside, punctuation = punctuation[0], punctuation[1:]
        text = f"{output.render(note.author)}{punctuation}({note.citation.note})"
        return Edit(span, inside + quote + _written(text), part)

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
        listed = {span.of(self.raw("aside")) for span in references.entries}
        blocks = [*map(_written, output.entries(entries, anchors=anchors))]
        missing = [block for block in blocks if block not in listed]
        keys = frozenset(
            entry.key
            for entry, block in zip(entries, blocks, strict=True)
            if block not in listed
        )
        if missing and references.kind == "none":
            missing.insert(0, _written(title))
        end = Span(references.span.end, references.span.end)
        edits = [Edit(end, r"\n\n" + block, "aside") for block in missing]
        return ListChange(edits, len(listed.difference(blocks)), keys)

    def entry_stretches(
        self, entries: Sequence[Span], part: str = ""
    ) -> list[EntryStretch]:
        if not entries:
            return []
        before = NUMBER.search(self.raw(part), 0, entries[0].start)
        start = before.start() if before else entries[0].start
        span = Span(start, entries[-1].end)
        return [EntryStretch(span, range(len(entries)), part)]

    def replace_stretch(
        self,
        stretch: EntryStretch,
        blocks: Sequence[Entry | Span],
        output: Output,
        *,
        anchors: bool,
        others: Sequence[Edit] = (),
    ) -> list[Edit]:
        typed = self.raw(stretch.part)
        entries = [block for block in blocks if isinstance(block, Entry)]
        markup = iter(output.entries(entries, anchors=anchors))
        new = r"\n\n".join(
            block.of(typed) if isinstance(block, Span) else _written(next(markup))
            for block in blocks
        )
        if stretch.span.of(typed) == new:
            return []
        return [Edit(stretch.span, new, stretch.part)]

    def warnings(
        self, citations: Iterable[Citation], edits: Sequence[Edit]
    ) -> Iterator[Problem]:
        yield from ()

    def preparations(self, edits: Iterable[Edit]) -> Sequence[Edit]:
        return ()

    def with_edits(self, edits: Iterable[Edit]) -> ToyDocument:
        changes = [
            Edit(self.spans[part], apply_edits(self.raw(part), inside))
            for part, inside in edits_by_part(edits).items()
        ]
        return ToyDocument(apply_edits(self.file, changes))


def _citations(
    paragraph: MappedText, number: int, words: Mapping[str, str]
) -> Iterator[Citation]:
    text = paragraph.text
    builder = CitationBuilder(
        paragraph, words, lambda start, end: RichText.of(text[start:end]), number
    )
    for step in PlainInlines(text, 0, len(text)).run():
        if step.citation:
            yield from builder.build(step.citation, 0, len(text))


def _written(text: str) -> str:
    """Text as it is written in a JSON string."""
    return json.dumps(text)[1:-1]


def toy_essay(body: str, aside: str) -> Essay:
    """An essay with these two parts, as they are written."""
    file = f'{{"made by": "toy",\r\n"body":  "{body}" , "aside": "{aside}"\t}}\n'
    return reopened(file.encode())


def reopened(data: bytes) -> Essay:
    return Essay("essay.toy", data, "toy", ToyDocument(data.decode()))

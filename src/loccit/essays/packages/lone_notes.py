"""Footnotes that are a live citation and nothing else, as note styles print them.

In other styles the citation goes into the sentence, before the punctuation that its mark
follows (APA 7, section 8.11).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from loccit._startup.dataclass import dataclass, replace
from loccit._startup.regex import regex
from loccit.essays.packages.element import Element
from loccit.essays.packages.live_places import LivePlace
from loccit.essays.packages.story import LiveField, StoryParagraph
from loccit.essays.packages.writer import Slot, Writer
from loccit.essays.syntax.citation_context import Surroundings
from loccit.model import Citation, Edit, RichText, Span

#: Punctuation before a mark, perhaps within the quotation marks.
_PUNCTUATION = regex(r"([.,;:])([\"”’»]?)\Z")
_WORDS = regex(r"[^(\[].*?[^\W\d_]")
_NUMBER = regex(r"\[[0-9]")


@dataclass(frozen=True, slots=True)
class LoneNote:
    """A footnote that is a citation.

    Attributes:
        place: the citation in the note.
        note: the element of the note, in the part of its citation.
        reference: its mark in the text; where notes are in the text, the same element.
        paragraph: the paragraph with the mark.
        number: the number of that paragraph, from 1.
    """

    place: LivePlace
    note: Element
    reference: Element
    paragraph: StoryParagraph
    number: int

    @property
    def field(self) -> LiveField:
        """The field of the citation."""
        return self.place.field

    @property
    def span(self) -> Span:
        """The place of the mark."""
        return self.reference.span

    def in_sentence(self, citation: Citation) -> Citation:
        """Return its citation as one that is where the mark is."""
        mapped = self.paragraph.paragraph.mapped
        position = mapped.position(self.reference.start)
        around = Surroundings(
            mapped, 0, len(mapped.text), position, position, False, None
        )
        return replace(
            citation,
            note=0,
            part=mapped.part,
            span=self.span,
            context=around.context(self.number),
        )

    def edits(self, text: RichText, code: str | None, writer: Writer) -> list[Edit]:
        """Return the edits that put a citation into the sentence, and remove the note.

        Args:
            text: what the citation says.
            code: of the live citation that it is there; None if it is text.
            writer: writes text.
        """
        inserted = self._inserted(text, code, writer)
        mark = Edit(self.span, "", self.paragraph.paragraph.part)
        if self.note is self.reference:
            return [*inserted, mark]
        note = Edit(self.note.span, "", self.place.citation.part)
        return [*inserted, mark, note]

    def _inserted(self, text: RichText, code: str | None, writer: Writer) -> list[Edit]:
        mapped = self.paragraph.paragraph.mapped
        position = mapped.position(self.reference.start)
        before = mapped.text[:position]
        found = _PUNCTUATION.search(before)
        stop = found[1] if found else ""
        space = RichText.of("" if before[-1:].isspace() or not before else " ")
        slot = self._slot(found.start() if found and not found[2] else position)
        new = space + (text if code is None else writer.live(text, code, slot))
        if not found or not found[2]:
            return [Edit(slot.span, writer.inserted(new, slot), slot.part)]
        removed = Edit(mapped.span(*found.span(1)), "", slot.part)
        outside = writer.inserted(new + RichText.of(stop), slot)
        return [removed, Edit(slot.span, outside, slot.part)]

    def _slot(self, position: int) -> Slot:
        """Return the place after the character before a position."""
        mapped = self.paragraph.paragraph.mapped
        run = self.paragraph.run_at(max(position - 1, 0)) or self.paragraph.runs[0]
        last = mapped.span(position - 1, position).end if position else mapped.origin(0)
        return Slot(run, Span(last, last), mapped.part)


@dataclass(frozen=True, slots=True)
class LoneNoteFinder:
    """Finds such footnotes.

    Attributes:
        shown: the paragraphs of the essay.
        live: the live citations of each.
        marks: the marks of the footnotes, in the order of their numbers.
        paragraph_of: returns the number of the paragraph with a mark, from 0.
    """

    shown: Sequence[StoryParagraph]
    live: Sequence[Sequence[LivePlace]]
    marks: Sequence[Element]
    paragraph_of: Callable[[Element], int | None]

    def find(self, notes: Iterable[Element]) -> Iterator[LoneNote]:
        """Yield them; `notes` are the elements of all footnotes."""
        numbers: dict[int, list[int]] = {}
        for index, each in enumerate(self.shown):
            if each.note and not each.in_box:
                numbers.setdefault(each.note, []).append(index)
        elements = {id(inner): note for note in notes for inner in _within(note)}
        for number, inside in numbers.items():
            place = self._citation([each for each in inside if self._says(each)])
            mark = self.marks[number - 1]
            holder = self.paragraph_of(mark)
            note = elements.get(id(self.shown[inside[0]].element))
            if place and note and holder is not None and self.shown[holder].runs:
                yield LoneNote(place, note, mark, self.shown[holder], holder + 1)

    def _says(self, index: int) -> bool:
        return bool(self.shown[index].paragraph.text.strip())

    def _citation(self, inside: Sequence[int]) -> LivePlace | None:
        """Return the live citation that a note is; None if it says more, or the citation
        has to stay.

        Args:
            inside: the numbers of its paragraphs, without blank ones.
        """
        if len(inside) != 1 or len(self.live[inside[0]]) != 1:
            return None
        [place] = self.live[inside[0]]
        text, field = self.shown[inside[0]].paragraph.text, place.field
        around = (text[: field.start] + text[field.end :]).strip()
        is_printed_there = _is_of_note_style(self.shown[inside[0]], field)
        if place.kept or around not in ("", ".") or not is_printed_there:
            return None
        return place


def _within(note: Element) -> Iterator[Element]:
    """Yield the paragraphs of a note, which may be in one element more."""
    for child in note.elements:
        yield child
        yield from child.elements


def _is_of_note_style(paragraph: StoryParagraph, field: LiveField) -> bool:
    """Return whether a citation is printed as note styles do: words without brackets
    around them, and no number in brackets or raised.
    """
    text = paragraph.paragraph.text[field.start : field.end]
    marks = paragraph.paragraph.marks_in(field.start, field.end)
    if any(mark.kind == "superscript" for mark in marks) or _NUMBER.search(text):
        return False
    return _WORDS.match(text) is not None


def moved_into_sentences(
    citations: Sequence[Citation], notes: Iterable[LoneNote]
) -> Iterator[Citation]:
    """Yield citations; those of such footnotes are where their marks are."""
    places = {
        (note.place.citation.part, note.place.citation.span): note for note in notes
    }
    for each in citations:
        note = places.get((each.part, each.span)) if each.program else None
        yield note.in_sentence(each) if note else each

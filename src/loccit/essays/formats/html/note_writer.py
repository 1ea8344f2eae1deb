"""Write footnotes into an HTML text: marks, and their texts in a list of notes, with
links both ways and the roles of DPUB-ARIA 1.1.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from loccit._startup.regex import regex
from loccit.essays.document import NewNote
from loccit.essays.formats.html.balance import balanced
from loccit.essays.formats.html.links import with_anchors
from loccit.essays.formats.html.notes import FoundNotes
from loccit.essays.formats.html.tokens import tokens
from loccit.essays.formats.html.tree import Element
from loccit.essays.text_file import TextFile
from loccit.model import Edit, Span
from loccit.output import Output

_NUMBER = regex(r"[\s\[(]*(\d+)[\s\])]*\Z")
_BACK = "↩︎"


class NoteWriter:
    """Adds footnotes to those that a document has."""

    def __init__(self, file: TextFile, found: FoundNotes) -> None:
        self._text = file.text
        self._newline = file.newline
        self._found = found

    def edits(
        self,
        notes: Sequence[NewNote],
        labels: Sequence[str],
        place: int,
        output: Output,
    ) -> list[Edit]:
        """Make footnotes of citations.

        Args:
            notes: the footnotes, in document order.
            labels: what tells their anchors from others.
            place: where a list of notes goes if there is none.
            output: writes their texts.
        """
        texts = {
            note.citation.note: self._text_of(note, label, output)
            for note, label in zip(notes, labels, strict=True)
        }
        old = self._old_numbers(texts)
        return [
            *self._marks(notes, labels, output),
            *self._renumbered(old),
            *self._texts(texts, old, place),
        ]

    def _old_numbers(self, new: Mapping[int, str]) -> dict[int, Element]:
        """Return the notes of the document by their numbers among the new ones."""
        total = len(self._found.notes) + len(new)
        free = [number for number in range(1, total + 1) if number not in new]
        bodies = [note.body for note in self._found.notes]
        return dict(zip(free, bodies, strict=False))

    # Marks

    def _marks(
        self, notes: Sequence[NewNote], labels: Sequence[str], output: Output
    ) -> Iterator[Edit]:
        done = 0
        for note, label in zip(notes, labels, strict=True):
            number = note.citation.note
            mark = (
                f'<a href="#fn{label}" id="fnref{label}" role="doc-noteref">'
                f"<sup>{number}</sup></a>"
            )
            edit = self._mark(note, output.render(note.author), mark, done)
            yield edit
            done = edit.span.end

    def _mark(self, note: NewNote, author: str, mark: str, done: int) -> Edit:
        """Put a mark in the place of a citation.

        Args:
            done: where the mark before it ends.
        """
        context, punctuation = note.citation.context, note.punctuation
        span, quotes = context.note_span, context.quotation_end
        start = span.start - len(quotes)
        is_typed_so = self._text.startswith(quotes, start) if start > done else False
        if not note.in_quotation or not is_typed_so:
            return balanced(span, author + punctuation + mark, self._text)
        inside, outside = punctuation[0], punctuation[1:]
        new = inside + quotes.lstrip(",") + outside + mark
        return balanced(Span(start, span.end), new, self._text)

    # Notes that are there

    def _renumbered(self, old: Mapping[int, Element]) -> Iterator[Edit]:
        """Give the notes of the document other numbers where these are typed."""
        moved = {}
        for number, body in old.items():
            before = self._found.numbers[body]
            if before != number:
                moved[body] = (before, number)
        for sign, body in self._found.bodies.items():
            if body in moved:
                yield from self._with_number(sign, *moved[body])

    def _with_number(self, sign: Element, before: int, number: int) -> Iterator[Edit]:
        """Change the number that a mark or a link back says."""
        inner = self._text[sign.inner_start : sign.inner_end]
        for token in tokens(inner):
            found = _NUMBER.match(inner, token.start, token.end)
            if token.kind == "text" and found and found[1] == str(before):
                start = sign.inner_start + found.start(1)
                yield Edit(Span(start, start + len(found[1])), str(number))
                return

    # Texts

    def _text_of(self, note: NewNote, label: str, output: Output) -> str:
        place = note.citation.span.start
        text = with_anchors(output.render(note.text), "", place)
        back = f'<a href="#fnref{label}" role="doc-backlink">'
        if self._is_numbered_list():
            return f'<li id="fn{label}"><p>{text} {back}{_BACK}</a></p></li>'
        number = note.citation.note
        return f'<p id="fn{label}">{back}[{number}]</a> {text}</p>'

    def _is_numbered_list(self) -> bool:
        """Return whether the items of a list number the notes."""
        notes = self._found.notes
        return not notes or notes[0].body.name == "li"

    def _texts(
        self, texts: Mapping[int, str], old: Mapping[int, Element], place: int
    ) -> Iterator[Edit]:
        """Insert the texts of notes, each after the one before it."""
        newline = self._newline
        if not old:
            yield Edit(Span(place, place), self._section([*texts.values()]))
            return
        first = min(old)
        for number, text in texts.items():
            before = max((each for each in old if each < number), default=None)
            if before is None:
                start = old[first].start
                yield Edit(Span(start, start), text + newline)
            else:
                end = old[before].end
                yield Edit(Span(end, end), newline + text)

    def _section(self, texts: Sequence[str]) -> str:
        """Write a section of notes."""
        lines = [
            '<section class="footnotes" role="doc-endnotes">',
            "<hr />",
            "<ol>",
            *texts,
            "</ol>",
            "</section>",
            "",
        ]
        return self._newline.join(lines)

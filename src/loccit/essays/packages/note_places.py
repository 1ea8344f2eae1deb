"""Where the marks of new footnotes go, and what is around them."""

from __future__ import annotations

from loccit._startup.namedtuple import NamedTuple
from loccit.essays.document import NewNote
from loccit.essays.mapped_text import MappedText
from loccit.model import RichText


class NotePlace(NamedTuple):
    """What a footnote replaces in the text of a paragraph.

    Attributes:
        start, end: the characters that make room.
        before: what is before the mark.
    """

    start: int
    end: int
    before: RichText


def note_place(note: NewNote, mapped: MappedText) -> NotePlace:
    """Return where the mark of a note goes.

    Args:
        note: the note.
        mapped: the text of the paragraph.
    """
    context, punctuation = note.citation.context, note.punctuation
    start = mapped.position(context.note_span.start)
    end = mapped.position(context.note_span.end)
    quotes = context.quotation_end
    first = start - len(quotes)
    if not note.in_quotation or not mapped.text.startswith(quotes, max(first, 0)):
        return NotePlace(start, end, note.author + RichText.of(punctuation))
    inside, outside = punctuation[0], punctuation[1:]
    return NotePlace(first, end, RichText.of(inside + quotes.lstrip(",") + outside))

"""Styles that cite in footnotes: the note of each citation, its number, and its text.

A citation in the running text becomes a footnote, whose mark follows the punctuation.
One in a footnote of the essay's own is rendered where it is.  Notes are numbered
together, in the order in which readers come to them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from loccit._startup.dataclass import replace
from loccit._startup.regex import regex
from loccit.essays.document import Document, NewNote
from loccit.formatting.formatted_essay import FormattedCitation
from loccit.formatting.in_sentence import ends_with_stop, without_doubled_stop
from loccit.formatting.resolve import ResolvedCitation
from loccit.model import Citation, Cite, Marked, RichText, Span

_HAS_BRACKETS = regex(r"\([^()]*\)\Z")
#: The rank of a part, an offset in it, and for footnotes the number of the note.
ReadingPlace = tuple[int, int, int]


class ReadingOrder:
    """The order in which readers come to the citations of an essay: those of a footnote
    where it is first referred to.
    """

    def __init__(self, document: Document) -> None:
        self._ranks = {part: rank for rank, part in enumerate(document.parts)}
        self._references = document.notes.references

    def sorted(self, citations: Iterable[ResolvedCitation]) -> list[ResolvedCitation]:
        """Sort citations that are in document order."""
        return sorted(citations, key=lambda each: self.place_of(each.citation))

    def place_of(self, citation: Citation) -> ReadingPlace:
        """Return the place where readers come to a citation."""
        if citation.note:
            return self._place_of_note(citation.note)
        return self._ranks[citation.part], citation.span.start, 0

    def places_of_notes(self) -> list[ReadingPlace]:
        """Return the places of all footnotes that the essay has."""
        numbers = range(1, len(self._references) + 1)
        return [self._place_of_note(number) for number in numbers]

    def _place_of_note(self, number: int) -> ReadingPlace:
        reference = self._references[number - 1]
        return self._ranks[reference.part], reference.offset, number


def with_notes(
    citations: Sequence[ResolvedCitation], order: ReadingOrder
) -> list[ResolvedCitation]:
    """Number the footnotes, old and new, and give each citation its own.

    Args:
        citations: in document order; `note` counts the essay's own footnotes.
        order: of the essay.
    """
    places = order.places_of_notes()
    for each in citations:
        if _becomes_note(each):
            places.append(order.place_of(each.citation))
    numbers = {place: number for number, place in enumerate(sorted(places), 1)}
    return [
        _with_note(each, numbers.get(order.place_of(each.citation)))
        for each in citations
    ]


def _becomes_note(resolved: ResolvedCitation) -> bool:
    """Return whether a citation becomes a footnote; an author alone is in the sentence."""
    citation = resolved.citation
    is_author = citation.mode == "author-only"
    return not resolved.stays and not citation.note and not is_author


def _with_note(resolved: ResolvedCitation, number: int | None) -> ResolvedCitation:
    """Give a citation the number of its footnote, if it has one."""
    if number is None:
        return resolved
    return replace(resolved, citation=_in_note(resolved.citation, number))


def _in_note(citation: Citation, number: int) -> Citation:
    context = citation.context
    if not citation.note:
        context = replace(context, own_note=True, begins=True, ends=True)
    elif _is_in_brackets(citation):
        context = replace(context, ends=False)
    cites = _capitalized(citation) if context.begins else citation.cites
    return replace(citation, note=number, context=context, cites=cites)


def _capitalized(citation: Citation) -> tuple[Cite, ...]:
    """Return the cites of a citation that begins a note, whose prefix begins with a
    capital there.
    """
    first, *others = citation.cites
    return (replace(first, prefix=_with_capital(first.prefix)), *others)


def _with_capital(text: RichText) -> RichText:
    if not text:
        return text
    first, *others = text.nodes
    if isinstance(first, str):
        return RichText((first[:1].upper() + first[1:], *others))
    return RichText((Marked(first.mark, _with_capital(first.content)), *others))


def as_note(citation: Citation, text: RichText) -> RichText:
    """Return the text of a citation as its footnote has it: amid a sentence, in
    brackets.

    Where no author precedes it, the punctuation that would follow the author goes.
    """
    if text and _is_in_brackets(citation):
        if _HAS_BRACKETS.match(text.plain):
            return text  # OSCOLA's "(n 1)"
        return RichText.of("(") + text + RichText.of(")")
    is_authorless = (
        citation.mode == "narrative" or citation.cites[0].mode == "suppress-author"
    )
    if citation.context.own_note and is_authorless:
        return _without_leading_punctuation(text)
    return text


def _without_leading_punctuation(text: RichText) -> RichText:
    if not text:
        return text
    first, *others = text.nodes
    if isinstance(first, str):
        return RichText((first.lstrip(",;:. "), *others))
    content = _without_leading_punctuation(first.content)
    return RichText((Marked(first.mark, content), *others))


def _is_in_brackets(citation: Citation) -> bool:
    """Return whether a citation is in brackets amid a sentence of a footnote.

    One that is typed without square brackets, `@doe` or `-@doe`, is a part of it.
    """
    if citation.context.own_note or citation.context.begins:
        return False
    return citation.mode not in ("narrative", "suppress-author", "author-only")


def new_notes(
    citations: Sequence[FormattedCitation],
    *,
    punctuation_in_quote: bool,
    after_punctuation: bool = True,
) -> list[NewNote]:
    """Return the footnotes to add, in document order.

    Args:
        citations: all citations.
        punctuation_in_quote: whether full stops and commas go into the quotation that a
            mark follows, as in the United States.
        after_punctuation: whether marks follow the punctuation.
    """
    if not after_punctuation:
        citations = [_before_punctuation(each) for each in citations]
    notes = []
    for each, punctuation in zip(citations, _punctuation(citations), strict=True):
        if _gets_note(each):
            notes.append(_new_note(each, punctuation, punctuation_in_quote))
    return notes


def _before_punctuation(formatted: FormattedCitation) -> FormattedCitation:
    """Let the mark of a citation precede the punctuation; a possessive stays with the
    author.
    """
    citation = formatted.citation
    context, end = citation.context, citation.span.end
    possessive = context.possessive
    if possessive:
        end = possessive.end
    context = replace(
        context,
        note_span=Span(context.note_span.start, end),
        punctuation=possessive.text if possessive else "",
    )
    return replace(formatted, citation=replace(citation, context=context))


def _gets_note(formatted: FormattedCitation) -> bool:
    return formatted.text is not None and formatted.citation.context.own_note


def _new_note(
    formatted: FormattedCitation, punctuation: str, punctuation_in_quote: bool
) -> NewNote:
    author, citation = formatted.author, formatted.citation
    has_stop = citation.context.follows_stop
    if author:
        has_stop = ends_with_stop(author)
    if has_stop:
        punctuation = without_doubled_stop(punctuation)
    in_quotation = (
        punctuation_in_quote
        and not author
        and bool(citation.context.quotation_end)
        and punctuation.startswith((".", ","))
    )
    text = formatted.text or RichText()
    return NewNote(citation, text, author, punctuation, in_quotation)


def _punctuation(citations: Sequence[FormattedCitation]) -> list[str]:
    """Return the punctuation before each mark; where marks are side by side, all of it
    precedes the first.
    """
    found = [each.citation.context.punctuation for each in citations]
    for index in range(len(citations) - 1, 0, -1):
        here, before = citations[index], citations[index - 1]
        are_marks = _gets_note(here) and _gets_note(before)
        adjoins = here.citation.context.adjoins
        if are_marks and adjoins and here.citation.mode != "narrative":
            found[index - 1], found[index] = found[index], ""
    return found

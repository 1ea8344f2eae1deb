"""Styles that cite in footnotes: which note each citation stands in, its text there,
and the edits that make the notes.

A citation in the running text becomes a footnote, with its mark behind the punctuation.
One that stands in a footnote of the essay's own is rendered where it is.  Notes are
numbered together, in the order readers come to them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from loccit._startup.dataclass import replace
from loccit._startup.regex import regex
from loccit.essays import Essay, Notes
from loccit.model import Citation, Cite, Edit, Marked, RichText, Span

_QUOTED = regex(r"[\w)][\"”]\Z")
_FULL_STOP = regex(r"\.[\"'”’»]*\Z")


def reading_order(citations: Sequence[Citation], notes: Notes) -> list[int]:
    """The numbers of the citations as a reader comes to them: those of a footnote where
    it is first referred to.
    """

    def place(index: int) -> tuple[int, int]:
        citation = citations[index]
        if citation.note:
            return notes.references[citation.note - 1], citation.note
        return citation.span.start, 0

    return sorted(range(len(citations)), key=place)


def in_footnotes(
    citations: Sequence[Citation], notes: Notes, staying: Collection[int]
) -> tuple[Citation, ...]:
    """The citations with the numbers of their footnotes, old or new.

    Args:
        citations: in document order; `note` counts the essay's own footnotes.
        notes: the essay's own.
        staying: the numbers of citations that stay as written.
    """
    events: list[tuple[int, bool, int]] = [
        (offset, True, number) for number, offset in enumerate(notes.references, 1)
    ]
    events += [
        (citation.span.start, False, index)
        for index, citation in enumerate(citations)
        if not citation.note and index not in staying
    ]
    numbers = {
        (is_old, name): number
        for number, (_, is_old, name) in enumerate(sorted(events), 1)
    }
    return tuple(
        _in_note(citation, index, numbers) for index, citation in enumerate(citations)
    )


def _in_note(
    citation: Citation, index: int, numbers: Mapping[tuple[bool, int], int]
) -> Citation:
    if citation.note:
        cites = _capitalized(citation) if citation.begins else citation.cites
        ends = citation.ends and not _stands_in_brackets(citation)
        return replace(
            citation, note=numbers[True, citation.note], ends=ends, cites=cites
        )
    if (False, index) not in numbers:
        return citation
    number, cites = numbers[False, index], _capitalized(citation)
    return replace(
        citation, note=number, own_note=True, begins=True, ends=True, cites=cites
    )


def _capitalized(citation: Citation) -> tuple[Cite, ...]:
    """The cites of a citation that begins a note; a prefix there begins with a capital."""
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
    """The text of a citation as its footnote has it: amid a sentence, in brackets.

    Where no author stands before it, the punctuation that would follow him goes.
    """
    if _stands_in_brackets(citation):
        return RichText.of("(") + text + RichText.of(")")
    is_authorless = (
        citation.mode == "narrative" or citation.cites[0].mode == "suppress-author"
    )
    return (
        _without_leading_punctuation(text)
        if citation.own_note and is_authorless
        else text
    )


def _without_leading_punctuation(text: RichText) -> RichText:
    if not text:
        return text
    first, *others = text.nodes
    if isinstance(first, str):
        return RichText((first.lstrip(",;:. "), *others))
    return RichText(
        (Marked(first.mark, _without_leading_punctuation(first.content)), *others)
    )


def _stands_in_brackets(citation: Citation) -> bool:
    return not (citation.own_note or citation.begins or citation.mode == "narrative")


def labels(citations: Sequence[Citation], notes: Notes) -> dict[int, str]:
    """The labels of new footnotes, by number: the number itself, or higher where the
    essay has such labels already.
    """
    numbers = [citation.note for citation in citations if citation.own_note]
    taken = [int(label) for label in notes.labels if label.isdecimal()]
    above = max(taken, default=0) if set(taken).intersection(numbers) else 0
    return {number: str(above + number) for number in numbers}


def edits(
    essay: Essay,
    citations: Sequence[tuple[Citation, RichText, RichText]],
    render: Callable[[RichText], str],
    *,
    punctuation_in_quote: bool,
) -> tuple[list[Edit], list[str]]:
    """The edits of the text, and the new footnotes as blocks, in order.

    Args:
        essay: the essay.
        citations: each with its text and the author who stands in the sentence, in document order.
        render: from text to markup.
        punctuation_in_quote: whether full stops and commas go into the quotation that a mark follows, as in the United
            States.
    """
    names = labels([citation for citation, _, _ in citations], essay.notes)
    found: list[Edit] = []
    blocks: list[str] = []
    punctuation = _shared_punctuation(essay, [citation for citation, _, _ in citations])
    for (citation, text, author), following in zip(citations, punctuation, strict=True):
        if citation.own_note:
            label = names[citation.note]
            blocks.append(essay.note(label, render(text)))
            behind = (
                following.removeprefix(".")
                if _FULL_STOP.search(author.plain)
                else following
            )
            edit = Edit(
                citation.note_span, render(author) + behind + essay.note_mark(label)
            )
            done = found[-1].span.end if found else 0
            found.append(
                _into_quotation(edit, essay.text, done)
                if punctuation_in_quote and not author
                else edit
            )
        else:
            # where it ends with a full stop, the one that follows it is not needed
            closed = _FULL_STOP.search(text.plain) and essay.text.startswith(
                ".", citation.span.end
            )
            found.append(
                Edit(
                    Span(citation.span.start, citation.span.end + bool(closed)),
                    render(text),
                )
            )
    return found, blocks


def _into_quotation(edit: Edit, text: str, done: int) -> Edit:
    """The edit with a full stop or comma moved into the quotation that ends before it,
    unless another edit does.
    """
    start = edit.span.start
    if not edit.new.startswith((".", ",")) or not _QUOTED.search(
        text, max(done, start - 2), start
    ):
        return edit
    return Edit(
        Span(start - 1, edit.span.end), edit.new[0] + text[start - 1] + edit.new[1:]
    )


def _shared_punctuation(essay: Essay, citations: Sequence[Citation]) -> Iterator[str]:
    """The punctuation that goes before each mark; before the first, where citations
    stand side by side.
    """
    own = [Span(each.span.end, each.note_span.end).of(essay.text) for each in citations]
    for index in range(len(citations) - 1, 0, -1):
        here, before = citations[index], citations[index - 1]
        if (
            here.own_note
            and before.own_note
            and here.note_span.start == before.span.end
            and here.mode != "narrative"
        ):
            own[index - 1], own[index] = own[index], ""
    yield from own

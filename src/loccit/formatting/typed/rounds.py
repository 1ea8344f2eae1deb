"""Format an essay with typed citations until nothing changes any more.

What is printed is read more surely than what was typed: a citation by key is one that a
page after it, "(12)", can be of, and an entry as the style prints it is beyond doubt.  So
a second run may know what the first did not.  It is made at once, so that formatting
twice is formatting once.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from loccit._startup.dataclass import replace
from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.essays.document import Document
from loccit.formatting.draft import Draft, read_draft
from loccit.formatting.formatted_essay import FormattedCitation, FormattedEssay
from loccit.model import Edit, Span, apply_edits
from loccit.model.span import edits_by_part

#: Formats a draft once.
FormatOnce: TypeAlias = Callable[[Draft], FormattedEssay]

#: Numbers in brackets may be anything, and are read by what is around them.
_LETTER = regex(r"[^\W\d_]")
#: More rounds than essays need, which rarely need a third.
_MOST_ROUNDS = 5


class _Piece(NamedTuple):
    """A stretch of the text between two rounds that one of them changes.

    Attributes:
        grown: how many characters the first round added.
        then: the edit of the second round; None for a stretch of the first.
    """

    span: Span
    grown: int = 0
    then: Edit | None = None


def format_until_settled(draft: Draft, format_once: FormatOnce) -> FormattedEssay:
    """Format a draft, and the result again, until nothing changes.

    Args:
        draft: an essay in which something is typed by hand.
        format_once: formats it without a look at the result.

    Returns:
        The first result, with all edits against the essay as it was; without those of
        later rounds if they come to no end.
    """
    essay, library = draft.essay, draft.resolved.library
    first = result = format_once(draft)
    if _is_settled(draft, first):
        return first
    for _ in range(_MOST_ROUNDS):
        document = essay.document.with_edits(result.edits)
        between = replace(essay, data=document.data, document=document)
        if between.data == essay.data:
            return result
        last = format_once(read_draft(between, library, draft.settings))
        if not last.edits:
            return result if result is first else _without_settled(result, draft)
        edits = [*composed_by_part(essay.document, result.edits, last.edits)]
        result = replace(result, edits=tuple(edits), bibliography=last.bibliography)
    return first


def _without_settled(result: FormattedEssay, draft: Draft) -> FormattedEssay:
    """Leave out what was reported about typed citations that a later round formatted."""
    if not draft.typed:
        return result
    starts = {
        part: [edit.span.start for edit in edits]
        for part, edits in edits_by_part(result.edits).items()
    }
    settled = set()
    for left in draft.typed.left:
        inside = starts.get(left.part, [])
        near = inside[bisect_left(inside, left.span.start) :][:1]
        if any(start < left.span.end for start in near):
            settled.add(draft.essay.place(left.span.start, left.part))
    kept = [
        problem
        for problem in result.problems
        if problem.place not in settled or not problem.rule.startswith("typed-")
    ]
    return replace(result, problems=tuple(kept))


def _is_settled(draft: Draft, first: FormattedEssay) -> bool:
    """Return whether all that is typed was known in the first round, and is printed with
    words.  A second round could find nothing more, and takes as long as the first.
    """
    typed = draft.typed
    if typed is None or typed.left or None in typed.keys:
        return False
    return all(_is_final(each, draft) for each in first.citations)


def _is_final(formatted: FormattedCitation, draft: Draft) -> bool:
    """Return whether a second round reads a citation as the first one did: it stays
    live, or was typed by hand and is printed with words.
    """
    if formatted.citation.program:
        return draft.settings.fields is None
    words = formatted.text and _LETTER.search(formatted.text.plain)
    return formatted.citation.typed and bool(words)


def composed_by_part(
    document: Document, first: Sequence[Edit], then: Sequence[Edit]
) -> Iterator[Edit]:
    """Yield the edits of every part that do at once what two rounds of edits do.

    Args:
        document: the document as it was.
        first: the edits of the first round.
        then: the edits of the document that `with_edits` makes of it.
    """
    earlier, later = edits_by_part(first), edits_by_part(then)
    prepared = edits_by_part(document.preparations(first))
    for part in dict.fromkeys([*earlier, *later]):
        made = sorted(earlier.get(part, []), key=_span)
        again = sorted(later.get(part, []), key=_span)
        between = ""
        if made and again:
            between = apply_edits(document.parts.get(part, ""), made)
            again = _without_preparations(again, made, prepared.get(part, []))
        for edit in composed(made, between, again):
            yield replace(edit, part=part)


def _without_preparations(
    then: Sequence[Edit], first: Sequence[Edit], prepared: Sequence[Edit]
) -> list[Edit]:
    """Return edits of a part as they are where nothing was prepared in it.

    Args:
        then: the edits of the second round.
        first, prepared: the edits of the first one, and their preparations.
    """
    made = sorted([*first, *prepared], key=_span)
    added = [
        piece for piece, edit in zip(_made(made), made, strict=True) if edit in prepared
    ]
    moved = []
    for edit in then:
        before = sum(each.grown for each in added if each.span.end <= edit.span.start)
        span = Span(edit.span.start - before, edit.span.end - before)
        moved.append(replace(edit, span=span))
    return moved


def _span(edit: Edit) -> Span:
    return edit.span


def composed(
    first: Sequence[Edit], between: str, then: Sequence[Edit]
) -> Iterator[Edit]:
    """Yield the edits that do at once what two rounds of edits do.

    Args:
        first: the edits of the first round, in order.
        between: the text that they make.
        then: the edits of that text, in order.

    >>> first, then = [Edit(Span(0, 1), "xyz")], [Edit(Span(2, 4), "-")]
    >>> [*composed(first, "xyzb", then)]
    [Edit(span=Span(start=0, end=2), new='xy-', part='')]
    """
    if not then or not first:
        yield from (first or then)
        return
    pieces = [*_made(first), *[_Piece(edit.span, then=edit) for edit in then]]
    pieces.sort(key=lambda piece: piece.span)
    moved = 0
    for group in _touching(pieces):
        span = _around(group)
        start = span.start - moved
        moved += sum(piece.grown for piece in group)
        again = [_within(piece.then, span.start) for piece in group if piece.then]
        new = apply_edits(span.of(between), again)
        yield Edit(Span(start, span.end - moved), new)


def _made(edits: Sequence[Edit]) -> Iterator[_Piece]:
    """Yield the stretches that edits made, where they are now."""
    moved = 0
    for edit in edits:
        start, grown = edit.span.start + moved, len(edit.new) - len(edit.span)
        moved += grown
        yield _Piece(Span(start, start + len(edit.new)), grown)


def _touching(pieces: Sequence[_Piece]) -> Iterator[list[_Piece]]:
    """Yield the stretches that overlap or touch, together."""
    group: list[_Piece] = []
    for piece in pieces:
        if group and piece.span.start > _around(group).end:
            yield group
            group = []
        group.append(piece)
    if group:
        yield group


def _around(pieces: Sequence[_Piece]) -> Span:
    """Return the span of stretches that are in order."""
    return Span(pieces[0].span.start, max(piece.span.end for piece in pieces))


def _within(edit: Edit, start: int) -> Edit:
    """Return an edit of the text from a place on."""
    return Edit(Span(edit.span.start - start, edit.span.end - start), edit.new)

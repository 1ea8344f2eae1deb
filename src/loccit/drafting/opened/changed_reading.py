"""What an essay cites after a change, read only where that is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loccit._startup.dataclass import replace
from loccit.drafting.opened.change import Change
from loccit.drafting.opened.reading import (
    ReadCitation,
    Reading,
    ReadProblem,
    own_problems,
)
from loccit.essays import read_essay
from loccit.formatting.draft import Draft, draft_of
from loccit.formatting.render import in_print, is_in_footnotes
from loccit.formatting.resolve import ResolvedCitation
from loccit.model import Span
from loccit.text_files.newlines import line_ends

#: The formats in which a paragraph says the same wherever it is, nearly always.
_BY_PARAGRAPHS = frozenset(["markdown", "plain_text", "latex", "typst", "rst", "org"])
#: What a paragraph has that refers to a footnote, or is one.
_OF_NOTES = ("^", "\\footnote", "#footnote", "[fn:", "]_")


def changed_reading(
    before: Reading, old: str, new: str, change: Change
) -> Reading | None:
    """Return what an essay cites after a change; None if all of it has to be read.

    Only the paragraphs that are changed are read, each as an essay of its own.  That
    says the same as all of it, unless what is typed makes a difference elsewhere, as a
    fence of code does, or the number of a footnote.  So all of it is to be read when
    nobody types for a while.

    Args:
        before: what it cited.
        old, new: its text, before and after.
        change: where it is changed.
    """
    draft = before.draft
    window = _paragraphs_around(old, change.old)
    now = Span(window.start, window.end + change.shift)
    if not _can_be_read_alone(draft, window, (window.of(old), now.of(new))):
        return None
    inside = [*before.touching(window)]
    if _cites(_read_alone(window.of(old), draft)) != [*_cites_by_key(inside)]:
        return None  # it says something else where it is
    place = _place_in_order(before, window, inside)
    if place is None:
        return None
    read = _read_alone(now.of(new), draft)
    placed = [*_placed(read, now.start, _note_before(before, place))]
    above = line_ends(new, now.start)
    problems = [
        *before.problems_around(_lines(old, window), line_ends(now.of(new))),
        *(ReadProblem(problem, above) for problem in own_problems(read)),
    ]
    return Reading(
        draft,
        [*_with_placed(before, window, placed, change.shift)],
        problems,
        _with_rendered(before, place, placed),
        is_whole=False,
    )


def _with_placed(
    before: Reading, window: Span, placed: Sequence[ReadCitation], shift: int
) -> Iterator[ReadCitation]:
    """Yield all citations, with others in the place of those of some paragraphs."""
    first = before.first_touching(window)
    last = first + sum(1 for _ in before.touching(window))
    yield from before.citations[:first]
    yield from placed
    for each in before.citations[last:]:
        yield each.further(shift)


def _with_rendered(
    before: Reading, place: slice, placed: Sequence[ReadCitation]
) -> Sequence[ReadCitation]:
    """Return what is rendered in reading order, with others at a place."""
    in_order = [*before.in_order]
    in_order[place] = [each for each in placed if not each.resolved.stays]
    return in_order


def _can_be_read_alone(draft: Draft, window: Span, texts: Sequence[str]) -> bool:
    """Return whether some paragraphs of an essay can be read without the others.

    Args:
        window: the paragraphs.
        texts: their text before and after a change.
    """
    essay, head = draft.essay, draft.essay.front_matter
    if essay.format not in _BY_PARAGRAPHS:
        return False
    has_notes = is_in_footnotes(draft) or bool(essay.notes.references)
    if has_notes and any(mark in text for mark in _OF_NOTES for text in texts):
        return False
    if head is None:
        return window.start > 0  # its settings would be at the top
    return not any(
        window.start <= span.end and span.start <= window.end for span in head.spans
    )


def _cites(draft: Draft) -> list[object]:
    return [each.citation.cites for each in draft.resolved.citations]


def _cites_by_key(citations: Sequence[ReadCitation]) -> Iterator[object]:
    for each in citations:
        if not each.resolved.citation.typed:
            yield each.resolved.citation.cites


def _place_in_order(
    before: Reading, window: Span, inside: Sequence[ReadCitation]
) -> slice | None:
    """Return where readers come to the citations of some paragraphs; None if they come
    to others amid them.
    """
    numbers = {id(each.printed): at for at, each in enumerate(before.in_order)}
    rendered = [each for each in inside if not each.resolved.stays]
    if rendered:
        start = numbers[id(rendered[0].printed)]
        stop = numbers[id(rendered[-1].printed)] + 1
        return slice(start, stop) if stop - start == len(rendered) else None
    above = before.citations[: before.first_touching(window)]
    for each in reversed(above):
        if id(each.printed) in numbers and not each.resolved.citation.note:
            start = numbers[id(each.printed)] + 1
            return slice(start, start)
    return slice(0, 0)


def _note_before(before: Reading, place: slice) -> int:
    """Return the number of the footnote before a place, in a style that has them."""
    if not place.start or not is_in_footnotes(before.draft):
        return 0
    number: int = before.in_order[place.start - 1].printed.citation.note
    return number


def _paragraphs_around(text: str, span: Span) -> Span:
    """Return the lines that a span touches, and those above and below them up to the
    next blank ones.
    """
    start = text.rfind("\n", 0, span.start) + 1
    while start:
        above = text.rfind("\n", 0, start - 1) + 1
        if not text[above:start].strip():
            break
        start = above
    end = _line_end(text, span.end)
    while end < len(text):
        below = _line_end(text, end + 1)
        if not text[end:below].strip():
            break
        end = below
    return Span(start, end)


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


def _lines(text: str, span: Span) -> range:
    """Return the numbers of the lines that a span is on, from 1."""
    first = line_ends(text, span.start) + 1
    return range(first, first + line_ends(span.of(text)) + 1)


def _read_alone(text: str, draft: Draft) -> Draft:
    """Look up what some paragraphs of an essay cite by key."""
    essay = read_essay(text.encode(), draft.essay.path, draft.essay.format)
    settings = replace(draft.settings, typed_citations=False, nocite=())
    library = draft.resolved.library
    return draft_of(essay, library, settings, is_style_given=False)


def _placed(read: Draft, shift: int, note: int) -> Iterator[ReadCitation]:
    """Yield the citations of some paragraphs where they are.

    Args:
        read: the paragraphs.
        shift: where they begin.
        note: the number of the footnote before them.
    """
    pairs = zip(read.resolved.citations, in_print(read), strict=True)
    for resolved, printed in pairs:
        yield ReadCitation(resolved, _further_note(printed, note), read, shift)


def _further_note(printed: ResolvedCitation, by: int) -> ResolvedCitation:
    """Return a citation whose footnote follows so many others."""
    citation = printed.citation
    if not by or not citation.note:
        return printed
    return replace(printed, citation=replace(citation, note=citation.note + by))

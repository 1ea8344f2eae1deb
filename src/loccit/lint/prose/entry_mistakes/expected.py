"""Mistakes in entries: what is typed there is not what the style prints."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from loccit.lint.checked import CheckedEntry, CheckedEssay
from loccit.lint.checked.entries.difference import Difference, differences
from loccit.lint.prose.rule import Mistake
from loccit.model import Edit, Safety


def expected(
    essay: CheckedEssay,
    entry: CheckedEntry,
    start: int,
    end: int,
    new: str,
    message: str,
    safety: Safety | None = None,
) -> Mistake:
    """Return the mistake that another text is expected in the place of
    `entry.text[start:end]`.

    Its place is that of what differs, and its edits change no more than that; its advice
    names the whole expected text.

    Args:
        safety: as that of the mistake.
    """
    change = Difference(start, end, new)
    return corrected(essay, entry, [change], new, message, safety)


def corrected(
    essay: CheckedEssay,
    entry: CheckedEntry,
    changes: Sequence[Difference],
    wanted: str,
    message: str,
    safety: Safety | None = None,
) -> Mistake:
    """Return the mistake that other texts are expected at several places of an entry.

    Args:
        changes: the places, in order.
        wanted: what the advice says to be expected.
        safety: as that of the mistake.
    """
    found = [
        Difference(change.start + each.start, change.start + each.end, each.new)
        for change in changes
        for each in differences(entry.text[change.start : change.end], change.new)
    ]
    start, end = changes[0].start, changes[-1].end
    if found:
        start, end = found[0].start, found[-1].end
    if start == end:
        start, end = _one_character(entry.text, start)
    edits = _edits(essay, entry, found)
    advice = f"Expected: {' '.join(wanted.split())}"
    return Mistake(entry.mapped, start, end, message, advice, edits, safety)


def _one_character(text: str, at: int) -> tuple[int, int]:
    """Return the place of the character before which something is missing, or after
    which it is, at the end.
    """
    return (at, at + 1) if at < len(text) else (at - 1, at)


def _edits(
    essay: CheckedEssay, entry: CheckedEntry, found: Sequence[Difference]
) -> tuple[Edit, ...]:
    """Return the edits of all differences; none, if one can't be made."""
    edits: list[Edit] = []
    for each in found:
        made = _retyped(essay, entry, each)
        if not made:
            return ()
        edits += made
    return tuple(edits) if _are_apart(edits) else ()


def _are_apart(edits: Sequence[Edit]) -> bool:
    """Return whether no edits overlap, as those of neighbors may that replace a character
    beside them.
    """
    spans = sorted(edit.span for edit in edits)
    return all(one.end <= other.start for one, other in pairwise(spans))


def _retyped(
    essay: CheckedEssay, entry: CheckedEntry, change: Difference
) -> tuple[Edit, ...]:
    """Return the edits of a difference.

    Some formats can't put a text between two characters; they replace one beside it.
    """
    start, end, new = change
    made = essay.retyped(entry.mapped, start, end, new)
    if made or start < end:
        return made
    if not start:
        return essay.retyped(entry.mapped, 0, 1, new + entry.text[0])
    before = entry.text[start - 1]
    return essay.retyped(entry.mapped, start - 1, end, before + new)

"""The mistakes of entries that are out of place in the list."""

from __future__ import annotations

from collections.abc import Iterator

from loccit.lint.checked import CheckedEssay
from loccit.lint.checked.entries.list_order import Misplaced, misplaced_entries
from loccit.lint.checked.entries.shown import shown
from loccit.lint.checked.entries.sort_reason import Reason
from loccit.lint.prose.rule import Mistake


def misplaced_mistakes(
    essay: CheckedEssay, why: Reason, message: str
) -> Iterator[Mistake]:
    """Yield a mistake for each entry that is out of place for a reason.

    Args:
        message: what the order is.
    """
    for each in misplaced_entries(essay):
        if each.why == why:
            yield misplaced_mistake(each, message)


def misplaced_mistake(misplaced: Misplaced, message: str) -> Mistake:
    """Return the mistake of one of them."""
    entry = misplaced.entry
    where = "before" if misplaced.is_before else "after"
    advice = f"Move this one {where} {shown(misplaced.neighbor)}."
    if misplaced.others:
        advice = f"Sort the list: {misplaced.others + 1} entries are out of place."
    edits = misplaced.edits
    return Mistake(entry.mapped, 0, len(entry.text), message, advice, edits)

"""What is wrong with an essay or a library, while somebody writes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from loccit.drafting.open_essay import OpenEssay
from loccit.model import Place, Problem


def quick_problems(essay: OpenEssay) -> Sequence[Problem]:
    """Return what is wrong with the keys of an essay, at once after a change."""
    reading = essay.reading
    return [*_of_settings(essay), *reading.draft.problems, *reading.problems]


if TYPE_CHECKING:
    from loccit.lint import Finding


class _Cancelled(Exception):
    """Nobody waits for a check any more."""


def all_findings(
    essay: OpenEssay, is_cancelled: Callable[[], bool]
) -> Sequence[Finding] | None:
    """Return what a check of an essay finds; None if it was cancelled.

    Args:
        essay: the essay.
        is_cancelled: asked before each rule.
    """

    # Its rules take a tenth of a second, which the first answers need not wait for.
    from loccit.editing.check import check_draft

    def pause() -> None:
        if is_cancelled():
            raise _Cancelled

    try:
        return check_draft(essay.draft_by_key, pause=pause).findings
    except _Cancelled:
        return None


def _of_settings(essay: OpenEssay) -> Sequence[Problem]:
    error = essay.error
    if error is None:
        return []
    place = error.place or Place(essay.essay.path)
    return [Problem("invalid-settings", error.message, place, "error", error.advice)]

"""What is wrong with an essay or a library, while somebody writes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from loccit.drafting.opened.open_essay import OpenEssay
from loccit.drafting.problems.wanted import wanted
from loccit.errors import LoccitError
from loccit.model import Place, Problem

if TYPE_CHECKING:
    from loccit.lint import Finding


def quick_problems(essay: OpenEssay) -> Sequence[Problem]:
    """Return what is wrong with the keys of an essay, at once after a change; of that,
    what a check would report, under the same names.
    """
    reading = essay.reading
    found = [*_of_settings(essay), *reading.draft.problems, *reading.problems]
    return wanted(essay, found)


class _Cancelled(Exception):
    """Nobody waits for a check any more."""


def all_findings(
    essay: OpenEssay, is_cancelled: Callable[[], bool]
) -> Sequence[Finding] | None:
    """Return what a check of an essay finds, as its settings file has it; None if it
    was cancelled.

    Args:
        essay: the essay.
        is_cancelled: asked before each rule.
    """
    # Its rules take a tenth of a second, which the first answers need not wait for.
    from loccit.editing.check import check_draft
    from loccit.editing.selected_rules import selected_in
    from loccit.lint import Finding
    from loccit.lint.selection import EVERYTHING

    def pause() -> None:
        if is_cancelled():
            raise _Cancelled

    selection, mistakes = EVERYTHING, []
    try:
        selection = selected_in(essay.path, EVERYTHING)
    except LoccitError as error:
        mistakes = [Finding(_of_error(error, essay))]
    draft = essay.draft_by_key
    try:
        checked = check_draft(draft, selection=selection, pause=pause)
    except _Cancelled:
        return None
    return [*mistakes, *checked.findings]


def _of_settings(essay: OpenEssay) -> Sequence[Problem]:
    return [_of_error(essay.error, essay)] if essay.error else []


def _of_error(error: LoccitError, essay: OpenEssay) -> Problem:
    place = error.place or Place(essay.essay.path)
    return Problem("invalid-settings", error.message, place, "error", error.advice)

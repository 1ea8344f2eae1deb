"""What is wrong with an essay or a library, while somebody writes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from loccit.drafting.open_essay import OpenEssay
from loccit.drafting.open_library import OpenLibrary
from loccit.editing.check import check_draft
from loccit.editing.selected_rules import source_checker
from loccit.lint import Finding
from loccit.lint.selection import EVERYTHING
from loccit.model import Place, Problem


def quick_problems(essay: OpenEssay) -> Sequence[Problem]:
    """Return what is wrong with the keys of an essay, at once after a change."""
    reading = essay.reading
    return [*_of_settings(essay), *reading.draft.problems, *reading.problems]


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

    def pause() -> None:
        if is_cancelled():
            raise _Cancelled

    try:
        return check_draft(essay.draft_by_key, pause=pause).findings
    except _Cancelled:
        return None


def library_findings(library: OpenLibrary, path: Path) -> Sequence[Finding]:
    """Return what is wrong with the sources of one file of a library.

    Args:
        library: the library.
        path: the file, absolute.

    Raises:
        InvalidSettings: the settings file has a mistake.
    """
    name = str(path)
    checker = source_checker(library.library, EVERYTHING)
    of_file = [each for each in checker.of_files() if each.problem.place.path == name]
    known = {each.problem for each in of_file}
    of_entries = [
        each
        for file, index in checker.entries()
        if file.place(index).path == name
        for each in checker.of_entry(file, index)
        if each.problem not in known
    ]
    return [*of_file, *of_entries]


def _of_settings(essay: OpenEssay) -> Sequence[Problem]:
    error = essay.error
    if error is None:
        return []
    place = error.place or Place(essay.essay.path)
    return [Problem("invalid-settings", error.message, place, "error", error.advice)]

"""What is wrong in a file of sources, while somebody works on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from loccit.bibliography import Library
from loccit.drafting.opened.workspace import Workspace
from loccit.editing.selected_rules import source_checker
from loccit.lint import Checker, Finding
from loccit.lint.selection import EVERYTHING

#: A file with more entries is checked by `loccit check` alone: it takes minutes.
_MOST_ENTRIES = 5_000


def library_findings(
    workspace: Workspace, path: Path, is_cancelled: Callable[[], bool]
) -> Sequence[Finding] | None:
    """Return what a check of a file of sources finds; None if it was cancelled.

    Args:
        workspace: has the file open.
        path: the file.
        is_cancelled: asked before each entry.

    Raises:
        LoccitError: the file can't be read, or a settings file has a mistake.
    """
    library = workspace.library(path).library
    checker = source_checker(library, EVERYTHING)
    found = [each for each in checker.of_files() if _is_in(each, path)]
    for finding in _of_entries(checker, library, path):
        if is_cancelled():
            return None
        found += finding
    once = {finding.problem: finding for finding in found}
    return [*once.values()]


def _of_entries(
    checker: Checker, library: Library, path: Path
) -> Iterator[Sequence[Finding]]:
    for file in library.files:
        count = len(file.keys)
        if not 0 < count <= _MOST_ENTRIES or file.place(0).path != str(path):
            continue
        for index in range(count):
            yield checker.of_entry(file, index)


def _is_in(finding: Finding, path: Path) -> bool:
    return finding.problem.place.path == str(path)

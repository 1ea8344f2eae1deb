"""Find the essays that a command names: files, those in folders, standard input."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from loccit.cli.terminal import report, standard_input
from loccit.errors import UnreadableFile
from loccit.essays import Essay, open_essay, read_essay
from loccit.model import Place

STANDARD_INPUT = Path("-")


def essays_in(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield the named essays, and those in the named folders and below.

    Raises:
        UnreadableFile: a folder has no essays.
    """
    for path in paths:
        if not is_folder(path):
            yield path
            continue
        # Most essays are named.
        from loccit.workspace.essay_files import find_essay_files

        found = find_essay_files([path])
        report(found.problems)
        if not found.essays:
            raise UnreadableFile(
                "There are no essays in this folder.", place=Place(str(path))
            )
        yield from found.essays


def open_named(path: Path) -> Essay:
    """Open an essay; `-` is standard input."""
    if path == STANDARD_INPUT:
        return read_essay(standard_input("Name the essay's file."))
    return open_essay(path)


def is_folder(path: Path) -> bool:
    """Return whether a path is a folder; of a name that no system accepts, too."""
    # Path.is_dir raises on some names that no system accepts; this never does.
    return os.path.isdir(path)  # noqa: PTH112

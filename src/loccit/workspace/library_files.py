"""The files of a library, and which of them a command changes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from loccit.bibliography import files_in, open_library, read_file, unknown_key
from loccit.bibliography.formats import is_known
from loccit.errors import LoccitError


def files_of(paths: Iterable[Path]) -> list[Path]:
    """Return the files of the library in these files and folders; a folder may have
    none yet.

    Raises:
        UnreadableFile: a path is missing or may not be read.
    """
    found: list[Path] = []
    for path in paths:
        if not path.is_dir() or any(is_known(file.suffix) for file in path.iterdir()):
            found += files_in(path)
    return list(dict.fromkeys(found))


def file_for_new(files: Sequence[Path], into: Path | None) -> Path:
    """Return the file that a new source goes into: the one that was named, else the
    only .bib file, else the only file.

    Raises:
        LoccitError: there are several, or none.
    """
    if into is not None:
        return into
    bibtex = [file for file in files if file.suffix.lower() == ".bib"]
    for choice in (bibtex, files):
        if len(choice) == 1:
            return choice[0]
    if not files:
        raise LoccitError(
            "There is no bibliography here yet.",
            advice="Name a file: --into bibliography/sources.bib",
        )
    names = ", ".join(map(str, bibtex or files))
    raise LoccitError(
        "There are several files that this could go into.",
        advice=f"Name one with --into: {names}.",
    )


def file_with(key: str, files: Sequence[Path]) -> Path:
    """Return the file that has a source, the first if there are several.

    Raises:
        UnknownKey: no file has it.
    """
    for file in files:
        if key in read_file(file)[0].keys:
            return file
    raise unknown_key(key, open_library(files).nearest(key))

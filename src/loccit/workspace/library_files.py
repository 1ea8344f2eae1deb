"""The files of a library, and which of them a command changes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from loccit.bibliography import (
    Library,
    files_in,
    open_library,
    read_file,
    unknown_key,
)
from loccit.bibliography.formats import is_known
from loccit.errors import InvalidChange, LoccitError

#: The file of the first source, beside the essays of the current folder.
FIRST_FILE = Path("bibliography", "sources.bib")


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
    only .bib file, else the only file; if there is none, the one to begin with.

    Raises:
        LoccitError: there are several.
    """
    if into is not None:
        return into
    bibtex = [file for file in files if file.suffix.lower() == ".bib"]
    for choice in (bibtex, files):
        if len(choice) == 1:
            return choice[0]
    if not files:
        return FIRST_FILE
    names = ", ".join(map(str, bibtex or files))
    raise LoccitError(
        "There are several files that this could go into.",
        advice=f"Name one with --into: {names}.",
    )


def file_with(key: str, files: Sequence[Path]) -> Path:
    """Return the file that has a source, the first if there are several.

    Raises:
        UnknownKey: no file has it.
        InvalidChange: the source has no key in its file, and is cited by one that was
            made for it.
    """
    for path in files:
        file = read_file(path)[0]
        if key in file.keys and file.keys.index(key) not in file.made_keys:
            return path
    library = open_library(files)
    refuse_made_key(key, library)
    raise unknown_key(key, library.nearest(key))


def refuse_made_key(key: str, library: Library) -> None:
    """Refuse to change a source that has no key in its file.

    Raises:
        InvalidChange: the key was made for it.
    """
    if key not in library.made_keys:
        return
    source = library.get(key)
    raise InvalidChange(
        f"The source that you cite as `{key}` has no key in its file yet.",
        place=source.place if source else None,
        advice="`loccit keys --write` writes all that are missing.",
    )

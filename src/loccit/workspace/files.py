"""Which file of the library a command changes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from loccit.errors import LoccitError


def library_files(bibliography: tuple[Path, ...]) -> list[Path]:
    """The files of the library of a command that has no essay; none where there is no
    library yet.
    """
    from loccit.bibliography.files import files_in
    from loccit.bibliography.formats import is_known
    from loccit.workspace.folder import folder_settings
    from loccit.workspace.library_paths import bibliography_paths

    found: list[Path] = []
    for path in bibliography_paths(folder_settings(bibliography), Path.cwd()):
        if not path.is_dir() or any(is_known(file.suffix) for file in path.iterdir()):
            found += files_in(path)
    return list(dict.fromkeys(found))


def file_for_new(files: Sequence[Path], into: Path | None) -> Path:
    """The file that a new source goes into: the one that was named, else the only .bib
    file, else the only file.

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


def file_with(key: str, files: Sequence[Path], into: Path | None = None) -> Path:
    """Return the file that has a source, the first if there are several.

    Raises:
        UnknownKey: no file has it.
    """
    from loccit.bibliography import open_library
    from loccit.bibliography.files import read_file
    from loccit.bibliography.nearest import unknown_key

    searched = [into] if into is not None else files
    for file in searched:
        if key in read_file(file)[0].keys:
            return file
    raise unknown_key(key, open_library(searched).nearest(key))

"""A project: a library, and the essays that cite from it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from loccit.errors import NoBibliography, UnreadableFile
from loccit.workspace.folders import folder_and_above
from loccit.workspace.library_paths import (
    FOLDER_NAME,
    bibliography_paths,
    find_bibliography,
)
from loccit.workspace.settings import Settings
from loccit.workspace.settings_file import (
    SettingsFile,
    find_settings_file,
)
from loccit.workspace.zotero_library import is_in_zotero

if TYPE_CHECKING:
    from loccit.bibliography import Library
    from loccit.essays import Essay
    from loccit.text_files.file_change import FileChange
    from loccit.workspace.project_essays import ProjectEssays
    from loccit.workspace.where_cited import PlacedCitation, Usage


class Project:
    """A library, and the essays that cite from it.

    Essays are read once, when they are first asked for.  An editor's open files, and
    what a watched disk reports, will have their place here.

    Its methods import what they need: the completion of a key must not wait for CSL.

    Attributes:
        settings: those of a command, over those of the settings file.
        bibliography: the files and folders of the library; empty if there is none yet.
        folders: the folders that have the essays, absolute; none is inside another.
    """

    def __init__(
        self,
        settings: Settings,
        bibliography: Sequence[Path],
        folders: Sequence[Path],
    ) -> None:
        self.settings = settings
        self.bibliography = tuple(bibliography)
        self.folders = tuple(folders)

    def library_paths(self) -> tuple[Path, ...]:
        """Return the files and folders of the library.

        Raises:
            NoBibliography: there is none.
        """
        if self.bibliography:
            return self.bibliography
        raise NoBibliography(
            "There is no bibliography here.",
            advice="Name one with --bibliography, or keep one in a folder "
            "`bibliography` here or above.",
        )

    def library(self) -> Library:
        """Open the library.

        Raises:
            NoBibliography: there is none.
            UnreadableFile: a file of it can't be read.
        """
        from loccit.bibliography import open_library

        return open_library(self.library_paths())

    @cached_property
    def library_files(self) -> list[Path]:
        """The files of the library; empty if there is none yet.

        Raises:
            UnreadableFile: one is missing or may not be read.
        """
        from loccit.workspace.library_files import files_of

        return files_of(self.bibliography)

    @cached_property
    def found(self) -> ProjectEssays:
        """The essays, documents that may cite but aren't read yet, and what can't be
        searched.

        Raises:
            InvalidSettings: a settings file has a mistake.
        """
        from loccit.workspace.project_essays import read_essays

        return read_essays(self.folders, self.library_files)

    def all_essays(self) -> Sequence[Essay]:
        """Return the essays, for a change that must reach all of them.

        Raises:
            InvalidSettings: a settings file has a mistake.
            UnreadableFile: something can't be searched, and may cite.
        """
        for problem in self.found.problems:
            raise UnreadableFile(
                problem.message, place=problem.place, advice=problem.advice
            )
        return self.found.essays

    def where_cited(self, key: str) -> Iterator[PlacedCitation]:
        """Yield every citation of a source in the essays, with its place."""
        from loccit.workspace.where_cited import where_cited

        return where_cited(key, self.found.essays)

    def usage(self, library: Library) -> Usage:
        """Count what the essays cite of the library."""
        from loccit.workspace.where_cited import usage

        return usage(self.found.essays, library)

    def rename_in_essays(self, keys: Mapping[str, str]) -> dict[Path, FileChange]:
        """Return the changes of the essays that cite some of the keys.

        Raises:
            LoccitError: an essay can't be searched, or can't have a new key.
        """
        from loccit.workspace.rename_in_essays import rename_in_essays

        return rename_in_essays(keys, self.all_essays())


def find_project(
    settings: Settings | None = None, start: Path | None = None
) -> Project:
    """Find the project of a folder.

    Args:
        settings: those of a command, over those of the settings file.
        start: the folder; the current one if none is given.

    Raises:
        InvalidSettings: the settings file has a mistake.
    """
    command = settings or Settings()
    folder = (start or Path.cwd()).absolute()
    file = find_settings_file(folder)
    merged = command.over(file.settings) if file else command
    bibliography = bibliography_paths(merged, folder)
    if command.bibliography:
        folders = _folders_of_named(bibliography, file, folder)
    else:
        folders = _folders_of_found(bibliography, file) or [folder]
    return Project(merged, bibliography, _outermost(folders))


def _folders_of_named(
    library: Iterable[Path], file: SettingsFile | None, start: Path
) -> list[Path]:
    """Return the folders with the essays of a library that a command names: those
    around it, and the one that the command starts in if that has no other library.
    """
    # No essays are in the folder of Zotero's data, but thousands of files.
    named = [path for path in library if not is_in_zotero(path)]
    folders = [_folder_around(path) for path in named]
    usual = bibliography_paths(file.settings if file else Settings(), start)
    return folders if usual else [*folders, start]


def _folders_of_found(library: Iterable[Path], file: SettingsFile | None) -> list[Path]:
    """Return the folders with the essays of a library that was found: those that hold a
    folder `bibliography`, and that of the settings file which names the library.
    """
    folders = [holder for path in library if (holder := _holder(path))]
    if file and file.settings.bibliography:
        folders.append(file.path.parent)
    return folders


def _folder_around(library: Path) -> Path:
    """Return the folder whose essays cite from a library that a command names.

    It is the folder that holds the `bibliography` that the library is in.  Else it is
    the nearest folder, from the library upwards, that has a `bibliography` or a
    settings file; else the library's own.
    """
    holder = _holder(library)
    if holder:
        return holder
    path = _normal(library)
    folder = path if path.is_dir() else path.parent
    beside = find_bibliography(folder)
    file = find_settings_file(folder)
    marks = [mark.absolute() for mark in (beside, file and file.path) if mark]
    return max((mark.parent for mark in marks), key=_depth, default=folder)


def _holder(library: Path) -> Path | None:
    """Return the folder that holds the folder `bibliography` that a library is in."""
    for folder in folder_and_above(_normal(library)):
        if folder.name == FOLDER_NAME and folder.is_dir():
            return folder.parent
    return None


def _normal(path: Path) -> Path:
    """Return an absolute path without `..`, as settings files name paths."""
    return Path(os.path.normpath(path.absolute()))


def _depth(folder: Path) -> int:
    return len(folder.parts)


def _outermost(folders: Iterable[Path]) -> list[Path]:
    """Return the folders that are in none of the others."""
    unique = dict.fromkeys(folders)
    return [
        folder
        for folder in unique
        if not any(folder.is_relative_to(other) for other in unique if other != folder)
    ]

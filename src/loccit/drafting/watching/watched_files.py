"""The files of a project that matter to somebody who watches, with their stamps.

Files are found by the walk that finds essays (`workspace/essay_files`): it passes over
hidden files, dependencies, and what git ignores.  So the temporary files and locks of
programs are never among them.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path

from loccit.bibliography.formats import readable
from loccit.errors import LoccitError
from loccit.essays.formats import formats
from loccit.text_files.cache import Stamp, stamp_of
from loccit.workspace.essay_files.git_ignore import IgnoreRules, rules_above
from loccit.workspace.essay_files.walk import DocumentWalk, Entry
from loccit.workspace.settings_file import SETTINGS_FILES, find_settings_file

#: The extension of CSL styles, which settings may name.
_STYLE = ".csl"


class WatchedFiles:
    """The files that matter among some files and folders, as they are at one moment.

    A file has two paths: its *name*, as it is below the folder that was given, and its
    *place*, without symbolic links, as the system reports it.

    Attributes:
        stamps: those of the files that exist, by their names.
        folders: the places of the folders in which something can change.
    """

    def __init__(self, paths: Iterable[Path], ignored: Collection[Path] = ()) -> None:
        """Look at the disk.

        Args:
            paths: the files, which may be missing, and the folders.
            ignored: the places of files and folders that don't matter.
        """
        self.stamps: dict[Path, Stamp] = {}
        self.folders: set[Path] = set()
        self._ignored = ignored
        self._names: dict[Path, set[Path]] = {}
        self._walked: dict[Path, set[Path]] = {}
        self.add(paths)

    def add(self, paths: Iterable[Path]) -> None:
        """Look at more files and folders."""
        for path in paths:
            self._add(path, place_of(path.parent) / path.name)
            self._add(path, place_of(path))
            if path.is_dir():
                self._walk(path)

    def names(self, place: Path) -> Iterator[Path]:
        """Yield the names that a file at a place has, if it matters."""
        if place in self._ignored:
            return
        yield from self._names.get(place, ())
        if _matters(place.name):
            for folder in self._walked.get(place.parent, ()):
                yield folder / place.name

    def changes_structure(self, place: Path) -> bool:
        """Return whether a change at a place may mean that other files matter: there is
        or was a folder, a link, or a list of what git ignores.
        """
        is_folder = place in self._walked or place.is_dir()
        return is_folder or place.is_symlink() or place.name == ".gitignore"

    def _add(self, name: Path, place: Path) -> None:
        if place in self._ignored:
            return
        self._names.setdefault(place, set()).add(name)
        self._watch(_existing_folder(place))
        if stamp := stamp_of(name):
            self.stamps[name] = stamp

    def _walk(self, path: Path) -> None:
        start = path.absolute()
        for folder in DocumentWalk().folders(str(start), _git_rules(start)):
            name = path / Path(folder.path).relative_to(start)
            place = place_of(name)
            if place not in self._ignored:
                self._watch(place)
                self._walked.setdefault(place, set()).add(name)
                self._add_entries(folder.entries, name, place)

    def _add_entries(self, entries: Iterable[Entry], folder: Path, place: Path) -> None:
        """Add the files of a folder.

        Args:
            entries: what is in it.
            folder, place: its name and its place.
        """
        ignored = {path.name for path in self._ignored if path.parent == place}
        for entry in entries:
            if not _matters(entry.name) or entry.name in ignored:
                continue
            name = folder / entry.name
            if entry.is_symlink():
                self._add(name, place_of(name))
            elif stamp := stamp_of(name):
                self.stamps[name] = stamp

    def _watch(self, folder: Path) -> None:
        """Watch a folder, if that is allowed."""
        if os.access(folder, os.R_OK):
            self.folders.add(folder)


def place_of(path: Path) -> Path:
    """Return where a file is, or will be, without symbolic links."""
    return Path(os.path.realpath(path))


def _matters(name: str) -> bool:
    """Return whether a file in a project matters, by its name."""
    if name.startswith((".", "~$")):  # hidden, or Word's while a document is open
        return False
    _, dot, ending = name.rpartition(".")
    return name in SETTINGS_FILES or f"{dot}{ending}".casefold() in watched_extensions()


@cache
def watched_extensions() -> frozenset[str]:
    """Return the extensions of files that matter: essays, sources, styles."""
    essays = {each for format_ in formats().values() for each in format_.EXTENSIONS}
    libraries = {each for format_ in readable() for each in format_.EXTENSIONS}
    return frozenset([_STYLE, *essays, *libraries])


def _git_rules(folder: Path) -> IgnoreRules | None:
    """Return git's rules for an absolute folder; None where the settings choose the essays."""
    with suppress(LoccitError):  # whoever reads the settings says what is wrong
        file = find_settings_file(folder)
        if file and file.essays:
            return None
    return rules_above(folder)


def _existing_folder(place: Path) -> Path:
    """Return the nearest folder around a place that exists."""
    return next(folder for folder in place.parents if folder.is_dir())

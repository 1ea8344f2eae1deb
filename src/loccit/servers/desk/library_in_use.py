"""The library that a request is about: an essay's, or the folder's."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from loccit import csl
from loccit._startup.dataclass import dataclass
from loccit.bibliography import Library, is_in_database
from loccit.drafting.opened.open_library import OpenLibrary
from loccit.drafting.sources.adding import target_of
from loccit.errors import InvalidChange
from loccit.model import Source
from loccit.servers.desk.asked import Asked
from loccit.servers.desk.desk import Desk
from loccit.servers.desk.refusals import Refusal
from loccit.text_files.file_change import FileChange
from loccit.workspace.library_files import files_of
from loccit.workspace.project import Project, find_project
from loccit.workspace.settings import Settings


@dataclass(frozen=True, slots=True)
class LibraryInUse:
    """A library, and how its sources are printed.

    Attributes:
        opened: it, and its files.
        sources: its sources, and those in the essay itself.
        style, settings: those of the essay, or of the folder.
        folder: of the essay, or the desk's.
    """

    opened: OpenLibrary
    sources: Library
    style: csl.Style
    settings: Settings
    folder: Path

    @property
    def files(self) -> list[Path]:
        """The files of the library; empty if there is none yet.

        Raises:
            UnreadableFile: one is missing or may not be read.
        """
        return files_of(self.opened.paths)

    @property
    def project(self) -> Project:
        """The library with all essays that cite from it.

        Raises:
            InvalidSettings: a settings file has a mistake.
        """
        return find_project(Settings(bibliography=self.opened.paths), self.folder)

    def require(self, key: str) -> Source:
        """Return a source.

        Raises:
            UnknownKey: there is none of that key.
        """
        return self.sources.require(key)

    def target(self, desk: Desk, name: str) -> Path:
        """Return the file that new sources go into.

        Args:
            name: of one of its files; `""` for the usual one.

        Raises:
            Refusal: the library has no such file.
            LoccitError: it has several, and none is named.
        """
        files = [path for path in self.files if not is_in_database(path)]
        for path in files:
            if name and desk.name(path) == name:
                return path
        if name:
            raise Refusal("invalid", f"The library has no file `{name}`.")
        return self.usual_target(desk)

    def usual_target(self, desk: Desk) -> Path:
        """Return the file that new sources go into if nobody names one; it may not be
        there yet.

        Raises:
            LoccitError: there are several.
        """
        return target_of(self.opened, desk.folder / self.folder.name)

    def file_of(self, source: Source) -> Path:
        """Return the file that has a source.

        Raises:
            InvalidChange: it is in the essay itself, or another program keeps it.
        """
        path = Path(source.place.path)
        if path not in self.files:
            raise InvalidChange(
                f"`{source.key}` is in no file of the library.",
                advice="Change it where it is kept.",
            )
        return path


def library_in_use(desk: Desk, asked: Asked) -> LibraryInUse:
    """Return the library of the essay that a request names, else the folder's.

    Raises:
        LoccitError: the essay can't be read, or a settings file has a mistake.
    """
    if name := asked.text_or("essay", ""):
        essay = desk.essay(name).opened
        # Asked at every key: what is known does, and not all is read again for it.
        sources = essay.reading.library
        folder = essay.path.parent
        return LibraryInUse(essay.library, sources, essay.style, essay.settings, folder)
    project = find_project(desk.workspace.settings, desk.folder)
    opened = desk.workspace.library(desk.folder)
    style = csl.load_style(project.settings.csl or "apa")
    return LibraryInUse(opened, opened.library, style, project.settings, desk.folder)


def require_saved(desk: Desk) -> None:
    """Refuse a change of essays on the disk while the desk has others.

    Raises:
        Refusal: an essay is not saved.
    """
    unsaved = [each for each in desk.open_essays() if not each.is_saved]
    if unsaved:
        names = ", ".join(desk.name(each.path) for each in unsaved)
        raise Refusal("conflict", f"Save {names} first: this changes essays, too.")


def written(desk: Desk, what: str, changes: Mapping[Path, FileChange]) -> None:
    """Take note of changes that were written: they can be undone, and are shown."""
    desk.done.remember(what, changes)
    desk.changed_on_disk(set(changes))

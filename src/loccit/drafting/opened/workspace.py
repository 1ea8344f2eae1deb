"""What is open while somebody writes: folders, and files that are ahead of the disk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from threading import RLock

from loccit.bibliography.formats import is_known
from loccit.drafting.opened.buffer import Buffer
from loccit.drafting.opened.dependencies import other_files
from loccit.drafting.opened.open_essay import NOT_TEXT, OpenEssay
from loccit.drafting.opened.open_library import OpenLibrary, state_of
from loccit.drafting.opened.session import EssaySession
from loccit.errors import LoccitError
from loccit.essays import Essay, read_essay
from loccit.essays.formats import by_extension
from loccit.model import Edit
from loccit.text_files.cache import Stamp, stamp_of
from loccit.text_files.reading import read_bytes, read_text
from loccit.workspace.essay_library import essay_folder, essay_settings
from loccit.workspace.library_paths import bibliography_paths
from loccit.workspace.project import Project, find_project
from loccit.workspace.settings import Settings


class Workspace:
    """Folders with essays and libraries; what an editor has open goes before the disk.

    Every answer is about the files as they are when it is asked for: those on the disk
    are looked at again, and read again only if they have changed.  Threads may ask at
    the same time.

    Attributes:
        folders: absolute.
        settings: of whoever opened it, over those of essays and settings files.
    """

    def __init__(
        self, folders: Iterable[Path] = (), settings: Settings | None = None
    ) -> None:
        self.folders = [folder.absolute() for folder in folders]
        self.settings = settings or Settings()
        self._lock = RLock()
        self._buffers: dict[Path, Buffer] = {}
        self._essays: dict[Path, OpenEssay] = {}
        self._read: dict[Path, Essay] = {}
        self._others: dict[Path, Mapping[Path, Stamp | None]] = {}
        self._edits: dict[Path, list[Edit]] = {}
        self._sessions: dict[Path, EssaySession] = {}
        self._libraries: dict[tuple[Path, ...], OpenLibrary] = {}
        self._chosen: dict[Path, Settings] = {}

    def open(self, path: Path, text: str, version: int = 0) -> None:
        """Open a file as an editor has it."""
        with self._lock:
            self.close(path)
            self._buffers[path.absolute()] = Buffer(text, version)

    def edit(self, path: Path, edits: Sequence[Edit], version: int) -> None:
        """Change an open file.

        Args:
            path: the file.
            edits: made one after the other; the span of each counts the characters that
                those before it left.
            version: the number that the editor gives the result.

        Raises:
            KeyError: the file is not open.
        """
        with self._lock:
            path = path.absolute()
            self._buffers[path] = self._buffers[path].edited(edits, version)
            self._edits.setdefault(path, []).extend(edits)

    def choose(self, path: Path, settings: Settings) -> None:
        """Choose settings for one essay, over its own."""
        with self._lock:
            path = path.absolute()
            before = self._chosen.get(path, Settings())
            self._chosen[path] = settings.over(before)

    @property
    def chosen(self) -> Mapping[Path, Settings]:
        """The settings that were chosen for some essays."""
        return dict(self._chosen)

    def close(self, path: Path) -> None:
        """Go back to what the disk has of a file."""
        with self._lock:
            for known in (self._buffers, self._essays, self._edits, self._sessions):
                known.pop(path.absolute(), None)

    @property
    def buffers(self) -> dict[Path, Buffer]:
        """What editors have open, by absolute paths."""
        return {**self._buffers}

    def is_open(self, path: Path) -> bool:
        """Return whether an editor has a file open."""
        return path.absolute() in self._buffers

    def text(self, path: Path) -> str:
        """Return the characters of a file.

        Raises:
            UnreadableFile: it is not open, and can't be read.
        """
        buffer = self._buffers.get(path.absolute())
        return buffer.text if buffer else read_text(path).text

    def version(self, path: Path) -> int | None:
        """Return the version of an open file; None for one that is not open."""
        buffer = self._buffers.get(path.absolute())
        return buffer.version if buffer else None

    def is_essay(self, path: Path) -> bool:
        """Return whether a file is an essay, by its name."""
        return by_extension(path.suffix) is not None

    def is_text(self, path: Path) -> bool:
        """Return whether a file is an essay that an editor can show, by its name."""
        format_ = by_extension(path.suffix)
        return format_ is not None and format_.NAME not in NOT_TEXT

    def is_library(self, path: Path) -> bool:
        """Return whether a file has sources, by its name."""
        return is_known(path.suffix) and not self.is_essay(path)

    def essay(self, path: Path) -> OpenEssay:
        """Return an essay as it is now.

        Raises:
            UnreadableFile: it is not open, and can't be read.
        """
        with self._lock:
            path = path.absolute()
            self._forget_stale(path)
            essay = self._essay_of(path)
            settings, error = self._settings_of(essay, path)
            library = self.library_of(settings, essay_folder(essay))
            before = self._essays.get(path)
            edits = self._edits.pop(path, [])
            if before and before.is_of(essay, library, settings):
                return before
            session = self._sessions.setdefault(path, EssaySession())
            version = self.version(path) or 0
            opened = OpenEssay(path, version, essay, library, settings, session, error)
            if before and edits and before.is_of(before.essay, library, settings):
                opened.follow(before, edits)
            self._others[path] = _stamps(other_files(essay, settings))
            self._essays[path] = opened
            return opened

    def _forget_stale(self, path: Path) -> None:
        """Forget an essay if another file that it is made of has changed."""
        others = self._others.get(path, {})
        if others != _stamps(others):
            self._read.pop(path, None)
            self._essays.pop(path, None)

    def prepare(self, path: Path) -> None:
        """Read an essay and its library, and print it, before somebody asks; for a
        thread in the background.

        Raises:
            UnreadableFile: it is not open, and can't be read.
        """
        essay = self.essay(path)
        essay.printed  # noqa: B018 - it is kept
        essay.library.prepare()

    def essays(self, near: Path) -> Iterator[OpenEssay]:
        """Yield the essays of the project of a file or a folder.

        Raises:
            InvalidSettings: a settings file has a mistake.
        """
        folder = near if near.is_dir() else near.parent
        project = find_project(self.settings, folder)
        paths = {Path(essay.path).absolute() for essay in project.found.essays}
        paths.update(path for path in self._buffers if self._is_new_in(path, project))
        for path in sorted(paths):
            yield self.essay(path)

    def _is_new_in(self, path: Path, project: Project) -> bool:
        """Return whether an open file is an essay of a project, not saved yet."""
        is_inside = any(path.is_relative_to(folder) for folder in project.folders)
        return is_inside and self.is_essay(path) and not path.exists()

    def library(self, near: Path) -> OpenLibrary:
        """Return the library that essays near a file, or in a folder, cite from.

        Raises:
            InvalidSettings: a settings file has a mistake.
        """
        with self._lock:
            folder = near if near.is_dir() else near.parent
            project = find_project(self.settings, folder.absolute())
            return self._opened(project.bibliography)

    def library_of(self, settings: Settings, folder: Path) -> OpenLibrary:
        """Return the library that settings name, or the nearest one.

        Args:
            settings: of an essay.
            folder: the essay's.
        """
        with self._lock:
            try:
                paths = bibliography_paths(settings, folder)
            except LoccitError:  # Zotero's library can't be found
                paths = ()
            return self._opened(paths)

    def _essay_of(self, path: Path) -> Essay:
        """Return an essay, read only if it has changed."""
        buffer = self._buffers.get(path)
        data = buffer.data if buffer else read_bytes(path)
        known = self._read.get(path)
        if known is None or known.data != data:
            known = self._read[path] = read_essay(data, str(path))
        return known

    def _settings_of(
        self, essay: Essay, path: Path
    ) -> tuple[Settings, LoccitError | None]:
        """Return the settings of an essay, and why its own can't be read."""
        chosen = self._chosen.get(path, Settings()).over(self.settings)
        try:
            return chosen.over(essay_settings(essay)), None
        except LoccitError as error:
            return chosen, error

    def _opened(self, paths: Sequence[Path]) -> OpenLibrary:
        """Return a library, opened again only if its files have changed."""
        paths = tuple(path.absolute() for path in paths)
        state = state_of(paths, self._buffers)
        known = self._libraries.get(paths)
        if known is None or known.state != state:
            known = self._libraries[paths] = OpenLibrary(paths, state)
        return known


def _stamps(files: Iterable[Path]) -> Mapping[Path, Stamp | None]:
    return {file: stamp_of(file) for file in files}

"""The desk: a folder, what is open of it, and the tabs that look on."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence, Set
from contextlib import ExitStack, suppress
from itertools import filterfalse
from pathlib import Path
from threading import RLock

from loccit.drafting.essay.adopt import AdoptionPlan
from loccit.drafting.essay.saved import is_written_as_text
from loccit.drafting.opened.workspace import Workspace
from loccit.drafting.sources.kept_duplicates import KeptDuplicates
from loccit.drafting.sources.library_table import LibraryTable
from loccit.drafting.sources.undo_changes import UndoableChanges
from loccit.drafting.watching.folder_paths import existing_file
from loccit.drafting.watching.watch import FileWatcher, watching
from loccit.errors import LoccitError
from loccit.essays.formats import by_extension
from loccit.model import Source
from loccit.servers.desk.checking import Checking
from loccit.servers.desk.desk_essay import Change, DeskEssay
from loccit.servers.desk.edits_json import edits_as_json
from loccit.servers.desk.events import Events
from loccit.servers.desk.last_few import LastFew
from loccit.servers.desk.page_text import PageText
from loccit.servers.desk.problems_json import findings_as_json


class Desk:
    """What all tabs share.

    Attributes:
        folder: absolute, without symbolic links.
        lang: the language of the page; None for the browser's.
        workspace: what is open.
        events: the tabs that listen.
        lock: held while texts or files change.
        done: what was changed in the library, to be undone.
        table: the library as a table.
        duplicates: those of the library.
        previews: sources that somebody may add.
        adoptions: what somebody may adopt.
    """

    def __init__(self, folder: Path, lang: str | None = None) -> None:
        self.folder = folder.resolve()
        self.lang = lang
        self.workspace = Workspace([self.folder])
        self.events = Events()
        self.lock = RLock()
        self.done = UndoableChanges()
        self.table = LibraryTable()
        self.duplicates = KeptDuplicates()
        self.previews = LastFew[Sequence[Source]]("p")
        self.adoptions = LastFew[AdoptionPlan]("a")
        self.checking = Checking(self.workspace, self._found, self._reprinted)
        self._essays: dict[Path, DeskEssay] = {}
        self._watcher = FileWatcher([self.folder])
        self._working = ExitStack()

    def __enter__(self) -> None:
        """Begin to watch the folder, and to check what is written."""
        self._working.enter_context(watching(self._watcher, self.changed_on_disk))
        self._working.enter_context(self.checking)

    def __exit__(self, *_: object) -> None:
        self._working.close()

    def name(self, path: Path) -> str:
        """Return the name of a file for the page: relative to the folder if it is in it."""
        path = Path(os.path.normpath(path.absolute()))
        if path.is_relative_to(self.folder):
            return path.relative_to(self.folder).as_posix()
        return str(path)

    def row(self, path: Path) -> dict[str, object]:
        """Return an essay of the folder as a row of the list."""
        essay = self._essays.get(self.folder / self.name(path))
        found = by_extension(path.suffix)
        return {
            "path": self.name(path),
            "format": found.NAME if found else "",
            "editable": found is not None and is_written_as_text(found.NAME),
            "saved": essay is None or essay.is_saved,
        }

    def essay(self, name: str) -> DeskEssay:
        """Return an essay of the folder; it is opened if it is not open yet.

        Raises:
            UnreadableFile: there is no such essay, or it can't be read.
        """
        with self.lock:
            path = self.folder / name
            if path not in self._essays or not path.is_relative_to(self.folder):
                path = existing_file(self.folder, name)
                self._open(path)
            return self._essays[path]

    def _open(self, path: Path) -> None:
        essay = self._essays[path] = DeskEssay(path, self.workspace)
        self._watcher.add(essay.opened.library.paths)
        self.checking.ask(essay)

    def open_essays(self) -> Iterator[DeskEssay]:
        """Yield the essays that are open."""
        yield from list(self._essays.values())

    def report(self, essay: DeskEssay, change: Change, tab: str | None) -> None:
        """Let all tabs know that a text has changed, and check it.

        Args:
            tab: the one that changed it.
        """
        self.events.send(
            "edited",
            {
                "path": self.name(essay.path),
                "base": change.base,
                "version": change.base + 1,
                "edits": edits_as_json(change.edits),
                "tab": tab or None,
                "saved": essay.is_saved,
            },
        )
        self.checking.ask(essay)

    def changed_on_disk(self, paths: Set[Path]) -> None:
        """Take note of files that somebody else has changed."""
        with self.lock:
            for path in paths:
                if path in self._essays:
                    with suppress(LoccitError):  # it is reported when it is read
                        self._follow_disk(self._essays[path])
        others = sorted(filterfalse(self.workspace.is_essay, paths))
        if len(others) < len(paths):
            self.events.send("essays", {})
        if others:
            self.changed_library(others)

    def changed_library(self, paths: list[Path]) -> None:
        """Let all tabs know that sources have changed, or settings or a style, and check
        what is open.
        """
        files = [self.name(path) for path in paths]
        self.events.send("library", {"files": files})
        for essay in self.open_essays():
            self.checking.ask(essay)

    def _found(self, essay: DeskEssay) -> None:
        """Let all tabs know what a check has found."""
        self.events.send("findings", findings_as_json(essay, self.name))

    def _reprinted(self, essay: DeskEssay) -> None:
        """Let all tabs ask again for what an essay prints."""
        self.events.send("reprinted", {"path": self.name(essay.path)})

    def _follow_disk(self, essay: DeskEssay) -> None:
        """Take what is on the disk, unless that would lose what is not saved."""
        now = essay.saved.on_disk()
        if now is essay.saved:
            return
        if not essay.is_text:
            if now is not None:
                essay.reload(now)
                self.events.send("essays", {})
        elif now is None or not (essay.is_saved or now.text == essay.text):
            disk = None if now is None else PageText(now.text).shown
            data = {"path": self.name(essay.path), "disk": disk}
            self.events.send("disk-conflict", data)
        elif change := essay.reload(now):
            self.report(essay, change, None)

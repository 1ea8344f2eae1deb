"""Undo changes of a library, and of the essays that were changed with it."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from pathlib import Path
from threading import Lock

from loccit._startup.namedtuple import NamedTuple
from loccit.editing.library_file import locked, write_together
from loccit.errors import InvalidChange
from loccit.text_files.file_change import FileChange

#: So many changes are remembered; each has the bytes of its files before and after.
_MOST = 20


class Done(NamedTuple):
    """A change that was made.

    Attributes:
        what: what it was, in words.
        files: what it changed.
    """

    what: str
    files: Mapping[Path, FileChange]


class UndoableChanges:
    """The last changes that somebody made, the newest first to be undone."""

    def __init__(self) -> None:
        self._done: deque[Done] = deque(maxlen=_MOST)
        self._lock = Lock()

    @property
    def last(self) -> Done | None:
        """The change that would be undone."""
        return self._done[-1] if self._done else None

    def remember(self, what: str, files: Mapping[Path, FileChange]) -> None:
        """Take note of a change."""
        changed = {
            path: change
            for path, change in files.items()
            if change.before != change.after
        }
        if changed:
            with self._lock:
                self._done.append(Done(what, changed))

    def undo(self) -> Done:
        """Undo the last change: all of it, or nothing.

        Raises:
            InvalidChange: there is none.
            UnwritableFile: a file was changed since, or can't be written.
            UnreadableFile: a file is gone.
        """
        with self._lock:
            if not self._done:
                raise InvalidChange("There is nothing to undo.")
            last = self._done[-1]
            back = {
                path: FileChange(change.after, change.before)
                for path, change in last.files.items()
            }
            with locked(back):
                write_together(back, list(back))
            self._done.pop()
            return last

"""Which files of a project change, as the system reports it (watchfiles).

The system says where to look, and the stamps of the files say what has changed: so
nothing is reported that is as it was, and nothing is missed that changed while nobody
listened.  The folders of a project are watched one by one, since a whole tree may have
more dependencies and builds in it than the system can watch.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Set
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Lock, Thread

from loccit.drafting.watching.watched_files import WatchedFiles, place_of
from loccit.text_files.cache import Stamp, stamp_of

#: Milliseconds without a change after which those before it are reported together.
_QUIET = 50
#: Milliseconds after which they are reported even if changes go on.
_LONGEST = 1_000
#: Milliseconds after which a file that was emptied or removed is not being saved any
#: more: some editors do that first.
_SETTLED = 500


class FileWatcher:
    """Reports which files change from the moment on when it is made."""

    def __init__(self, paths: Iterable[Path], ignored: Iterable[Path] = ()) -> None:
        """Look at the files.

        Args:
            paths: files, which may be missing, and folders, of which essays, files of
                sources, settings and styles matter.
            ignored: files and folders that don't matter, such as an output.
        """
        self._paths = set(paths)
        self._ignored = frozenset(map(place_of, ignored))
        self._files = WatchedFiles(self._paths, self._ignored)
        self._reported = dict(self._files.stamps)
        self._unsettled: set[Path] = set()
        self._polls: bool | None = None  # as watchfiles decides
        self._lock = Lock()

    def add(self, paths: Iterable[Path]) -> None:
        """Watch more files and folders; those that are watched already make no
        difference.
        """
        with self._lock:
            new = set(paths) - self._paths
            self._paths |= new
            self._files.add(new)
            self._reported = {**self._files.stamps, **self._reported}

    def changes(self, stop: Event | None = None) -> Iterator[Set[Path]]:
        """Yield the files that changed, appeared or disappeared, named as the paths
        given; what happens within a moment is one change.

        Args:
            stop: ends the iteration when it is set.

        Raises:
            KeyboardInterrupt: somebody pressed Ctrl-C.
            OSError, RuntimeError: the system refuses, even to be asked again and again.
        """
        stop = stop or Event()
        while not stop.is_set():
            watched = frozenset(self._files.folders)
            everywhere = True  # something may have happened before
            for places in self._reports(watched, stop):
                has_more = self._files.folders != watched
                changed = self._changed(places, everywhere or has_more)
                everywhere = False
                if changed:
                    yield changed
                if self._files.folders != watched:
                    break

    def _reports(self, folders: Iterable[Path], stop: Event) -> Iterator[Set[Path]]:
        """Yield the places that the system reports, and nothing after a quiet time."""
        # It imports anyio, which few commands need.
        from watchfiles import watch

        reports = watch(
            *folders,
            watch_filter=None,
            debounce=_LONGEST,
            step=_QUIET,
            stop_event=stop,
            rust_timeout=_SETTLED,
            yield_on_timeout=True,
            force_polling=self._polls,
            recursive=False,
        )
        try:
            for changes in reports:
                yield {Path(path) for _, path in changes}
        except FileNotFoundError:  # a folder went before it was watched
            self._look()
        except (OSError, RuntimeError):  # what watchfiles raises
            # The system can't watch so many folders, or for so many programs
            # (inotify(7), "max_user_watches", "max_user_instances").
            if self._polls:
                raise
            self._polls = True

    def _changed(self, places: Set[Path], everywhere: bool) -> Set[Path]:
        """Return the files that have changed.

        Args:
            places: where something happened.
            everywhere: whether to look at all files.
        """
        with self._lock:
            if everywhere or any(map(self._files.changes_structure, places)):
                self._look()
                names = {*self._reported, *self._files.stamps}
            else:
                names = {name for each in places for name in self._files.names(each)}
            names |= self._unsettled
            return {name for name in names if self._is_new(name, bool(places))}

    def _look(self) -> None:
        self._files = WatchedFiles(self._paths, self._ignored)

    def _is_new(self, name: Path, is_busy: bool) -> bool:
        """Return whether a file has changed since it was reported, and remember it.

        Args:
            name: the file.
            is_busy: whether somebody is writing files.
        """
        stamp = stamp_of(name)
        self._unsettled.discard(name)
        if stamp == self._reported.get(name):
            return False
        if is_busy and _is_empty(stamp):  # its content may be about to come
            self._unsettled.add(name)
            return False
        if stamp:
            self._reported[name] = stamp
        else:
            del self._reported[name]
        return True


def _is_empty(stamp: Stamp | None) -> bool:
    return stamp is None or stamp.size == 0


@contextmanager
def watching(
    watcher: FileWatcher, changed: Callable[[Set[Path]], None]
) -> Iterator[None]:
    """Watch in a thread of its own while the work goes on.

    Args:
        watcher: what to watch.
        changed: called in that thread with the files that changed; it must not raise.
    """
    stop = Event()

    def watch() -> None:
        for paths in watcher.changes(stop):
            changed(paths)

    thread = Thread(target=watch, name="watching", daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()

"""Write files atomically: after a crash, or on a full disk, there is the old file or the
new one, never half of either.
"""

from __future__ import annotations

import contextlib
import json
import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.errors import UnwritableFile
from loccit.model import Place

#: The suffix of files that will take another's place.
_SUFFIX = ".tmp"
#: What is added to the name of the file whose place it will take.
_UNFINISHED = regex(r"\.[0-9a-f]{16}\.tmp\Z")
#: How much of that name is kept: file systems allow 255 bytes.
_LONGEST_NAME = 64


class _Move(NamedTuple):
    """A file that is complete on disk, and the one whose place it will take."""

    complete: Path
    target: Path

    def finish(self) -> None:
        self.complete.replace(self.target)


class _JournalEntry(NamedTuple):
    """A move that a crash may have interrupted, and the digest of the file that was in
    its place, "" if there was none.
    """

    complete: str
    target: str
    digest: str


def write_atomically(path: Path, data: bytes) -> None:
    """Write a file: complete on disk first, then renamed to `path`, with the same
    permissions.

    A symbolic link is followed, and the file that it leads to is replaced.  A device or
    a pipe, such as `/dev/null`, is written to.

    Raises:
        UnwritableFile: the file is read-only, its folder is missing, or the disk is
            full; nothing has changed.
    """
    if _is_device(path):
        try:
            path.write_bytes(data)
        except OSError as error:
            raise _unwritable(path, error) from error
        return
    move = _complete(path, data)
    try:
        move.finish()
    except BaseException as error:
        _discard([move.complete])
        if isinstance(error, OSError):
            raise _unwritable(path, error) from error
        raise


def write_all_atomically(files: Mapping[Path, bytes], journal: Path) -> None:
    """Write several files: all of them, or none; some may be new.

    All are complete on disk before the first is renamed.  `journal` then names them, so
    that `finish_writing` can rename the rest after a crash.

    Raises:
        UnwritableFile: one can't be written; nothing has changed.
    """
    moves: list[_Move] = []
    before: dict[Path, bytes | None] = {}
    try:
        for path, data in files.items():
            moves.append(_complete(path, data))
            before[path] = path.read_bytes() if path.exists() else None
        _write_journal(journal, moves, before.values())
    except BaseException as error:
        _discard([move.complete for move in moves])
        if isinstance(error, OSError):
            raise _unwritable(path, error) from error
        raise
    done: list[Path] = []
    try:
        for path, move in zip(files, moves, strict=True):
            move.finish()
            done.append(path)
    except BaseException as error:  # Ctrl-C too
        for path_done in done:
            _take_back(path_done, before[path_done])
        _discard([journal, *(move.complete for move in moves)])
        if isinstance(error, OSError):
            raise _unwritable(path, error) from error
        raise
    _discard([journal])


def _take_back(path: Path, before: bytes | None) -> None:
    """Write a file as it was; one that is new goes."""
    if before is None:
        path.unlink()
    else:
        write_atomically(path, before)


def finish_writing(journal: Path) -> None:
    """Finish what a crash interrupted in `write_all_atomically`, if it left a journal.

    A file that somebody has changed since stays as it is.
    """
    try:
        data = journal.read_bytes()
    except FileNotFoundError:
        return
    for entry in _journal_entries(data):
        move = _Move(Path(entry.complete), Path(entry.target))
        if not _is_ours(move):
            continue
        if _digest_of(move.target) == entry.digest:
            move.finish()
        else:
            move.complete.unlink()
    journal.unlink()


def discard_unfinished(path: Path) -> None:
    """Delete what a crash left of files that would have taken the place of `path`.

    Nobody else may be writing that file.
    """
    for file in path.parent.glob(f".*{_SUFFIX}"):
        if _UNFINISHED.sub("", file.name) == f".{path.name[:_LONGEST_NAME]}":
            _discard([file])


def discard_all_unfinished(folder: Path) -> None:
    """Delete what crashes left of files that would have come into a folder or below.

    Nobody else may be writing there.
    """
    _discard(
        file for file in folder.rglob(f".*{_SUFFIX}") if _UNFINISHED.search(file.name)
    )


def _write_journal(
    journal: Path, moves: Iterable[_Move], before: Iterable[bytes | None]
) -> None:
    entries = [
        _JournalEntry(str(move.complete), str(move.target), _digest(data))
        for move, data in zip(moves, before, strict=True)
    ]
    write_atomically(journal, json.dumps(entries).encode())


def _journal_entries(data: bytes) -> Iterator[_JournalEntry]:
    """Read a journal; one that is not JSON was not written here, and has no entries."""
    try:
        entries = json.loads(data)
    except ValueError:
        return
    for entry in entries:
        yield _JournalEntry(*entry)


def _is_ours(move: _Move) -> bool:
    """Return whether a journal names a file that was written here and is still there."""
    is_beside = move.complete.parent == move.target.parent
    return is_beside and move.complete.suffix == _SUFFIX and move.complete.exists()


def _digest_of(path: Path) -> str:
    return _digest(path.read_bytes() if path.exists() else None)


def _digest(data: bytes | None) -> str:
    if data is None:
        return ""
    from hashlib import sha256  # only a change of several files needs it

    return sha256(data).hexdigest()


def _is_device(path: Path) -> bool:
    """Return whether this is a device, a pipe or a socket, which no file may replace."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def _complete(path: Path, data: bytes) -> _Move:
    """Write a file with that content beside the one whose place it will take."""
    target = Path(os.path.realpath(path))
    try:
        mode = _mode(target)
    except OSError as error:
        raise _unwritable(path, error) from error
    if target.is_dir():
        raise UnwritableFile("This is a folder, not a file.", place=Place(str(path)))
    # A rename needs no permission to write the file itself, so a read-only file would
    # be replaced.
    if mode is not None and not _is_writable(target, mode):
        raise UnwritableFile(
            "The file is read-only; it was left as it is.",
            place=Place(str(path)),
            advice="Make it writable, or name another file.",
        )
    try:
        return _Move(_write(target, data, mode), target)
    except OSError as error:
        raise _unwritable(path, error) from error


def _mode(path: Path) -> int | None:
    """Return a file's permissions; None if it is missing.

    Raises:
        OSError: they can't be read.
    """
    try:
        return stat.S_IMODE(path.stat().st_mode)
    except FileNotFoundError:
        return None


def _is_writable(path: Path, mode: int) -> bool:
    return bool(mode & stat.S_IWUSR) and os.access(path, os.W_OK)


def _write(target: Path, data: bytes, mode: int | None) -> Path:
    """Write a new file beside `target`, and return its path."""
    # As `tempfile` does it, which takes longer to import than all of this takes.
    name = f".{target.name[:_LONGEST_NAME]}.{os.urandom(8).hex()}{_SUFFIX}"
    path = target.parent / name
    # Windows would write `\r\n` for `\n` without its flag.
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        path.chmod(0o666 & ~_umask() if mode is None else mode)
    except BaseException:
        _discard([path])
        raise
    return path


def _discard(paths: Iterable[Path]) -> None:
    for path in paths:
        with contextlib.suppress(OSError):
            path.unlink()


def _umask() -> int:
    # The only way to read it is to set it.
    current = os.umask(0)
    os.umask(current)
    return current


def _unwritable(path: Path, error: OSError) -> UnwritableFile:
    return UnwritableFile(
        f"This can't be written: {error.strerror}.", place=Place(str(path))
    )

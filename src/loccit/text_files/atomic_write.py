"""Writing files so that a reader, a crash or a full disk meets the old file or the new
one, never half of either.
"""

from __future__ import annotations

import contextlib
import json
import os
import stat
from collections.abc import Iterable, Mapping
from pathlib import Path

from loccit._startup.regex import regex
from loccit.errors import UnwritableFile
from loccit.model import Place

#: What the names of files end in that are to take another's place.
_SUFFIX = ".tmp"
_UNFINISHED = regex(r"\.[0-9a-f]{16}\.tmp\Z")


def write_atomically(path: Path, data: bytes) -> None:
    """Put `data` in the file at `path`: complete on disk first, then renamed over it,
    with the same permissions.

    A symbolic link is followed; the file that it leads to is replaced.  What is no
    file, such as `/dev/null` or a pipe, is written to.

    Raises:
        UnwritableFile: the file is read-only, its folder is missing, or the disk is full; nothing has changed.
    """
    if _is_device(path):
        try:
            path.write_bytes(data)
        except OSError as error:
            raise _unwritable(path, error) from error
        return
    complete, target = _completed(path, data)
    try:
        complete.replace(target)
    except BaseException as error:
        _discard([complete])
        if isinstance(error, OSError):
            raise _unwritable(path, error) from error
        raise


def write_all_atomically(files: Mapping[Path, bytes], journal: Path) -> None:
    """Put its bytes in each of several files: all of them, or none.

    All are complete on disk before the first takes its place.  `journal` then names
    them, so that `finish_writing` can do the rest where a crash comes in between.

    Raises:
        UnwritableFile: one can't be written; nothing has changed.
    """
    moves: list[tuple[Path, Path]] = []
    before: dict[Path, bytes] = {}
    try:
        for path, data in files.items():
            moves.append(_completed(path, data))
            before[path] = path.read_bytes()
        entries = [
            (str(complete), str(target), _digest(before[path]))
            for path, (complete, target) in zip(files, moves, strict=True)
        ]
        write_atomically(journal, json.dumps(entries).encode())
    except BaseException as error:
        _discard([complete for complete, _ in moves])
        if isinstance(error, OSError):
            raise _unwritable(path, error) from error
        raise
    done: list[Path] = []
    try:
        for path, (complete, target) in zip(files, moves, strict=True):
            complete.replace(target)
            done.append(path)
    except BaseException as error:  # Ctrl-C too
        for path in done:
            write_atomically(path, before[path])
        _discard([journal, *(complete for complete, _ in moves)])
        if isinstance(error, OSError):
            raise _unwritable(path, error) from error
        raise
    _discard([journal])


def finish_writing(journal: Path) -> None:
    """Do what a crash kept `write_all_atomically` from doing, if it left a journal.

    A file that somebody has changed since is left as it is.
    """
    try:
        entries = json.loads(journal.read_bytes())
    except FileNotFoundError:
        return
    except ValueError:
        entries = []  # nothing that was written here
    for complete, target, digest in (
        (Path(entry[0]), Path(entry[1]), entry[2]) for entry in entries
    ):
        is_ours = (
            complete.parent == target.parent
            and complete.suffix == _SUFFIX
            and complete.exists()
        )
        if is_ours and target.exists() and _digest(target.read_bytes()) == digest:
            complete.replace(target)
        elif is_ours:
            complete.unlink()
    journal.unlink()


def _digest(data: bytes) -> str:
    from hashlib import sha256

    return sha256(data).hexdigest()


def discard_unfinished(path: Path) -> None:
    """Take away what a crash left of files that were to take the place of `path`;
    nobody else may be writing it.
    """
    _discard(
        file
        for file in path.parent.glob(f".*{_SUFFIX}")
        if _UNFINISHED.sub("", file.name) == f".{path.name[:64]}"
    )


def _is_device(path: Path) -> bool:
    """Whether this is a device, a pipe or a socket, whose place no file may take."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def _completed(path: Path, data: bytes) -> tuple[Path, Path]:
    """A file with that content, complete on disk, and the one whose place it is to
    take.
    """
    target = Path(os.path.realpath(path))
    try:
        mode = stat.S_IMODE(target.stat().st_mode)
    except FileNotFoundError:
        mode = None
    except OSError as error:
        raise _unwritable(path, error) from error
    if target.is_dir():
        raise UnwritableFile("This is a folder, not a file.", place=Place(str(path)))
    # A rename needs no leave of the file itself, so a read-only file has to be asked.
    if mode is not None and not (mode & stat.S_IWUSR and os.access(target, os.W_OK)):
        raise UnwritableFile(
            "The file is read-only; it was left as it is.",
            place=Place(str(path)),
            advice="Make it writable, or name another file.",
        )
    try:
        return _written(target, data, mode), target
    except OSError as error:
        raise _unwritable(path, error) from error


def _written(target: Path, data: bytes, mode: int | None) -> Path:
    # as `tempfile` does it, which takes longer to import than all this takes
    name = target.parent / f".{target.name[:64]}.{os.urandom(8).hex()}{_SUFFIX}"
    descriptor = os.open(
        name, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600
    )
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        name.chmod(mode if mode is not None else 0o666 & ~_umask())
    except BaseException:
        _discard([name])
        raise
    return name


def _discard(paths: Iterable[Path]) -> None:
    for path in paths:
        with contextlib.suppress(OSError):
            path.unlink()


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current


def _unwritable(path: Path, error: OSError) -> UnwritableFile:
    return UnwritableFile(
        f"This can't be written: {error.strerror}.", place=Place(str(path))
    )

"""Writing files so that a reader, a crash or a full disk meets the old file or the new one, never half of either."""

from __future__ import annotations

import contextlib
import os
import stat
from pathlib import Path

from loccit.errors import UnwritableFile
from loccit.model import Place


def write_atomically(path: Path, data: bytes) -> None:
    """Put `data` in the file at `path`: complete on disk first, then renamed over it, with the same permissions.

    A symbolic link is followed; the file that it leads to is replaced.

    Raises:
        UnwritableFile: the file is read-only, its folder is missing, or the disk is full; nothing has changed.
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
            advice="Make it writable, or write elsewhere with -o.",
        )
    try:
        _replace(target, data, mode)
    except OSError as error:
        raise _unwritable(path, error) from error


def _replace(target: Path, data: bytes, mode: int | None) -> None:
    # as `tempfile` does it, which takes longer to import than all this takes
    name = target.parent / f".{target.name[:64]}.{os.urandom(8).hex()}.tmp"
    descriptor = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        name.chmod(mode if mode is not None else 0o666 & ~_umask())
        name.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            name.unlink()
        raise


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current


def _unwritable(path: Path, error: OSError) -> UnwritableFile:
    return UnwritableFile(f"This can't be written: {error.strerror}.", place=Place(str(path)))

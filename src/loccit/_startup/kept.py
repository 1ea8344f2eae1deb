"""Values that one run of the command keeps for the next, so that it starts sooner.

A file for each is in the user's cache folder.  It can be deleted without loss: what is
missing, cut, of another version or of another user is made again, and where the folder
can't be written to, nothing is kept.

The format is `marshal`, which reads plain values ten times as fast as JSON, and none of
the programs that pickles are.
"""

from __future__ import annotations

import marshal
import os
import sys
import time
from contextlib import suppress
from importlib.util import source_hash
from typing import Any

from loccit._startup.version import __version__

#: A file begins with the `source_hash` of its value, which finds out whether it was cut,
#: and with the length of the value: so many bytes until the end of each.
_HASH, _HEAD = 8, 16
#: What the names of the files begin with, among other files of the cache.
_BEGINNING = "start."
#: Seconds after which a file is deleted.
_OLD = 90 * 24 * 3600.0
#: What modules end in.
_CODE = (".py", ".so", ".pyd")

_is_used = False


def cache_folder() -> str:
    """Return the folder in which the user's system keeps caches; it may not exist.

    It is what `platformdirs` says, whose import takes 5 ms.
    """
    if sys.platform == "linux" and "ANDROID_DATA" not in os.environ:
        caches = os.environ.get("XDG_CACHE_HOME", "")
        if not caches.strip():
            caches = os.path.expanduser("~/.cache")  # noqa: PTH111 - pathlib is slow
        return f"{caches}/loccit"
    from platformdirs import user_cache_dir

    return user_cache_dir("loccit")


def use_kept() -> None:
    """Use what earlier runs kept, from now on; the command does, and nobody else."""
    global _is_used
    _is_used = True


def is_used() -> bool:
    """Return whether values are kept in this run."""
    return _is_used


def kept(name: str, stamp: object = None) -> object:
    """Return the value that an earlier run kept under a name, or None.

    Args:
        stamp: of what it was made of; with another one, it is as if missing.
    """
    return kept_with_bytes(name, stamp)[0]


def kept_with_bytes(name: str, stamp: object = None) -> tuple[object, memoryview]:
    """Return the value that an earlier run kept, or None, and the bytes after it."""
    nothing = None, memoryview(b"")
    if not _is_used:
        return nothing
    try:
        with open(_file(name), "rb") as file:  # noqa: PTH123 - pathlib is slow
            data = memoryview(file.read() if _is_own(file.fileno()) else b"")
        packed, after = _parts(data)
        found, value, length = marshal.loads(packed)
    except (OSError, ValueError, EOFError, TypeError):
        return nothing
    return (value, after) if (found, len(after)) == (stamp, length) else nothing


def _parts(data: memoryview) -> tuple[memoryview, memoryview]:
    """Return the packed value in a file, and the bytes after it.

    Raises:
        ValueError: the value is not whole.
    """
    size = int.from_bytes(data[_HASH:_HEAD], "big")
    packed = data[_HEAD : _HEAD + size]
    if source_hash(packed) != data[:_HASH]:
        raise ValueError("a file that was cut")
    return packed, data[_HEAD + size :]


def keep(name: str, value: Any, stamp: Any = None, after: bytes = b"") -> None:
    """Keep a value that `marshal` can write for the next run: whole, or not at all.

    Args:
        stamp: of what it was made of.
        after: bytes to keep after it, which are not copied when they are read.
    """
    if not _is_used:
        return
    path = _file(name)
    new = f"{path}.{os.getpid()}.tmp"
    packed = marshal.dumps((stamp, value, len(after)))
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH103, PTH120
        with open(new, "wb", opener=_private) as file:
            size = len(packed).to_bytes(_HEAD - _HASH, "big")
            file.write(source_hash(packed) + size + packed + after)
        os.replace(new, path)  # noqa: PTH105
        _clear(os.path.dirname(path))  # noqa: PTH120
    except OSError:
        with suppress(OSError):
            os.unlink(new)  # noqa: PTH108


def stamp_of(path: str | os.PathLike[str]) -> tuple[str, int, int]:
    """Return the path of a file, with its size and time, which change when it does."""
    status = os.stat(path)  # noqa: PTH116
    return os.fspath(path), status.st_size, status.st_mtime_ns


def stamp_of_code(folder: str) -> bytes:
    """Return what changes when any of the modules below a folder does."""
    modules: list[tuple[str, int, int]] = []
    folders = [folder]
    while folders:
        with os.scandir(folders.pop()) as entries:
            for entry in entries:
                if entry.name.endswith(_CODE):
                    status = entry.stat()
                    modules.append((entry.path, status.st_size, status.st_mtime_ns))
                elif "." not in entry.name and not entry.name.startswith("__"):
                    folders.append(entry.path)
    return source_hash(repr(sorted(modules)).encode())


def _file(name: str) -> str:
    """Return the path of a file, whose name says who can read it."""
    reader = f"{__version__}.{sys.implementation.cache_tag}.{sys.hexversion:x}"
    return f"{cache_folder()}/{_BEGINNING}{name}.{reader}"


def _clear(folder: str) -> None:
    """Delete old files: those of other versions, and of runs that were killed."""
    with os.scandir(folder) as entries:
        for entry in entries:
            is_ours = entry.name.startswith(_BEGINNING)
            if is_ours and time.time() - entry.stat().st_mtime > _OLD:
                os.unlink(entry.path)  # noqa: PTH108


def _private(path: str, flags: int) -> int:
    """Open a file for this user alone."""
    return os.open(path, flags, 0o600)


def _is_own(file: int) -> bool:
    """Return whether an open file belongs to the user, and nobody else may change it:
    root does not trust others.
    """
    if sys.platform == "win32":
        return True
    status = os.fstat(file)
    return status.st_uid == os.geteuid() and not status.st_mode & 0o022

"""The user's cache folder, in which what was made of a file is kept under the digest of
the file's content.

To identify content without reading it, the digest is kept with the file's size and times,
as in git's index (https://git-scm.com/docs/racy-git): any change to the file changes
those.  If the folder can't be written to, nothing is kept.
"""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from stat import S_ISREG

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.text_files.reading import read_bytes, unreadable

_DIGEST = regex(r"[0-9a-f]{64}\Z")
#: Seconds within which two changes may leave a file with the same times.
_UNSURE = 0.1
#: The same, on file systems that count whole seconds (FAT: two of them).
_UNSURE_IN_SECONDS = 2.0
#: Seconds after which a cached file is deleted.
_OLD = 90 * 24 * 3600.0
#: The same for one that a process was killed before it had written it.
_UNFINISHED = 24 * 3600.0


class Stamp(NamedTuple):
    """A file's size in bytes, its times in nanoseconds and its inode, which change when
    the file does.
    """

    size: int
    modified: int
    changed: int
    inode: int

    @classmethod
    def of(cls, status: os.stat_result) -> Stamp:
        return cls(
            status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino
        )

    @property
    def is_sure(self) -> bool:
        """Whether any later change of the file would change the stamp."""
        unsure = _UNSURE if self.modified % 1_000_000_000 else _UNSURE_IN_SECONDS
        return time.time() - max(self.modified, self.changed) / 1e9 > unsure


def stamp_of(path: Path) -> Stamp | None:
    """Return the stamp of a file; None if it is missing, or is not a file."""
    with suppress(OSError):
        status = path.stat()
        if S_ISREG(status.st_mode):
            return Stamp.of(status)
    return None


def digest(data: bytes) -> str:
    """Return the digest that identifies the content of a file."""
    return hashlib.sha256(data).hexdigest()


def digest_of(path: Path) -> str:
    """Return the digest of a file, which is read only if it may have changed.

    Raises:
        UnreadableFile: the file can't be read.
    """
    try:
        stamp = Stamp.of(path.stat())
    except OSError as error:
        raise unreadable(path, error) from error
    known = remembered_digest(path, stamp)
    if known is None:
        known = digest(read_bytes(path))
        remember_digest(path, stamp, known)
    return known


def remembered_digest(path: Path, stamp: Stamp) -> str | None:
    """Return the digest of a file, or None if it may have changed since it was read."""
    found, known = _memory(path)
    return known if found == stamp else None


def remember_digest(path: Path, stamp: Stamp, known: str) -> None:
    """Remember the digest of a file, and delete what was made of its old content."""
    found, before = _memory(path)
    if before not in ("", known):
        with suppress(OSError):
            for file in folder().glob(f"{before}.*"):
                file.unlink()
    if stamp.is_sure and (found, before) != (stamp, known):
        keep(_memory_file(path), json.dumps([stamp, known]).encode())


def folder() -> Path:
    """Return the cache folder, which may not exist yet."""
    from platformdirs import user_cache_path  # needed for large libraries only

    return user_cache_path("loccit")


def keep(file: Path, data: bytes) -> None:
    """Write a file of the cache, whole or not at all."""
    replace(file, lambda new: new.write_bytes(data))


def replace(file: Path, make: Callable[[Path], object]) -> None:
    """Let `make` write a new file, which then replaces `file`; if that fails, nothing
    changes.
    """
    new = file.with_name(f".{file.name}.{os.getpid()}.{time.monotonic_ns()}.tmp")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        make(new)
        new.replace(file)
        _clear(file.parent)
    except OSError:
        pass
    finally:
        with suppress(OSError):
            new.unlink(missing_ok=True)


def _clear(cache: Path) -> None:
    """Delete old files: of deleted libraries, other versions and killed processes."""
    for file in cache.iterdir():
        oldest = _UNFINISHED if file.suffix == ".tmp" else _OLD
        if time.time() - file.stat().st_mtime > oldest:
            file.unlink()


def _memory_file(path: Path) -> Path:
    return folder() / f"{digest(os.fsencode(path.absolute()))}.json"


def _memory(path: Path) -> tuple[Stamp | None, str]:
    """Return the remembered stamp and digest of a file."""
    try:
        stamp, known = json.loads(_memory_file(path).read_bytes())
        return Stamp(*stamp), known if _DIGEST.match(known) else ""
    except (OSError, ValueError, TypeError):
        return None, ""

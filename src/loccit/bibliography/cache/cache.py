"""The user's cache folder: what was made of a file's content, under the digest of that
content.

To tell a file's content without reading it, its digest is remembered with what the file
system says of it, as git's index does (https://git-scm.com/docs/racy-git): any change
to the file changes that.  A folder that can't be written to is no fault; then nothing
is kept.
"""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from loccit._startup.regex import regex
from loccit.text_files.reading import read_bytes, unreadable

_DIGEST = regex(r"[0-9a-f]{64}\Z")
#: Seconds for which a file's times may not tell a second change from the first; and
#: where whole seconds are all that the file system knows (on FAT, two of them).
_UNSURE, _UNSURE_IN_SECONDS = 0.1, 2.0
#: Seconds after which what is kept is made again, if anyone still wants it.
_OLD = 90 * 24 * 3600.0


class Stamp(NamedTuple):
    """What the file system says of a file, in bytes and nanoseconds; it changes when
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
        """Whether the file could not have changed since without this having changed
        too.
        """
        unsure = _UNSURE if self.modified % 1_000_000_000 else _UNSURE_IN_SECONDS
        return time.time() - max(self.modified, self.changed) / 1e9 > unsure


def digest(data: bytes) -> str:
    """What the content of a file is known by."""
    return hashlib.sha256(data).hexdigest()


def digest_of(path: Path) -> str:
    """The digest of a file, read only if it may have changed.

    Raises:
        UnreadableFile: it can't be read.
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
    """The digest of a file that is as it was when it was last read; None if it may not
    be.
    """
    found, known = _memory(path)
    return known if found == stamp else None


def remember_digest(path: Path, stamp: Stamp, known: str) -> None:
    """Remember what a file holds; what was kept of what it held before goes."""
    found, before = _memory(path)
    if before not in ("", known):
        with suppress(OSError):
            for file in folder().glob(f"{before}.*"):
                file.unlink()
    if stamp.is_sure and (found, before) != (stamp, known):
        keep(_memory_file(path), json.dumps([stamp, known]).encode())


def folder() -> Path:
    """Where everything is kept, which need not be there."""
    from platformdirs import user_cache_path

    return user_cache_path("loccit")


def keep(file: Path, data: bytes) -> None:
    """Put `data` in a file of the cache, whole or not at all."""
    replace(file, lambda new: new.write_bytes(data))


def replace(file: Path, make: Callable[[Path], object]) -> None:
    """Let `make` write a new file, which then takes the place of `file`; where that
    can't be, nothing has changed.
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
    """Take away what was made long ago: of libraries that are gone, by other versions,
    by processes that died.
    """
    for file in cache.iterdir():
        if time.time() - file.stat().st_mtime > _OLD:
            file.unlink()


def _memory_file(path: Path) -> Path:
    return folder() / f"{digest(os.fsencode(path.absolute()))}.json"


def _memory(path: Path) -> tuple[Stamp | None, str]:
    """What is remembered of a file: its stamp and its digest."""
    try:
        stamp, known = json.loads(_memory_file(path).read_bytes())
        return Stamp(*stamp), known if _DIGEST.match(known) else ""
    except (OSError, ValueError, TypeError):
        return None, ""

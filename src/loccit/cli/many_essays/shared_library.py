"""Open a library once for many essays."""

from __future__ import annotations

from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from loccit._startup.namedtuple import NamedTuple
from loccit.bibliography import Library, files_in, is_in_database, open_library
from loccit.errors import LoccitError
from loccit.essays import Essay
from loccit.workspace.essay_library import essay_folder, essay_settings
from loccit.workspace.library_paths import bibliography_paths
from loccit.workspace.settings import Settings


class _Stamp(NamedTuple):
    """What changes with a file."""

    path: Path
    time: int
    size: int


def shared_library(essay: Essay, command: Settings) -> Library | None:
    """Return the library of an essay, which may be that of the essay before; None where
    it can't be shared or read.
    """
    with suppress(LoccitError, OSError):  # opening it for this essay alone says why
        if paths := shared_paths(essay, command):
            return library_at(paths)
    return None


def shared_paths(essay: Essay, command: Settings) -> tuple[Path, ...]:
    """Return the files and folders of an essay's library; none where it has sources of
    its own, or the library can't be shared.

    Raises:
        LoccitError: the settings can't be read.
    """
    settings = command.over(essay_settings(essay))
    paths = tuple(bibliography_paths(settings, essay_folder(essay)))
    is_own = settings.references or essay.document.records
    return () if is_own or any(map(is_in_database, paths)) else paths


def library_at(paths: tuple[Path, ...]) -> Library:
    """Open a library, unless it is the last one that was opened, for another essay.

    Raises:
        LoccitError, OSError: it can't be read.
    """
    library = _opened(paths, _stamps(paths))
    library.forget_reading()
    return library


@lru_cache(maxsize=1)
def _opened(paths: tuple[Path, ...], stamps: tuple[_Stamp, ...]) -> Library:
    return open_library(paths)


def _stamps(paths: tuple[Path, ...]) -> tuple[_Stamp, ...]:
    files = [file for path in paths for file in files_in(path)]
    stats = [file.stat() for file in files]
    return tuple(
        _Stamp(file, each.st_mtime_ns, each.st_size)
        for file, each in zip(files, stats, strict=True)
    )

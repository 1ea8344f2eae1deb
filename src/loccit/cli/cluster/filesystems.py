"""Read and write files wherever fsspec reaches: disks, archives, object stores, servers."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import fsspec

from loccit.errors import LoccitError, UnreadableFile, UnwritableFile
from loccit.model import Place
from loccit.text_files.atomic_write import write_atomically
from loccit.workspace.folders import shown

R = TypeVar("R")

#: What separates the address of a file in an archive from that of the archive.
CHAIN = "::"
_LOCAL = "file://"


class Location(NamedTuple):
    """A file or folder.

    Attributes:
        container: the address of what it is in, without a path: `s3://`, `file://`, or
            `zip://::s3://bucket/essays.zip`.
        path: its path there.
    """

    container: str
    path: str

    def __str__(self) -> str:
        if self.is_local:
            return str(shown(Path(self.path)))
        protocol, chain, archive = self.container.partition(CHAIN)
        if self.path.startswith(protocol):  # as paths of HTTP do
            return self.path
        return f"{protocol}{self.path}{chain}{archive}"

    @property
    def is_local(self) -> bool:
        """Whether it is on a disk."""
        return self.container == _LOCAL

    def __truediv__(self, name: str) -> Location:
        return self._replace(path=f"{self.path.rstrip('/')}/{name}")

    def is_in(self, folder: Location) -> bool:
        """Return whether it is in a folder, or below."""
        is_below = f"{self.path}/".startswith(f"{folder.path.rstrip('/')}/")
        return is_below and self.container == folder.container


def is_url(name: str) -> bool:
    """Return whether this is an address, and not the path of a file."""
    return "://" in name


def location(name: str) -> Location:
    """Return where an address or a path leads.

    Raises:
        LoccitError: the address is of a kind that is unknown, or not installed.
    """
    if not is_url(name):
        return Location(_LOCAL, str(Path(name).absolute()))
    head, chain, archive = name.partition(CHAIN)
    protocol, separator, path = head.partition("://")
    if chain and not is_url(archive):
        archive = str(Path(archive).absolute())
    container = f"{protocol}{separator}{chain}{archive}"
    if not chain:
        # Each file system has its own opinion whether a host is a part of the path.
        path = str(filesystem(container)._strip_protocol(head))
    return Location(container, path)


@lru_cache(maxsize=4)  # an archive has a directory that takes long to read
def filesystem(container: str, run: str = "") -> Any:  # fsspec has no types
    """Return the file system of a container.

    Args:
        container: as of a `Location`.
        run: what the file system is opened for; another run opens it again.

    Raises:
        LoccitError: the protocol is unknown or not installed, or the container can't be
            opened.
    """
    protocol, chain, _ = container.partition(CHAIN)
    try:
        if chain:
            return fsspec.core.url_to_fs(container)[0]
        return fsspec.filesystem(protocol.removesuffix("://"))
    except ImportError as error:
        raise LoccitError(
            f"A package is missing that reads `{protocol}`: {error}.",
            advice="Install it here, and where the workers are.",
        ) from error
    except Exception as error:  # each file system has errors of its own
        raise UnreadableFile(
            f"This can't be opened: {error}.", place=Place(container)
        ) from error


def read(file: Location, run: str) -> bytes:
    """Read a file.

    Raises:
        UnreadableFile: it can't be read.
    """
    cat = filesystem(file.container, run).cat_file
    data: bytes = _tried(cat, file, UnreadableFile, "read")
    return data


def write(file: Location, data: bytes) -> None:
    """Write a file, in one piece: nobody ever sees a half of it.

    Raises:
        UnwritableFile: it can't be written.
    """
    if file.is_local:
        path = Path(file.path)
        _tried(lambda _: _make_folder(path.parent), file, UnwritableFile, "written")
        write_atomically(path, data)
        return
    put = filesystem(file.container).pipe_file
    _tried(lambda path: put(path, data), file, UnwritableFile, "written")


def _make_folder(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)


def _tried(
    action: Callable[[str], R], file: Location, kind: type[LoccitError], what: str
) -> R:
    try:
        return action(file.path)
    except Exception as error:  # each file system has errors of its own
        reason = "There is no such file" if _is_missing(error) else error
        raise kind(
            f"This can't be {what}: {reason}.", place=Place(str(file))
        ) from error


def _is_missing(error: Exception) -> bool:
    return isinstance(error, (FileNotFoundError, KeyError))

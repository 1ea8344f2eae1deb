"""Write changed files, unless somebody else has changed them since they were read."""

from __future__ import annotations

from pathlib import Path

from loccit.errors import UnwritableFile
from loccit.model import Place
from loccit.text_files.atomic_write import write_atomically
from loccit.text_files.file_change import FileChange
from loccit.text_files.reading import read_bytes


def require_unchanged(path: Path, change: FileChange) -> None:
    """Raise UnwritableFile if somebody has changed a file since it was read.

    Raises:
        UnreadableFile: it can't be read again.
    """
    if _bytes_now(path, change) != change.before:
        raise UnwritableFile(
            "The file was changed in the meantime.",
            place=Place(str(path)),
            advice="Try again.",
        )


def write_change(path: Path, change: FileChange) -> None:
    """Write a changed file, unless somebody has changed it since it was read.

    Raises:
        UnwritableFile: somebody has, or it can't be written; it is as it was.
        UnreadableFile: it can't be read again.
    """
    require_unchanged(path, change)
    write_atomically(path, change.after)


def _bytes_now(path: Path, change: FileChange) -> bytes:
    """Read a file again; one that is new is empty before."""
    if not change.before and not path.exists():
        return b""
    return read_bytes(path)

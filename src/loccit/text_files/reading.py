"""Read a user's file, or say why it can't be read."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from loccit.errors import UnreadableFile
from loccit.model import Place
from loccit.text_files.encoding import Decoded, decode

_CHECK_NAME = "Check the name and the folder."


def read_bytes(path: str | Path) -> bytes:
    """Read the bytes of a file.

    Raises:
        UnreadableFile: it is missing, a folder, not permitted, too large, or a link
            that leads nowhere.
    """
    try:
        return Path(path).read_bytes()
    except (OSError, ValueError, MemoryError) as error:
        # Windows says of a folder that reading it is not permitted.
        if _is_folder(path):
            raise UnreadableFile(
                "This is a folder, not a file.",
                place=Place(str(path)),
                advice="Name a file in it.",
            ) from None
        raise unreadable(path, error) from error


def read_text(path: str | Path) -> Decoded:
    """Read the text of a file.

    Raises:
        UnreadableFile: as `read_bytes`.
    """
    return decode(read_bytes(path), str(path))


def unreadable(
    path: str | Path, error: OSError | ValueError | MemoryError
) -> UnreadableFile:
    """Return the error that says why a file or folder can't be read.

    Args:
        path: its name.
        error: what Python said; a ValueError is about a NUL in the name.
    """
    message, advice = _reason(path, error)
    return UnreadableFile(message, place=Place(str(path)), advice=advice)


def _is_folder(path: str | Path) -> bool:
    # `Path.is_dir` raises an error where a folder above is not permitted.
    return os.path.isdir(path)  # noqa: PTH112


def _reason(
    path: str | Path, error: OSError | ValueError | MemoryError
) -> tuple[str, str]:
    """Return a message and advice."""
    if isinstance(error, MemoryError):
        return "This file is too large to be read.", "Split it into smaller files."
    if isinstance(error, PermissionError):
        kind = "folder" if _is_folder(path) else "file"
        return f"Reading this {kind} is not permitted.", "Change its permissions."
    if isinstance(error, FileNotFoundError) and Path(path).is_symlink():
        target = Path(path).readlink()
        return f"This is a link to `{target}`, which is missing.", "Remove the link."
    if isinstance(error, (FileNotFoundError, NotADirectoryError, ValueError)):
        return "There is no such file.", _CHECK_NAME
    if error.errno == errno.ELOOP:
        return "This is a link that leads back to itself.", "Remove the link."
    return f"This file can't be read: {error.strerror or error}.", ""

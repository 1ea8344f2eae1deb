"""Names of files that somebody gives who may use one folder, and nothing else."""

from __future__ import annotations

import os
from pathlib import Path, PurePosixPath, PureWindowsPath

from loccit._startup.regex import regex
from loccit.errors import UnreadableFile, UnwritableFile
from loccit.model import Place

#: What Windows does not allow in names, or reads as something else than a file of that
#: name (Microsoft, "Naming Files, Paths, and Namespaces").
_NOT_PORTABLE = regex(r'[<>:"\\|?*\x00-\x1f]|[. ]\Z')
_DEVICES = regex(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\.|\Z)")


def existing_file(folder: Path, name: str) -> Path:
    """Return the file of a name in a folder.

    Args:
        folder: the folder.
        name: relative to it, with `/`.

    Raises:
        UnreadableFile: there is no such file, or it is outside the folder, where a
            symbolic link may lead too.
    """
    path = _inside(folder, name)
    if path is None or not path.is_file():
        raise UnreadableFile("There is no such file in the folder.", place=Place(name))
    return path


def new_file(folder: Path, name: str) -> Path:
    """Return where a new file of a name is in a folder.

    Raises:
        UnwritableFile: the name leads outside the folder, is not allowed on every
            system, or is taken.
    """
    path = _inside(folder, name)
    if path is None or not all(map(_is_portable, PurePosixPath(name).parts)):
        raise UnwritableFile("No file can have this name.", place=Place(name))
    if not path.parent.is_dir():
        raise UnwritableFile("There is no such folder.", place=Place(name))
    if os.path.lexists(path):
        raise UnwritableFile("There is a file of this name.", place=Place(name))
    return path


def _inside(folder: Path, name: str) -> Path | None:
    """Return the path of a name, or None if it is outside the folder."""
    parts = PurePosixPath(name).parts
    if not parts or "\0" in name or ".." in parts or PurePosixPath(name).is_absolute():
        return None
    if os.name == "nt" and not all(map(_is_portable, parts)):
        return None
    if PureWindowsPath(name).drive and os.name == "nt":
        return None
    path = folder.joinpath(*parts)
    try:
        real = path.resolve()
    except (OSError, RuntimeError):  # a link that leads back to itself
        return None
    return path if real.is_relative_to(folder.resolve()) else None


def _is_portable(part: str) -> bool:
    is_hidden = part.startswith(".")
    return not (is_hidden or _NOT_PORTABLE.search(part) or _DEVICES.match(part))

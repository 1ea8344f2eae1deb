"""Bibliography files on the disk: which a folder has, and what they hold."""

from __future__ import annotations

import codecs
import os
from pathlib import Path

from loccit.bibliography.formats import Format, format_of, is_known, readable
from loccit.bibliography.formats.word_xml.docx import is_archive, sources_of
from loccit.bibliography.source_file import SourceFile
from loccit.errors import UnreadableFile
from loccit.model import Place, Problem, Severity
from loccit.text_files.encoding import decode

#: How many bytes take longer to read through than an index of them, and what that
#: needs, takes to load.
_LARGE = 8_000_000


def files_in(path: Path) -> list[Path]:
    """A file itself, or a folder's files in a known format, by name; hidden ones and
    folders in it are left out.

    Raises:
        UnreadableFile: nothing is there, it may not be read, or the folder has no such file.
    """
    try:
        path.stat()
        if not path.is_dir():
            return [path]
        found = sorted(
            file
            for file in path.iterdir()
            if file.is_file() and not file.name.startswith(".")
        )
    except (OSError, ValueError) as error:  # ValueError: a name with a NUL in it
        raise _unreadable(path, error) from error
    known = [file for file in found if is_known(file.suffix)]
    if not known:
        raise UnreadableFile(
            "There are no sources in this folder.",
            place=Place(str(path)),
            advice=f"Put a file there that ends in {_extensions()}.",
        )
    return known


def read_file(path: Path) -> tuple[SourceFile, list[Problem]]:
    """What a file holds, and what is to be said of the file as a whole.

    Raises:
        UnreadableFile: it is in no known format, may not be read, or is not what its extension says.
    """
    try:
        status = path.stat()
        if status.st_size >= _LARGE:
            return _read_large(path, status)
        return read_data(path.read_bytes(), path)
    except OSError as error:
        raise _unreadable(path, error) from error


def read_data(data: bytes, path: Path) -> tuple[SourceFile, list[Problem]]:
    """What the bytes of a file hold, and what is to be said of it as a whole.

    Raises:
        UnreadableFile: they are in no known format, or not what the file's extension says.
    """
    text, encoding = _text(data, path)
    return _format_of(text, path).read(text, str(path)), _said_of(encoding, path)


def _read_large(path: Path, status: os.stat_result) -> tuple[SourceFile, list[Problem]]:
    """A large file.  Where its entries stand is kept, if it can be, and the next time
    only those asked for are read.

    Raises:
        OSError: it can't be read.
        UnreadableFile: as `read_data`.
    """
    from loccit.bibliography.cache.cache import (
        Stamp,
        digest,
        remember_digest,
        remembered_digest,
    )
    from loccit.bibliography.cache.cached_file import keep_file, kept_file

    stamp = Stamp.of(status)
    known = remembered_digest(path, stamp)
    data = path.read_bytes() if known is None else b""
    known = known or digest(data)
    if kept := kept_file(known, path, stamp):
        if data:
            remember_digest(path, stamp, known)
        source_file, encoding = kept
        return source_file, _said_of(encoding, path)
    data = data or path.read_bytes()
    mark = len(codecs.BOM_UTF8) * data.startswith(codecs.BOM_UTF8)
    text, encoding = _text(data, path)
    del data  # as long as the text
    source_file = _format_of(text, path).read(text, str(path))
    if stamp == Stamp.of(path.stat()):
        remember_digest(path, stamp, known)
        keep_file(known, source_file, encoding, mark)
    return source_file, _said_of(encoding, path)


def _text(data: bytes, path: Path) -> tuple[str, str]:
    """The text of a file, and the encoding it is in."""
    return decode(sources_of(data, str(path)) if is_archive(data) else data)


def _said_of(encoding: str, path: Path) -> list[Problem]:
    if encoding in ("UTF-8", "UTF-16"):
        return []
    return [
        Problem(
            "not-utf-8",
            f"This file is not in UTF-8; it was read as {encoding}.",
            Place(str(path)),
            "note",
            "Save it as UTF-8 if letters with accents come out wrong.",
        )
    ]


def no_sources(path: str, severity: Severity) -> Problem:
    """What is said of a file that can be read, and has no source."""
    return Problem(
        "no-sources", "There are no sources in this file.", Place(path), severity
    )


def _format_of(text: str, path: Path) -> Format:
    if format_ := format_of(text, path.suffix):
        return format_
    if str(path) == "-":
        what = "What is on standard input is"
    else:
        what = (
            f"Files that end in `{path.suffix}` are"
            if path.suffix
            else "A file without an extension is"
        )
    if not path.suffix and not text.strip():
        raise UnreadableFile(
            "There are no sources here: this is empty.", place=Place(str(path))
        )
    raise UnreadableFile(
        f"{what} in no bibliography format that is known.",
        place=Place(str(path)),
        advice=f"Known are {_extensions()}.",
    )


def _extensions() -> str:
    known = dict.fromkeys(
        extension for format_ in readable() for extension in format_.EXTENSIONS
    )
    return ", ".join(f"`{extension}`" for extension in sorted(known))


def _unreadable(path: Path, error: OSError | ValueError) -> UnreadableFile:
    place = Place(str(path))
    if isinstance(error, (FileNotFoundError, NotADirectoryError, ValueError)):
        return UnreadableFile(
            "There is no such file.",
            place=place,
            advice="Check the name and the folder.",
        )
    if isinstance(error, PermissionError):
        return UnreadableFile(
            "This file may not be read.",
            place=place,
            advice="Ask its owner for permission.",
        )
    return UnreadableFile(f"This file can't be read: {error.strerror}.", place=place)

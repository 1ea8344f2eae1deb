"""Bibliography files on the disk: those of a folder, and their contents."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from loccit._startup.namedtuple import NamedTuple
from loccit.bibliography.formats import Format, format_of, is_known, readable
from loccit.bibliography.source_file import SourceFile
from loccit.errors import UnknownFormat, UnreadableFile
from loccit.model import Place, Problem, Severity
from loccit.text_files.encoding import Decoded, decode, encoding_problems
from loccit.text_files.reading import read_bytes, unreadable

if TYPE_CHECKING:
    from loccit.text_files.cache import Stamp

#: The first bytes of a zip archive, which a Word document is.
_ARCHIVE = b"PK\x03\x04"
#: The extension of Zotero's database.
_DATABASE = ".sqlite"
#: Bytes from which on reading a .bib or .json file takes longer than loading the index
#: of it, and the modules that needs; other formats take up to ten times as long to read.
_LARGE = 8_000_000
_READ_QUICKLY = frozenset([".bib", ".json"])


def files_in(path: Path) -> list[Path]:
    """Return a file itself, or a folder's files in a known format, by name; without
    hidden ones, and without the folders in it.

    Raises:
        UnreadableFile: it is missing, not permitted, or a folder without such a file.
    """
    if _in_database(path):
        return [path]
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
        raise unreadable(path, error) from error
    known = [file for file in found if is_known(file.suffix)]
    if not known:
        raise UnreadableFile(
            "There are no sources in this folder.",
            place=Place(str(path)),
            advice=f"Put a file there that ends in {_extensions()}.",
        )
    return known


def read_file(path: Path) -> tuple[SourceFile, list[Problem]]:
    """Read a file, and return what is wrong with it as a whole too.

    Raises:
        UnreadableFile: it can't be read, is in no known format, or is not what its
            extension says.
    """
    if found := _in_database(path):
        # Few have it, and sqlite3 takes a while to import.
        from loccit.bibliography import zotero_database

        return zotero_database.read(found.database, found.collection), []
    try:
        status = path.stat()
    except (OSError, ValueError) as error:
        raise unreadable(path, error) from error
    if _is_large(path, status.st_size):
        return _read_large(path, status)
    return read_data(read_bytes(path), path)


def _is_large(path: Path, size: int) -> bool:
    is_quick = path.suffix.lower() in _READ_QUICKLY
    return size >= (_LARGE if is_quick else _LARGE // 10)


def is_in_database(path: Path) -> bool:
    """Return whether this is Zotero's database, or a collection in it."""
    return _in_database(path) is not None


def file_of(path: Path) -> Path:
    """Return the file that has the sources of a path: of a part of Zotero's database, the
    database.
    """
    found = _in_database(path)
    return found.database if found else path


class _InDatabase(NamedTuple):
    """Zotero's database, and the names of a collection in it and of those around it."""

    database: Path
    collection: tuple[str, ...]


def _in_database(path: Path) -> _InDatabase | None:
    """Return the part of Zotero's database that a path names; None for another file."""
    if _DATABASE not in str(path):
        return None
    for file in (path, *path.parents):
        if file.suffix == _DATABASE and file.is_file():
            return _InDatabase(file, path.relative_to(file).parts)
    return None


def read_data(data: bytes, path: Path) -> tuple[SourceFile, list[Problem]]:
    """Read the bytes of a file, and return what is wrong with it as a whole too.

    Raises:
        UnreadableFile: they are in no known format (`UnknownFormat`), or not what the
            file's extension says.
    """
    decoded = _decode(data, path)
    source_file = _format_of(decoded.text, path).read(decoded.text, str(path))
    return source_file, list(decoded.problems)


def _read_large(path: Path, status: os.stat_result) -> tuple[SourceFile, list[Problem]]:
    """Read a large file.  An index of its entries is kept, if it can be, and the next
    time only the entries that are asked for are read.

    Raises:
        UnreadableFile: as `read_data`.
    """
    from loccit.bibliography.cache.cached_file import keep_file, kept_file
    from loccit.text_files.cache import (
        Stamp,
        digest,
        remember_digest,
        remembered_digest,
    )

    stamp = Stamp.of(status)
    known = remembered_digest(path, stamp)
    data = read_bytes(path) if known is None else b""
    known = known or digest(data)
    if kept := kept_file(known, path, stamp):
        if data:
            remember_digest(path, stamp, known)
        source_file, encoding = kept
        return source_file, list(encoding_problems(encoding, str(path)))
    decoded = _decode(data or read_bytes(path), path)
    del data  # as long as the text
    source_file = _format_of(decoded.text, path).read(decoded.text, str(path))
    if decoded.is_exact and _is_unchanged(path, stamp):
        mark = len(decoded.mark.encode(decoded.encoding))
        remember_digest(path, stamp, known)
        keep_file(known, source_file, decoded.encoding, mark)
    return source_file, list(decoded.problems)


def no_sources(path: str, severity: Severity) -> Problem:
    """Report a file that can be read, and has no source."""
    return Problem(
        "no-sources", "There are no sources in this file.", Place(path), severity
    )


def _is_unchanged(path: Path, stamp: Stamp) -> bool:
    from loccit.text_files.cache import Stamp

    try:
        return stamp == Stamp.of(path.stat())
    except OSError:
        return False


def _decode(data: bytes, path: Path) -> Decoded:
    """Decode a text file, or the part with the sources of a Word document."""
    if data.startswith(_ARCHIVE):
        from loccit.bibliography.formats.word_xml.docx import (
            sources_of,  # rarely needed
        )

        data = sources_of(data, str(path))
    return decode(data, str(path))


def _format_of(text: str, path: Path) -> Format:
    if format_ := format_of(text, path.suffix):
        return format_
    if not path.suffix and not text.strip():
        raise UnreadableFile(
            "There are no sources here: this is empty.", place=Place(str(path))
        )
    raise UnknownFormat(
        f"{_subject(path)} in no bibliography format that is known.",
        place=Place(str(path)),
        advice=f"Known are {_extensions()}.",
    )


def _subject(path: Path) -> str:
    """Return what is in no known format, with its verb."""
    if str(path) == "-":
        return "What is on standard input is"
    if path.suffix:
        return f"Files that end in `{path.suffix}` are"
    return "A file without an extension is"


def _extensions() -> str:
    known = {extension for format_ in readable() for extension in format_.EXTENSIONS}
    return ", ".join(f"`{extension}`" for extension in sorted(known))

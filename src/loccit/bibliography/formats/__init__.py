"""The formats of bibliography files, one a module; the folder is the list.

A format's module has the functions of `Format`; a format that is only read, or only
written, has half of them.  Modules import heavy packages (yaml) inside functions, since
all of them are asked whether they recognize a file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from typing import Protocol, cast

from loccit._startup.plugins import modules_in, names_in
from loccit.bibliography.editable import Editable
from loccit.bibliography.source_file import KeptIndex, SourceFile
from loccit.errors import InvalidChange
from loccit.model import Place, Source


class Format(Protocol):
    """A module of this folder.

    Attributes:
        NAME: its name in messages and for `--to`.
        EXTENSIONS: the extensions of its files.
    """

    NAME: str
    EXTENSIONS: Sequence[str]

    def recognizes(self, text: str) -> bool:
        """Return whether a text is surely in this format; no two formats recognize the
        same text.
        """

    def read(self, text: str, path: str) -> SourceFile:
        """Read the text of a file; `path` is for the places of problems.

        Raises:
            UnreadableFile: nothing of it can be used.  It raises nothing else,
                whatever the file contains.
        """

    def open_index(self, index: KeptIndex) -> SourceFile:
        """Open a file by the index that `SourceFile.index` made of it."""

    def write(self, sources: Iterable[Source]) -> str:
        """Write a file of sources."""

    def lost(self, source: Source) -> Iterable[str]:
        """Return the variables of a source that the format would lose or truncate."""


def iterate() -> Iterator[Format]:
    """Import the formats one by one, sorted by module name."""
    return (cast(Format, module) for module in modules_in(__name__))


def readable() -> Iterator[Format]:
    """Yield the formats that can be read."""
    return (format_ for format_ in iterate() if hasattr(format_, "read"))


def written() -> tuple[str, ...]:
    """Return the names of the formats that can be written."""
    return tuple(sorted(format_.NAME for format_ in _writable()))


def format_to_write(name: str) -> Format | None:
    """Return the format with that name, if it can be written."""
    return next((each for each in _writable() if name == each.NAME), None)


def _writable() -> Iterator[Format]:
    return (format_ for format_ in iterate() if hasattr(format_, "write"))


def is_known(extension: str) -> bool:
    """Return whether files with this extension, such as `.bib`, can be read."""
    return any(extension.lower() in format_.EXTENSIONS for format_ in readable())


def format_of(text: str, extension: str) -> Format | None:
    """Find the format of a file by its content, or else by its extension.

    >>> format_of("@book{a, title = {A}}", ".txt").NAME, format_of("", ".bib").NAME
    ('bibtex', 'bibtex')
    """
    extension = extension.lower()
    # The extension is nearly always right; then no other format has to be imported.
    for format_ in readable():
        if extension in format_.EXTENSIONS and format_.recognizes(text):
            return format_
    for format_ in readable():
        if format_.recognizes(text):
            return format_
    for format_ in readable():
        if extension in format_.EXTENSIONS:
            return format_
    return None


def open_index(index: KeptIndex) -> SourceFile:
    """Open a file by the index that the cache keeps of it.

    Raises:
        LookupError: no format has that name; an older version wrote the index.
    """
    name = index.head["format"]
    if name not in names_in(__name__):
        raise LookupError(name)
    return cast(Format, import_module(f"{__name__}.{name}")).open_index(index)


def editable(text: str, path: str, extension: str) -> Editable:
    """Open the text of a file that can be changed in place.

    Raises:
        InvalidChange: its format is not changed in place.
        UnreadableFile: the text is not valid in its format.
    """
    format_ = format_of(text, extension)
    if format_ is not None and hasattr(format_, "open_text"):
        opened: Editable = format_.open_text(text, path)
        return opened
    name = format_.NAME if format_ else "unknown"
    raise InvalidChange(
        f"This file's format, {name}, is not changed in place.",
        place=Place(path),
        advice="`loccit import` copies its sources into a .bib file.",
    )

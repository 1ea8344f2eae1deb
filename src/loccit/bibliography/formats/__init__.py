"""The formats of bibliography files, one a module; the folder is the list.

A format's module has what `Format` says.  One that is read but not written, or the
other way round, leaves the other half out.  Modules import what is heavy (lxml, yaml)
where it is needed, for all of them are asked about a strange file.
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
    """What a module of this folder has.

    Attributes:
        NAME: what `--to` and messages call it.
        EXTENSIONS: what the names of its files end in.
    """

    NAME: str
    EXTENSIONS: Sequence[str]

    def recognizes(self, text: str) -> bool:
        """Whether a file's text is surely in this format; two formats never claim the
        same text.
        """

    def read(self, text: str, path: str) -> SourceFile:
        """The sources of a file's text; `path` is for places.

        It never raises on what a file may hold, but for `UnreadableFile` where nothing
        of it can be used.
        """

    def open_index(self, index: KeptIndex) -> SourceFile:
        """Open a file by the index that `SourceFile.index` made of it."""

    def write(self, sources: Iterable[Source]) -> str:
        """A file of the sources."""

    def lost(self, source: Source) -> Iterable[str]:
        """The variables of a source that the format has no place for, or can't hold
        whole.
        """


def iterate() -> Iterator[Format]:
    """Every format, by the name of its module; each is imported when it is come to."""
    return (cast(Format, module) for module in modules_in(__name__))


def readable() -> Iterator[Format]:
    """The formats that can be read."""
    return (format_ for format_ in iterate() if hasattr(format_, "read"))


def written() -> tuple[str, ...]:
    """The names of the formats that can be written."""
    return tuple(
        sorted(format_.NAME for format_ in iterate() if hasattr(format_, "write"))
    )


def format_to_write(name: str) -> Format | None:
    """The format of that name, if it can be written."""
    return next(
        (
            format_
            for format_ in iterate()
            if name == format_.NAME and hasattr(format_, "write")
        ),
        None,
    )


def is_known(extension: str) -> bool:
    """Whether files that end in `extension`, such as `.bib`, are in a format that can
    be read.
    """
    return any(extension.lower() in format_.EXTENSIONS for format_ in readable())


def format_of(text: str, extension: str) -> Format | None:
    """The format of a file, by what stands in it, then by its name.

    >>> format_of("@book{a, title = {A}}", ".txt").NAME, format_of("", ".bib").NAME
    ('bibtex', 'bibtex')
    """
    extension = extension.lower()
    for format_ in (
        readable()
    ):  # nearly always the name is right, and no other format has to be imported
        if extension in format_.EXTENSIONS and format_.recognizes(text):
            return format_
    by_content = next(
        (format_ for format_ in readable() if format_.recognizes(text)), None
    )
    return by_content or next(
        (format_ for format_ in readable() if extension in format_.EXTENSIONS), None
    )


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
    """The text of a file in a format that can be changed in place.

    Raises:
        InvalidChange: it is in another format.
        UnreadableFile: it is not what its format says it is.
    """
    format_ = format_of(text, extension)
    if format_ is not None and hasattr(format_, "open_text"):
        opened: Editable = format_.open_text(text, path)
        return opened
    what = (
        f"This file is in the format {format_.NAME}"
        if format_
        else "This file is in no format"
    )
    raise InvalidChange(
        f"{what}, which is not changed in place.",
        place=Place(path),
        advice="`loccit import` takes its sources into a .bib file.",
    )

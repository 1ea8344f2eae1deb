"""The formats of bibliography files, one a module; the folder is the list.

A format's module has `NAME`, `EXTENSIONS`, `read(text, path)`, which never raises on what a file may hold except
`UnreadableFile` where nothing of it can be used, and `write(sources)`.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterable, Sequence
from functools import cache
from importlib import import_module
from typing import Protocol, cast

from loccit.bibliography.source_file import SourceFile
from loccit.model import Source


class Format(Protocol):
    """What a module of this folder has."""

    NAME: str
    EXTENSIONS: Sequence[str]

    def read(self, text: str, path: str) -> SourceFile:
        """The sources of a file's text; `path` is for places."""

    def write(self, sources: Iterable[Source]) -> str:
        """A file of the sources."""


@cache
def formats() -> tuple[Format, ...]:
    """Every format, by name."""
    modules = (import_module(f"{__name__}.{module.name}") for module in pkgutil.iter_modules(__path__))
    return tuple(sorted((cast(Format, module) for module in modules), key=lambda format_: format_.NAME))


def format_named(name: str) -> Format | None:
    return next((format_ for format_ in formats() if name == format_.NAME), None)


def format_of(extension: str) -> Format | None:
    """The format of files that end in `extension`, such as `.bib`."""
    return next((format_ for format_ in formats() if extension.lower() in format_.EXTENSIONS), None)

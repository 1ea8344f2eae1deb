"""The essay formats: one module or package each; the folder is the list.

Each has the names of `Format`.  See `loccit.essays.document` for what `open` returns,
and `loccit.essays.text_document` for what formats that are texts share.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import Protocol, cast

from loccit._startup.plugins import modules_in, names_in
from loccit.essays.document import Document


class Format(Protocol):
    """What a module of this folder offers.

    Attributes:
        NAME: the name by which an essay's format may be given.
        EXTENSIONS: what the names of its files end in, in lower case, with the dot.
    """

    NAME: str
    EXTENSIONS: tuple[str, ...]

    def open(self, data: bytes, path: str) -> Document:
        """Open an essay.

        Args:
            data: the bytes of the whole file.
            path: its name, for messages.

        Raises:
            UnreadableFile: the bytes are not of this format.
        """


@cache
def formats() -> Mapping[str, Format]:
    """Return every essay format by its name."""
    return {module.NAME: cast(Format, module) for module in modules_in(__name__)}


def by_extension(extension: str) -> Format | None:
    """Return the format that a file name's extension (`.md`) stands for."""
    # Most essays are Markdown; then no other format has to be imported.
    names = sorted(names_in(__name__), key=lambda name: name != "markdown")
    for name in names:
        found = cast(Format, import_module(f"{__name__}.{name}"))
        if extension.casefold() in found.EXTENSIONS:
            return found
    return None

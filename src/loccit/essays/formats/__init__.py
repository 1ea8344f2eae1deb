"""The essay formats: one module a file, found by walking this folder.

Each module says `name`, `extensions` (lower case, with the dot) and `markup` (the `loccit.output` module that writes
what is put back), and has the functions of `Format`.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from typing import Protocol, cast

from loccit.essays.reference_list import ReferenceList
from loccit.model import Citation, Span


class Format(Protocol):
    """What a module of this folder offers."""

    name: str
    extensions: tuple[str, ...]
    markup: str

    def find_citations(self, text: str, locator_words: Mapping[str, str]) -> Iterator[Citation]:
        """The citations of `text`, in document order."""

    def find_front_matter(self, text: str) -> Span | None:
        """Where the settings at the top stand, fences included."""

    def find_reference_list(self, text: str, headings: Collection[str]) -> ReferenceList:
        """Where the list of references goes; `headings` are its casefolded names."""


@cache
def formats() -> Mapping[str, Format]:
    """Every essay format by its name."""
    modules = (importlib.import_module(f"{__name__}.{info.name}") for info in pkgutil.iter_modules(__path__))
    return {module.name: cast(Format, module) for module in modules}


def by_extension(extension: str) -> Format | None:
    """The format that a file name's extension (`.md`) stands for, or None."""
    return next((found for found in formats().values() if extension.casefold() in found.extensions), None)

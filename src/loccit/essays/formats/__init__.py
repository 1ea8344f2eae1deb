"""The essay formats: one module a file, found by walking this folder.

Each module says `name`, `extensions` (lower case, with the dot), `markup` (the
`loccit.output` module that writes what is put back) and `notes_have_heading` (whether
new footnotes are a list under a heading), and has the functions of `Format`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import cache
from typing import Protocol, cast

from loccit._startup.plugins import modules_in
from loccit.essays.document import Notes, ReferenceList
from loccit.model import Citation, Span


class Format(Protocol):
    """What a module of this folder offers."""

    name: str
    extensions: tuple[str, ...]
    markup: str
    notes_have_heading: bool

    def find_citations(
        self, text: str, locator_words: Mapping[str, str]
    ) -> Iterator[Citation]:
        """The citations of `text`, in document order."""

    def find_front_matter(self, text: str) -> Span | None:
        """Where the settings at the top stand, fences included."""

    def find_notes(self, text: str) -> Notes:
        """The footnotes that `text` has."""

    def note_mark(self, label: str) -> str:
        """What refers to the footnote of that label."""

    def note(self, label: str, content: str) -> str:
        """A footnote as a block; `content` is markup."""

    def find_reference_list(
        self, text: str, headings: Collection[str]
    ) -> ReferenceList:
        """Where the list of references goes; `headings` are its casefolded names."""


@cache
def formats() -> Mapping[str, Format]:
    """Every essay format by its name."""
    return {module.name: cast(Format, module) for module in modules_in(__name__)}


def by_extension(extension: str) -> Format | None:
    """The format that a file name's extension (`.md`) stands for, or None."""
    return next(
        (
            found
            for found in formats().values()
            if extension.casefold() in found.extensions
        ),
        None,
    )

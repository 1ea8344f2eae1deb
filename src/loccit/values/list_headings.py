"""What heads a list of sources, in the languages that people write in."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal

from loccit.values.languages import primary_language
from loccit.values.word_lists import read_sections

#: What a list is of: the works that an essay cites, a part of these, works to read
#: besides, or notes.
ListKind = Literal["cited", "part", "reading", "notes"]

_DEFAULT_LANGUAGE = "en"


def headings(lang: str, kind: ListKind = "cited") -> tuple[str, ...]:
    """Return what heads a list in a language, the usual word first.

    >>> headings("de-AT")[:2]
    ('Literaturverzeichnis', 'Literatur')
    """
    known = _by_language()[kind]
    return known.get(primary_language(lang), known[_DEFAULT_LANGUAGE])


@cache
def kinds_of_headings() -> dict[str, ListKind]:
    """Return the headings of all languages, casefolded, and what they head.

    >>> kinds_of_headings()["further reading"]
    'reading'
    """
    kinds: list[ListKind] = ["notes", "reading", "part", "cited"]
    return {
        heading.casefold(): kind
        for kind in kinds
        for of_language in _by_language()[kind].values()
        for heading in of_language
    }


@cache
def _by_language() -> dict[str, dict[str, tuple[str, ...]]]:
    """Read the table."""
    sections = read_sections(Path(__file__).with_name("list_headings.txt"))
    return {kind: dict(map(_row, lines)) for kind, lines in sections.items()}


def _row(line: str) -> tuple[str, tuple[str, ...]]:
    language, _, words = line.partition(": ")
    return language, tuple(words.split("; "))

"""The words that a paper prints by itself, in its language."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from loccit.values.languages import primary_language
from loccit.values.word_lists import read_sections

_DEFAULT_LANGUAGE = "en"


class Words(NamedTuple):
    """The words of a language."""

    table: str
    figure: str
    abstract: str
    keywords: str
    note: str
    author_note: str


def words_of(lang: str) -> Words:
    """Return the words of a language; English ones where they are unknown.

    >>> words_of("de-AT").table
    'Tabelle'
    """
    known = _by_language()
    return known.get(primary_language(lang), known[_DEFAULT_LANGUAGE])


@cache
def _by_language() -> dict[str, Words]:
    """Read the table."""
    lines = read_sections(Path(__file__).with_suffix(".txt"))["words"]
    rows = (line.partition(": ") for line in lines)
    return {language: Words(*words.split("; ")) for language, _, words in rows}

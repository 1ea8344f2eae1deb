"""The words that a paper prints by itself, in its language."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from loccit._startup.namedtuple import NamedTuple
from loccit.csl import Locale, load_locale
from loccit.values.languages import primary_language
from loccit.values.word_lists import read_sections

_DEFAULT_LANGUAGE = "en"


class Words(NamedTuple):
    """The words of a language.

    Attributes:
        locale: dates, quotation marks, and what joins two authors.
        table, figure, abstract, keywords, note, author_note: labels, English ones where
            they are unknown.
    """

    locale: Locale
    table: str
    figure: str
    abstract: str
    keywords: str
    note: str
    author_note: str

    @property
    def and_(self) -> str:
        """What joins two authors."""
        return self.locale.term("and") or "and"

    @property
    def quotes(self) -> tuple[str, str]:
        """The quotation marks.  Who writes in English types those that are meant."""
        if self.locale.language == _DEFAULT_LANGUAGE:
            return ("“", "”")
        return self.locale.term("open-quote"), self.locale.term("close-quote")

    @property
    def inner_quotes(self) -> tuple[str, str]:
        """The quotation marks within others."""
        if self.locale.language == _DEFAULT_LANGUAGE:
            return ("‘", "’")
        locale = self.locale
        return locale.term("open-inner-quote"), locale.term("close-inner-quote")


def words_of(lang: str) -> Words:
    """Return the words of a language.

    >>> words_of("de-AT").table
    'Tabelle'
    """
    known = _labels()
    labels = known.get(primary_language(lang), known[_DEFAULT_LANGUAGE])
    return Words(load_locale(lang), *labels)


@cache
def _labels() -> dict[str, list[str]]:
    """Read the labels of all languages."""
    lines = read_sections(Path(__file__).with_suffix(".txt"))["words"]
    rows = (line.partition(": ") for line in lines)
    return {language: labels.split("; ") for language, _, labels in rows}

"""Judge whether a file is named after a source, in the ways of people and programs.

"Doe 2001.pdf", "Doe et al. - 2001 - The Title.pdf" (Zotero), "doe2001.pdf" (its key),
"10.1000_182.pdf" (its DOI), "The Title.pdf".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import IntEnum

from loccit._startup.regex import regex
from loccit.lint.quoted.letters import letters_of
from loccit.model import Name, Source

_WORD = regex(r"[^\W\d_]+|\d+")
_YEAR = regex(r"(?:1[5-9]|20)\d\d")
#: What names of files have between authors, and what people and programs add.
_FILLERS = frozenset(["al", "and", "copy", "et", "final", "und"])
#: Letters of an identifier or a title that no other source has by accident.
_IDENTIFIER = 8
_LONG_TITLE = 20
#: The share of a name's other words that the title has to have.
_MOST = 0.6


class Fit(IntEnum):
    """How surely a file belongs to a source."""

    NONE = 0
    #: The name of an author, and the year.
    BRIEF = 1
    TITLE = 2
    IDENTIFIER = 3


class FileName:
    """The stem of a file's name: its letters and its words."""

    def __init__(self, stem: str) -> None:
        self.letters = letters_of(stem)
        self.words = _words(stem)
        self.years = {word for word in self.words if _YEAR.fullmatch(word)}


class SourceName:
    """What the name of a source's file may have.

    Attributes:
        doi, title: their letters.
        family: the words of the first author's or editor's surname, or of a group.
    """

    def __init__(self, source: Source) -> None:
        names = source.names("author") or source.names("editor")
        issued = source.date("issued")
        doi = source.text("DOI")
        self.doi = letters_of(doi)
        self.title = letters_of(source.plain("title"))
        self.family = _words(names[0].family or names[0].literal) if names else []
        self._key = letters_of(source.key)
        self._doi_suffix = letters_of(doi.partition("/")[2])
        self._title_words = _words(source.plain("title"))
        self._year = str(issued.start.year) if issued and issued.start else ""
        self._known = {self._year, *_FILLERS, *_words_of_names(names)}

    def fit(self, file: FileName) -> Fit:
        """Judge a file by its name.

        >>> from loccit.model import Date, DateParts, Name
        >>> variables = {"author": (Name("Doe"),), "title": "On Rivers", "issued": Date(DateParts(2001))}
        >>> source = SourceName(Source("doe01", "book", variables))
        >>> stems = ("doe01", "Doe - On Rivers", "Doe2001", "Doe 2002")
        >>> [source.fit(FileName(stem)).name for stem in stems]
        ['IDENTIFIER', 'TITLE', 'BRIEF', 'NONE']
        """
        if self._is_identified(file.letters):
            return Fit.IDENTIFIER
        years = file.years.difference(self._title_words)
        if years and self._year not in years:
            return Fit.NONE
        if len(self.title) >= _LONG_TITLE and self.title in file.letters:
            return Fit.TITLE
        if not self.family or not set(self.family) <= set(file.words):
            return Fit.NONE
        return self._fit_beside_name(file)

    def _is_identified(self, letters: str) -> bool:
        if letters == self._key:
            return True
        if len(self._doi_suffix) >= _IDENTIFIER and letters == self._doi_suffix:
            return True
        return len(self.doi) >= _IDENTIFIER and self.doi in letters

    def _fit_beside_name(self, file: FileName) -> Fit:
        """Judge the words of a file's name beside the author's."""
        words = [
            word
            for word in file.words
            if word not in self._known and not word.isdecimal()
        ]
        if not words:
            return Fit.BRIEF if self._year in file.years else Fit.NONE
        return Fit.TITLE if self._are_of_title(words) else Fit.NONE

    def _are_of_title(self, words: Sequence[str]) -> bool:
        """Return whether words are of the title; the last one may be cut."""
        cut = any(word.startswith(words[-1]) for word in self._title_words)
        of_title = [word for word in words[:-1] if word in self._title_words]
        return len(of_title) + cut >= _MOST * len(words)


def _words_of_names(names: Sequence[Name]) -> Iterator[str]:
    for name in names:
        particles = f"{name.dropping_particle} {name.non_dropping_particle}"
        yield from _words(f"{particles} {name.family} {name.given} {name.literal}")


def _words(text: str) -> list[str]:
    return [letters_of(word) for word in _WORD.findall(text)]

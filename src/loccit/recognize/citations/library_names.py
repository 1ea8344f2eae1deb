"""Read those sources of a library that the names in a text may be of."""

from __future__ import annotations

from collections.abc import Iterator

from loccit.bibliography import Library
from loccit.model import Source
from loccit.recognize.library_words import words_of_library
from loccit.values.letter_case.english_words import is_english_word

#: Most titles that have a word or phrase which so many have do not consist of it.
_COMMON = 40
#: Acronyms have more capitals than words, and fewer letters.
_FEWEST_CAPITALS = 2
_LONGEST_ACRONYM = 10


class LibraryNames:
    """The sources of a library, each of which is read when a text has its names."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._words = words_of_library(library)
        self._read: set[int] = set()

    def named(self, text: str) -> Iterator[Source]:
        """Yield the sources that may have a name or title, as far as they are new.

        Args:
            text: a name, group, acronym or title, as it is typed.
        """
        numbers = self._words.having_all(text)
        if len(numbers) > _COMMON:
            numbers = self._without_common(numbers, text)
        if _is_acronym(text):
            numbers |= self._words.with_initials(text)
        yield from self._new(numbers)

    def nearly_named(self, name: str, year: str) -> Iterator[Source]:
        """Yield the new sources of a year with a word that is almost a name.

        Args:
            name: a folded word.
            year: the year.
        """
        if dated := self._words.having(year):
            for word in self._words.misspelt(name):
                yield from self._new(dated & self._words.having(word))

    def _without_common(self, numbers: frozenset[int], text: str) -> frozenset[int]:
        """Leave out sources that only have a common word in their titles."""
        if text.islower():
            return frozenset()  # "memory", "of history"
        if is_english_word(text.lower()):
            return self._words.alone_in(numbers, text)  # "Brown", "Education"
        return numbers

    def _new(self, numbers: frozenset[int]) -> Iterator[Source]:
        new = numbers - self._read
        self._read |= new
        for number in sorted(new):
            if source := self._library.get(self._words.key(number)):
                yield source


def _is_acronym(text: str) -> bool:
    """Return whether a text may be an acronym: two of its letters are capitals."""
    letters = text.replace(".", "")
    capitals = [letter for letter in letters if letter.isupper()]
    is_short = letters.isalpha() and len(letters) <= _LONGEST_ACRONYM
    return is_short and len(capitals) >= _FEWEST_CAPITALS

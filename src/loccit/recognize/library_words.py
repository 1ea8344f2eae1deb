"""Find the sources of a library that are worth reading, by words in their entries.

Reading an entry takes ten times as long as a look at its words, and most essays cite
few sources of a large library.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache

from loccit._startup.regex import regex
from loccit.bibliography import Library
from loccit.bibliography.duplicates import name_words, respelled

#: A word, with apostrophes inside.
_WORD = regex(r"[^\W_]+(?:['’ʼ][^\W_]+)*")
#: The longest field of many entries, which says nothing of names, titles and years.
_ABSTRACT = regex(r"\n\s*abstract\s*=[^\n]*", re.IGNORECASE)
#: TeX's accents and braces, which divide a word: `G{\"o}del`, `\v{C}ech`, `\'{\i}`.
_TEX = regex(r"\\(?:[vcHkrubdt](?=\s*\{|\s)\s*|[\"'`^~=.])|[{}\\]")
#: Between two initials: the rest of a word, and words without a letter in an acronym.
_REST_OF_WORD = r"[^\W_]*(?:[-'’][^\W_]+)*[\W_]+(?:[^\W_]{1,5}[\W_]+){0,3}?"


class LibraryWords:
    """The folded words of a library's entries."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._keys: Sequence[str] = library.keys()
        self._numbers: dict[str, list[int]] = defaultdict(list)
        for number, key in enumerate(self._keys):
            for word in set(_WORD.findall(_plain(library.text(key)))):
                self._numbers[word].append(number)
        self._having: dict[str, frozenset[int]] = {}
        self._folded: dict[str, list[str]] = defaultdict(list)
        for word in self._numbers:
            for part in _folded(word):
                self._folded[part].append(word)

    def __len__(self) -> int:
        return len(self._keys)

    def beginning_with(self, letter: str) -> Sequence[str]:
        """Return the folded words with a first letter, sorted."""
        return self._by_initial.get(letter, ())

    def having(self, word: str) -> frozenset[int]:
        """Return the numbers of the entries that have a folded word."""
        if word not in self._having:
            spellings = self._folded.get(word, ())
            numbers = [number for each in spellings for number in self._numbers[each]]
            self._having[word] = frozenset(numbers)
        return self._having[word]

    def having_all(self, text: str) -> frozenset[int]:
        """Return the numbers of the entries that have all words of a text."""
        words = _WORD.findall(_plain(text))
        found = [self.having(part) for word in words for part in _folded(word)]
        return frozenset.intersection(*found) if found else frozenset()

    def alone_in(self, numbers: Iterable[int], word: str) -> frozenset[int]:
        """Return the entries where a word with a capital ends a name or title, among
        those with these numbers.
        """
        pattern = _alone(word)
        return frozenset(
            number for number in numbers if pattern.search(self._text(number))
        )

    def with_initials(self, acronym: str) -> frozenset[int]:
        """Return the numbers of the entries with words that an acronym may stand for."""
        pattern = _words_with_initials(acronym)
        return frozenset(
            number
            for number in range(len(self._keys))
            if pattern.search(self._text(number).casefold())
        )

    def misspelt(self, word: str) -> list[str]:
        """Return the folded words that differ from one in a letter, or in two that are
        swapped.
        """
        from rapidfuzz import process  # takes 20 ms to import
        from rapidfuzz.distance import OSA

        found = process.extract(
            word, self._all, scorer=OSA.distance, score_cutoff=1, limit=None
        )
        return [each for each, distance, _ in found if distance]

    def _text(self, number: int) -> str:
        return _without_signs(self._library.text(self._keys[number]))

    @cached_property
    def _all(self) -> Sequence[str]:
        return [*self._folded]

    @cached_property
    def _by_initial(self) -> Mapping[str, list[str]]:
        index: dict[str, list[str]] = defaultdict(list)
        for word in sorted(self._folded):
            index[word[0]].append(word)
        return index

    def key(self, number: int) -> str:
        """Return the key of an entry."""
        return self._keys[number]

    def keys_of(self, numbers: Iterable[int]) -> list[str]:
        """Return the keys of entries, sorted, so that their order is not the files'."""
        return sorted(self._keys[number] for number in numbers)


@lru_cache(maxsize=1)
def words_of_library(library: Library) -> LibraryWords:
    """Return the words of a library; those of the last one are kept."""
    return LibraryWords(library)


@lru_cache(maxsize=16384)
def _folded(text: str) -> tuple[str, ...]:
    return name_words(respelled(text))


def _words_with_initials(acronym: str) -> re.Pattern[str]:
    """Return a pattern for words with the letters of an acronym, and small words
    between them.
    """
    letters = "".join(_folded(acronym))
    return re.compile(r"\b" + _REST_OF_WORD.join(letters))


def _alone(word: str) -> re.Pattern[str]:
    """Return a pattern for a word that no other word follows but "and"."""
    spellings = "|".join({word.capitalize(), word.upper()})
    before = r"(?<!\bof\s)(?<!\bin\s)(?<!\bon\s)(?<!\bfor\s)\b"
    return re.compile(
        rf"{before}(?:{spellings})(?=\s*(?:[^\w\s]|$)|\s+and\b)", re.MULTILINE
    )


def _plain(text: str) -> str:
    """Return an entry in small letters, without TeX's accents and braces."""
    return unicodedata.normalize("NFC", _without_signs(text).casefold())


def _without_signs(text: str) -> str:
    text = _ABSTRACT.sub("", text)
    if "\\" in text:
        text = _TEX.sub("", text)
    return text.replace("{", "").replace("}", "")

"""Find the sources of a library that are worth reading, by words in their entries.

Reading an entry takes ten times as long as a look at its words, and most essays cite
few sources of a large library.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache

from loccit._startup.regex import regex
from loccit.bibliography import Library
from loccit.recognize.matching.spelling import folded

#: A word, with apostrophes inside.
_WORD = regex(r"[^\W_]+(?:['’ʼ][^\W_]+)*")
#: The longest field of many entries, which says nothing of names, titles and years.
_ABSTRACT = regex(r"\n\s*abstract\s*=[^\n]*", re.IGNORECASE)
#: TeX's accents and braces, which divide a word: `G{\"o}del`, `\v{C}ech`, `\'{\i}`.
_TEX = regex(r"\\(?:[vcHkrubdt](?=\s*\{|\s)\s*|[\"'`^~=.])|[{}\\]")


class LibraryWords:
    """The folded words of a library's entries."""

    def __init__(self, library: Library) -> None:
        self._keys: Sequence[str] = library.keys()
        self._numbers: dict[str, list[int]] = defaultdict(list)
        for number, key in enumerate(self._keys):
            for word in set(_WORD.findall(_plain(library.text(key)))):
                self._numbers[word].append(number)
        self._having: dict[str, frozenset[int]] = {}
        self._folded: dict[str, list[str]] = defaultdict(list)
        for word in self._numbers:
            for part in folded(word):
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


def _plain(text: str) -> str:
    """Return an entry in small letters, without TeX's accents and braces."""
    text = _ABSTRACT.sub("", text)
    if "\\" in text:
        text = _TEX.sub("", text)
    return text.replace("{", "").replace("}", "").casefold()

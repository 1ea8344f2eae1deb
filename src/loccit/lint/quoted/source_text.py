"""The text of a source: words in their printed order, ready to be searched."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from unicodedata import normalize

from loccit._startup.regex import regex
from loccit.lint.quoted.letters import letters_of
from loccit.lint.quoted.words import NOTE_NUMBER, WORD, word_letters

_TOKEN = regex(rf"{NOTE_NUMBER}|(?P<word>{WORD})|(?P<end>[\n\f])")
#: A character that a font doesn't name; some readers give its number, which may be this.
_UNKNOWN = "\ufffd"
#: Hyphens at the end of lines, which are not shown.
_SOFT_BREAK = regex(r"[\xad‐-]\n(?=\w)|\xad")
_SPACES = regex(r"\s+")


class SourceText:
    """The words of a source, in one string of letters.

    Positions count letters, except where an index of a word is meant.

    Attributes:
        letters: the letters of all words.
        words: the letters of each word.
        is_scan: whether a program read them from pictures.

    >>> text = SourceText(["A ﬁrst pro\\xad\\ncess.", "The second page."])
    >>> text.letters, text.words[1:4]
    ('afirstprocessthesecondpage', ['first', 'process', 'the'])
    >>> text.page_at(text.letters.find("second")), text.shown(1, 3)
    (1, 'ﬁrst process.')
    """

    def __init__(self, pages: Sequence[str], is_scan: bool = False) -> None:
        """Read the words of pages; their lines end with a newline."""
        self.is_scan = is_scan
        whole = "\f".join(page.replace("\f", _UNKNOWN) for page in pages)
        self._printed = normalize("NFC", whole)
        self.words: list[str] = []
        self._starts: list[int] = []
        self._printed_starts: list[int] = []
        self._line_starts: list[int] = [0]
        self._page_starts: list[int] = [0]
        self._places: dict[str, list[int]] | None = None
        self._read()
        self.letters = "".join(self.words)

    def _read(self) -> None:
        position = 0
        for found in _TOKEN.finditer(self._printed):
            if end := found["end"]:
                self._line_starts.append(position)
                if end == "\f":
                    self._page_starts.append(position)
            elif found["word"] and (letters := word_letters(found["word"])):
                above, _, _ = found["word"].rpartition("\n")
                if above:
                    self._line_starts.append(position + len(letters_of(above)))
                self.words.append(letters)
                self._starts.append(position)
                self._printed_starts.append(found.start())
                position += len(letters)

    def places_of(self, word: str) -> Sequence[int]:
        """Return the indexes of a word that is given by its letters."""
        if self._places is None:
            self._places = defaultdict(list)
            for index, letters in enumerate(self.words):
                self._places[letters].append(index)
        return self._places.get(word, ())

    def page_at(self, position: int) -> int:
        """Return the index of the page on which a letter is."""
        return bisect_right(self._page_starts, position) - 1

    def word_at(self, position: int) -> int:
        """Return the index of the first word that begins at a letter or after it."""
        return bisect_left(self._starts, position)

    def start_of(self, word: int) -> int:
        """Return the position of a word; that of the end after the last one."""
        return self._starts[word] if word < len(self._starts) else len(self.letters)

    def begins_word(self, position: int) -> bool:
        """Return whether a word begins at a position, or the text ends there."""
        return self.start_of(self.word_at(position)) == position

    def line_starts(self, start: int, end: int) -> Sequence[int]:
        """Return the positions from `start` to `end` at which lines begin."""
        first = bisect_left(self._line_starts, start)
        return self._line_starts[first : bisect_right(self._line_starts, end)]

    def shown(self, first: int, end: int) -> str:
        """Return the words from `first` up to `end` as they are printed."""
        if first >= end:
            return ""
        begin = self._printed_starts[first]
        stop = len(self._printed)
        if end < len(self.words):
            stop = self._printed_starts[end]
        printed = _SOFT_BREAK.sub("", self._printed[begin:stop])
        return _SPACES.sub(" ", printed).strip()

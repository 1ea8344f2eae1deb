"""The words of a headline, each with its neighbours."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator

from loccit._startup.namedtuple import NamedTuple
from loccit.csl.text.sentence_case.tokens import tokens_of
from loccit.values.letter_case.english_words import is_english_word
from loccit.values.letter_case.proper_nouns import is_proper_noun

_DEFINITE = "The"
#: Two words, and a small word between them.
_FEWEST_WITH_SMALL_WORD = 3
_ARTICLES = frozenset(["A", "An", "The"])
_GENITIVE = ("'s", "’s")
_STOP = ". "
#: What may be between two words of a name.
_JOINING = frozenset([" ", "\xa0", "-", "‐", "‑"])


class Word:
    """A word of a title.

    Attributes:
        text: the word, without the ending of a genitive.
        is_genitive: whether it had one; then no name goes on after it.
        start: where it begins in the title.
        number: its place in `title`.
        title: all words of the title.
        between: what is between the word before and it, without markup.
    """

    def __init__(
        self,
        text: str,
        start: int,
        title: list[Word],
        between: str,
    ) -> None:
        self.text = without_genitive(text)
        self.is_genitive = self.text != text
        self.start = start
        self.number = len(title)
        self.title = title
        self.between = between

    @property
    def has_capital(self) -> bool:
        """Whether it begins with a capital."""
        return self.text[0].isupper()

    @property
    def follows(self) -> bool:
        """Whether only a space, or a hyphen, is between the word before and it."""
        if self.between in _JOINING:
            return True
        return self.between == _STOP and _is_abbreviated(self.title[: self.number])

    @property
    def is_second_half(self) -> bool:
        """Whether a hyphen is between the word before and it."""
        return self.follows and not self.between.isspace()

    @property
    def next(self) -> Word | None:
        """The word after it, if nothing else is between them."""
        number = self.number + 1
        is_last = number == len(self.title)
        if is_last or self.is_genitive or not self.title[number].follows:
            return None
        return self.title[number]

    @property
    def previous(self) -> Word | None:
        """The word before it, if nothing else is between them."""
        if not self.number or not self.follows:
            return None
        if self.title[self.number - 1].is_genitive:
            return None
        return self.title[self.number - 1]

    @property
    def is_name(self) -> bool:
        """Whether the word is a name by itself, or at least not English."""
        if not self.has_capital:
            return False
        return is_proper_noun(self.text) or not is_english_word(self.text.lower())


class Pattern(NamedTuple):
    """A kind of name.

    Attributes:
        find: returns the words that are a name in which, or beside which, the given
            one is.
        words: the words that it is given.
    """

    find: Callable[[Word], list[Word]]
    words: Container[str]


def _is_abbreviated(before: list[Word]) -> bool:
    """Return whether a full stop before a word only ends an abbreviation: "U.S. Senate"."""
    if not before:
        return False
    last = before[-1].text
    return len(last) == 1 or "." in last


def without_genitive(text: str) -> str:
    """Return a word without the ending of a genitive."""
    return text[:-2] if text.endswith(_GENITIVE) else text


def words_of(title: str) -> list[Word]:
    """Return the words of a title with markup."""
    words: list[Word] = []
    between = ""
    end = 0
    for token in tokens_of(title):
        start, stop = token.span()
        between += title[end:start]
        end = stop
        tag, mark, word, _ = token.groups()
        if word is not None:
            words.append(Word(word, start, words, between))
            between = ""
        elif tag is None:
            between += mark
    return words


def capitals_before(word: Word) -> list[Word]:
    """Return the capital words right before a word, in the order of the title, from an
    article on.
    """
    found: list[Word] = []
    before = word.previous
    while before is not None and before.has_capital and before.text not in _ARTICLES:
        found.insert(0, before)
        before = before.previous
    return found


def name_from_article(word: Word, small_words: frozenset[str]) -> list[Word]:
    """Return a name from its article on, if small words are inside of it: "the Positive
    and Negative Affect Schedule".

    Args:
        word: the last word of the name.
        small_words: those that may be inside.
    """
    name = [word]
    before = word.previous
    while before is not None and _is_inside(before, small_words):
        name.insert(0, before)
        before = before.previous
    if before is None or before.text.capitalize() != _DEFINITE:
        return []
    if len(name) < _FEWEST_WITH_SMALL_WORD or not name[-2].has_capital:
        return []
    has_small_word = any(not each.has_capital for each in name)
    return name if has_small_word and name[0].has_capital else []


def _is_inside(word: Word, small_words: frozenset[str]) -> bool:
    if word.text in small_words:
        return True
    return word.has_capital and word.text not in _ARTICLES


def capitals_from(word: Word | None) -> list[Word]:
    """Return a capital word and the capital words right after it."""
    found: list[Word] = []
    while word is not None and word.has_capital:
        found.append(word)
        word = word.next
    return found


def is_text(word: Word | None, texts: frozenset[str]) -> bool:
    """Return whether there is a word, and it is one of these."""
    return word is not None and word.text in texts


def lines(text: str) -> frozenset[str]:
    """Return the words of a text."""
    return frozenset(text.split())


def after(word: Word, count: int) -> Iterator[Word]:
    """Yield up to so many words after a word."""
    for _ in range(count):
        following = word.next
        if following is None:
            return
        yield following
        word = following

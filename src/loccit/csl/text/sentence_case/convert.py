"""Convert a title to sentence case."""

from __future__ import annotations

import re
from collections.abc import Container
from functools import lru_cache
from typing import Literal

from loccit._startup.regex import regex
from loccit.csl.text.sentence_case.capitals import as_headline
from loccit.csl.text.sentence_case.names import words_of_names
from loccit.csl.text.sentence_case.tokens import KeptCase, tokens_of
from loccit.values.letter_case.english_words import is_english_word
from loccit.values.letter_case.how_typed import TypedAs, typed_as
from loccit.values.letter_case.proper_nouns import is_proper_noun, proper_nouns
from loccit.values.letter_case.small_words import SMALL_WORDS

#: Capitals inside a word, or numbers: an acronym, an initialism, a name such as McAdam.
_INNER_CAPITAL = regex(r".+[A-Z0-9]|[A-Z]\.|I['’]")
#: A letter or a symbol before a hyphen begins no sentence: "p-values".
#: A repository or a site: "owner/project", "example.org".
_PATH = regex(r"[a-z0-9_-]+(?:/[\w.-]+|\.(?:com|edu|gov|io|net|org)\b)")
_SYMBOL = regex(r"\w[-‐‑]")
_HONORIFICS = frozenset(["Dr", "Mr", "Mrs", "Ms", "Prof", "St"])
#: The end of a sentence inside of a title.
_ENDS_SENTENCE = regex(r"(?P<word>[^\W\d_]{2,})[\"”’)]*\.\s+[\"“‘(]*\Z")
#: Shorter words are abbreviated, but for those of which no abbreviation looks the same.
_SHORTEST_LAST = 4
_SHORT_LAST_WORDS = frozenset([
    "all", "app", "be", "day", "did", "do", "end", "eye", "for", "go", "god", "him", "how",
    "in", "is", "it", "law", "lie", "man", "me", "new", "not", "now", "of", "off", "old",
    "on", "one", "our", "out", "own", "say", "sea", "see", "sex", "so", "to", "too", "two",
    "up", "us", "was", "way", "we", "web", "who", "why", "win", "you",
])  # fmt: skip


def sentence_case(
    title: str,
    typed: TypedAs | None = None,
    lower_words: Container[str] = (),
    *,
    names_are_protected: bool = False,
) -> str:
    """Lower the capitals of a title, except those of first words and of names.

    First words are those of the title and of its subtitles.  Names are words in a
    `nocase` span or in italics, words with capitals inside, words that are not English,
    and what looks like a name of several words.

    Args:
        title: in CSL-JSON's markup.
        typed: how it is typed; None to see by its words.  A sentence keeps all of its
            capitals.
        lower_words: words that are no names, though they may look like some.
        names_are_protected: whether words that are not English are no names either,
            because `nocase` spans show which are.

    >>> sentence_case("The Effects of Bilingualism on Toronto's Schools")
    "The effects of bilingualism on Toronto's schools"
    >>> sentence_case("the life of Hannah Arendt: a study")
    'The life of Hannah Arendt: A study'
    """
    title = as_headline(title)
    is_sentence = (typed or typed_as(title)) == "sentence"
    return _SentenceCase(title, is_sentence, lower_words, names_are_protected).run()


class _SentenceCase:
    """Goes through a title from left to right."""

    def __init__(
        self,
        title: str,
        is_sentence: bool,
        lower_words: Container[str],
        names_are_protected: bool,
    ) -> None:
        self.title = title
        self.is_sentence = is_sentence
        self.lower_words = lower_words
        self.names_are_protected = names_are_protected
        self.names = frozenset[int]() if is_sentence else words_of_names(title)
        self.kept = KeptCase(italics=not _is_all_in_italics(title))
        self.begins = True  # a title or a subtitle
        self.follows_initial = False

    def run(self) -> str:
        """Return the title in sentence case."""
        pieces: list[str] = []
        end = 0
        for token in tokens_of(self.title):
            tag, _, word, after = token.groups()
            if word is not None:
                changed = self._word(token, word, after)
                if changed != word:
                    pieces += (self.title[end : token.start()], changed)
                    end = token.end()
            elif tag is not None:
                self.kept.read(tag)
            else:
                self.begins = True
                self.follows_initial = False
        pieces.append(self.title[end:])
        return "".join(pieces)

    def _word(self, token: re.Match[str], word: str, after: str | None) -> str:
        """Return the next word in sentence case."""
        begins, self.begins = self.begins, False
        follows = self.follows_initial
        has_stop = after is not None and after[0] == "."
        self.follows_initial = has_stop and _is_initial(word)
        if self.kept.depth:
            return word
        if begins:
            return self._first_word(token)
        if follows or self.follows_initial or word[0].islower():
            return word
        return word if self._is_kept(token, word) else word[0].lower() + word[1:]

    def _first_word(self, token: re.Match[str]) -> str:
        """Raise the first word of a title or a subtitle, if it is no name."""
        word = token[0]
        if _INNER_CAPITAL.match(word) or _SYMBOL.match(self.title, token.start()):
            return word
        if token.start() == 0 and _is_lower_case_name(self.title, token):
            return word
        if _PATH.match(self.title, token.start()):
            return word
        return word[0].upper() + word[1:]

    def _is_kept(self, token: re.Match[str], word: str) -> bool:
        if self.is_sentence or token.start() in self.names:
            return True
        if len(word) == 1 and _is_symbol(word, token["after"]):
            return True
        kind = _kind(word)
        if kind == "name" or (kind == "unclear" and self._may_be_name(word.lower())):
            return True
        return self._begins_sentence(token)

    def _may_be_name(self, word: str) -> bool:
        """Return whether an unclear word, given in lower case, is not known to be none."""
        return not self.names_are_protected and word not in self.lower_words

    def _begins_sentence(self, token: re.Match[str]) -> bool:
        if "." not in self.title:  # as in most titles
            return False
        found = _ENDS_SENTENCE.search(self.title[: token.start()])
        if found is None or len(found["word"]) >= _SHORTEST_LAST:
            return found is not None
        return found["word"].lower() in _SHORT_LAST_WORDS


@lru_cache(maxsize=4096)
def _kind(word: str) -> Literal["name", "common", "unclear"]:
    """Return what a word with a capital is by itself; titles share their words."""
    if _INNER_CAPITAL.match(word) or is_proper_noun(word):
        return "name"
    lowered = word.lower()
    if lowered in SMALL_WORDS or is_english_word(lowered):
        return "common"
    return "unclear"


def _is_all_in_italics(title: str) -> bool:
    return title.startswith("<i>") and title.find("</i>") == len(title) - len("</i>")


def _is_lower_case_name(title: str, first: re.Match[str]) -> bool:
    """Return whether a title begins with a program's name: "knitr: Reports in R"."""
    word = first[0]
    if any(map(title.startswith, proper_nouns().phrases.get(word, ()))):
        return True  # bell hooks
    if not word.islower() or is_english_word(word) or word in SMALL_WORDS:
        return False
    return title.startswith(":", first.end())


def _is_initial(word: str) -> bool:
    """Return whether a name follows a word with a stop: "J. K. Rowling", "Dr. King"."""
    return word in _HONORIFICS or (len(word) == 1 and word.isupper())


def _is_symbol(letter: str, after: str | None) -> bool:
    # "A" before another word is the article, else a letter: Hepatitis A
    return letter != "A" or not (after or "").isspace()

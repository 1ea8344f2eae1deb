"""How a title is typed: as a headline, as a sentence, or too short to say."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, TypeAlias

from loccit._startup.regex import regex
from loccit.values.letter_case.english_words import is_english_word
from loccit.values.letter_case.proper_nouns import is_proper_noun
from loccit.values.letter_case.small_words import SMALL_WORDS

TypedAs: TypeAlias = Literal["headline", "sentence", "unclear"]

#: A word, and the letters after its apostrophes and points.
_WORD = regex(r"[^\W\d_]+(?:['’.][^\W\d_]+)*")
#: What is in `nocase` spans shows nothing; other tags are no words.
_PROTECTED = regex(r'<span class="nocase">.*?</span>')
_TAG = regex(r"</?\w[^<>]*>")
#: What separates a title from a subtitle, whose first word has a capital anyway.
_BEFORE_SUBTITLE = regex(r"(?:\A|[:?!.—–]|\s-)[\s\"'“”‘’(\[«»]*\Z")
#: The second half of a compound shows nothing: "Self-help Books", "Self-Help books".
_JOINED = regex(r"[-‐‑–/\d]\Z")
_PROTECTED_STANDS_FOR = "0"
_PROTECTED_NAME = regex(r'<span class="nocase">[^<>]*[A-Z][a-z]+\b')
_OPENS_SPAN = '<span class="nocase">'
#: How far back to look for the end of a title.
_NEAR = 8

#: Endings of the names of genera.
_GENUS = ("a", "is", "us", "um", "yces")
#: Shorter words in lower case may be names of genes or programs, or foreign.
_SHORTEST_TELLING = 4
_SHORTEST_WORD = 2
#: Capitals of this many common words are no name; of fewer, if they are not side by
#: side: "The Strength of Weak Ties".
_SURELY_HEADLINE = 3


@lru_cache(maxsize=1024)
def typed_as(title: str) -> TypedAs:
    """Return how a title is typed, as its English words show.

    One longer word in lower case shows a sentence, as a headline would raise it.
    Capitals of several words that are no names show a headline; so does one outside of
    the braces with which BibTeX's users protect names.

    >>> typed_as("The life of Hannah Arendt in New York")
    'sentence'
    >>> typed_as("The Strength of Weak Ties")
    'headline'
    >>> typed_as("The Great Depression")
    'unclear'
    """
    capitals: list[int] = []  # the numbers of words
    has_lower_case = False
    before = ""
    for number, word in enumerate(words_inside(title)):
        is_telling = is_common(word)
        if is_telling and word[0].isupper():
            capitals.append(number)
        elif is_telling and len(word) >= _SHORTEST_TELLING:
            has_lower_case = has_lower_case or not _is_species(before)
        before = word
    if capitals and _OPENS_SPAN in title:
        return "headline"
    if has_lower_case:
        return "sentence"
    return "headline" if _are_of_headline(capitals) else "unclear"


def _is_species(before: str) -> bool:
    """Return whether a word in lower case may be a species: that of Escherichia coli."""
    is_capital = before[:1].isupper()
    return is_capital and before.endswith(_GENUS) and not is_proper_noun(before)


def _are_of_headline(capitals: list[int]) -> bool:
    """Return whether common words with capitals, by their numbers, are no one name."""
    if len(capitals) >= _SURELY_HEADLINE:
        return True
    return bool(capitals) and capitals[-1] - capitals[0] > 1


def protects_names(title: str) -> bool:
    """Return whether a title has names in `nocase` spans, and capitals outside of them.

    Programs protect acronyms, and people names.

    >>> protects_names('On <span class="nocase">Turing</span> and Other Machines')
    True
    >>> protects_names('The <span class="nocase">DNA</span> of Turing Machines')
    False
    """
    return bool(_PROTECTED_NAME.search(title)) and has_bare_capital(title)


def has_bare_capital(title: str) -> bool:
    """Return whether a word inside of a title has an unprotected capital."""
    return any(word[0].isupper() for word in words_inside(title))


def has_raised_word(title: str) -> bool:
    """Return whether a common word inside of a title has an unprotected capital."""
    return any(word[0].isupper() and is_common(word) for word in words_inside(title))


def has_bare_name(title: str) -> bool:
    """Return whether an unprotected capital word of a title may be a name."""
    return any(_may_be_name(word) for word in words_inside(title))


def _may_be_name(word: str) -> bool:
    lowered = word.lower()
    if word == lowered or lowered in SMALL_WORDS:
        return False
    return not is_english_word(lowered) and not is_proper_noun(word)


def words_inside(title: str) -> Iterator[str]:
    """Yield the words of a title whose letter case shows something.

    These are all except the first word of a title and of its subtitles, second halves
    of compounds, words in `nocase` spans, and words with capitals inside.
    """
    text = title
    if "<" in title:
        text = _TAG.sub("", _PROTECTED.sub(_PROTECTED_STANDS_FOR, title))
    for found in _WORD.finditer(text):
        word = found[0]
        start = found.start()
        if start > 1 and text[start - 1] == " " and text[start - 2].isalpha():
            pass  # it is after another word, as most are
        elif _shows_nothing(text, start):
            continue
        if len(word) >= _SHORTEST_WORD and (word.islower() or word[1:].islower()):
            yield word


def _shows_nothing(text: str, start: int) -> bool:
    """Return whether the letter case of the word that starts there shows nothing."""
    before = text[max(0, start - _NEAR) : start]
    return bool(_BEFORE_SUBTITLE.search(before) or _JOINED.search(before))


@lru_cache(maxsize=8192)
def is_common(word: str) -> bool:
    """Return whether a word is English, no name, and raised in headlines."""
    lowered = word.lower()
    return lowered not in SMALL_WORDS and is_english_word(lowered)

"""Recognize titles in other languages than English by their words."""

from __future__ import annotations

from loccit.values.letter_case.english_words import is_english_word
from loccit.values.letter_case.proper_nouns import is_proper_noun, proper_nouns

_ENGLISH_WORDS = """
    and are by for from how its of that the their this through to toward what when where
    which who why with
"""
_OTHER_WORDS = """
    aux dans degli della delle een eine einem einen einer eines entre för für het nella
    não och oder para pour sobre sowie sur uma und voor zum zur zwischen über
"""
#: Words that also are parts of names ("van Dijk", "de la Cruz").  It takes two of them,
#: and a sequence of them counts once.
_WORDS_IN_NAMES = """
    al als am au aus bei che da das de dei del den des die dos du ein el em en et gli il
    la las le les lo los nach nel par per por un una une van vers von y
"""
#: Words that are parts of names after another such word only ("van der Waals").
_SECOND_WORDS_IN_NAMES = "auf dem der im mit vom"
_ARTICLES = ("l'", "l’", "d'", "d’", "dell'", "dell’", "qu'", "qu’")

_ENGLISH = frozenset(_ENGLISH_WORDS.split())
_OTHER = frozenset(_OTHER_WORDS.split())
_IN_NAMES = frozenset(_WORDS_IN_NAMES.split())
_SECOND_IN_NAMES = frozenset(_SECOND_WORDS_IN_NAMES.split())
#: Shorter words may be of any language.
_SHORTEST_CONTENT_WORD = 4
_FEWEST_UNKNOWN = 3
_PUNCTUATION = ',.;:!?()«»“”"'


def is_foreign(title: str) -> bool:
    """Return whether a title is certainly in another language than English.

    >>> is_foreign("Grundlagen der Soziologie"), is_foreign("La Vie quotidienne des ouvriers de Paris")
    (True, True)
    >>> is_foreign("Race, Class, and the Letters of Vincent van der Berg"), is_foreign("Ursula von der Leyen Speaks")
    (False, False)
    """
    if not _ENGLISH.isdisjoint(title.lower().split()):
        return False
    if _is_unknown(title):
        return True
    evidence = _Evidence()
    for word in title.split():
        evidence.add(word)
        if evidence.is_certain:
            return True
    return evidence.words > 1


def _is_unknown(title: str) -> bool:
    """Return whether few longer words of a title are English, or names that are known."""
    words = [word.strip(_PUNCTUATION) for word in title.split()]
    longer = [word for word in words if len(word) >= _SHORTEST_CONTENT_WORD]
    unknown = [word for word in longer if not _is_known(word)]
    return len(unknown) >= _FEWEST_UNKNOWN and 2 * len(unknown) > len(longer)


def _is_known(word: str) -> bool:
    if is_proper_noun(word) or word in proper_nouns().given_names:
        return True
    return is_english_word(word.lower())


def is_english(title: str) -> bool:
    """Return whether a title is certainly English: by its small words, or by all.

    >>> is_english("Feminist Metaphysics"), is_english("Politik als Beruf"), is_english("Information")
    (True, False, False)
    """
    words = [word.strip(_PUNCTUATION).lower() for word in title.split()]
    if not _ENGLISH.isdisjoint(words):
        return not _is_said_in_other_words(words)
    longer = [word for word in words if len(word) >= _SHORTEST_CONTENT_WORD]
    return len(longer) > 1 and all(is_english_word(word) for word in longer)


def _is_said_in_other_words(words: list[str]) -> bool:
    return not _OTHER.isdisjoint(words)


class _Evidence:
    """Counts the small words that English does not have."""

    def __init__(self) -> None:
        self.is_certain = False
        self.words = 0
        self._after_small_word = False
        self._counted_last = False

    def add(self, word: str) -> None:
        """Take the next word of the title into account."""
        plain = word.strip(_PUNCTUATION).lower()
        is_second = plain in _SECOND_IN_NAMES
        is_name = is_second and self._after_small_word
        if word.islower() and (plain in _OTHER or (is_second and not is_name)):
            self.is_certain = True
        if is_second and self._counted_last:
            self.words -= 1  # "van der": the "van" belonged to a name
        is_small = is_second or plain in _IN_NAMES or plain.startswith(_ARTICLES)
        self._counted_last = is_small and word.islower() and not self._after_small_word
        if self._counted_last:
            self.words += 1
        self._after_small_word = is_small

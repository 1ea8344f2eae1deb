"""The words before a bracket, and what may be a name among them."""

from __future__ import annotations

from collections.abc import Sequence

from loccit._startup.regex import regex
from loccit.recognize.citations.lexicon import Lexicon
from loccit.recognize.citations.reading.groups import is_one_group
from loccit.recognize.citations.reading.tokens import Token
from loccit.recognize.citations.reading.words import words
from loccit.values.date_words import month_number
from loccit.values.given_names import is_given_name
from loccit.values.letter_case.english_words import is_english_word
from loccit.values.letter_case.proper_nouns import is_proper_noun

#: A space, or the end of one line.
_SPACE = regex(r"[ \t\u00a0]*\n?[ \t\u00a0]*\Z")
#: A word with a full stop, which is not an initial.
_ENDS_SENTENCE = regex(r"[^\W\d_]{2,}\.\Z")
_ABBREVIATIONS = frozenset(["St.", "Jr.", "Sr.", "Ste.", "Mt."])
#: Particles that are articles as well.
_ARTICLES = frozenset(["al", "del", "der", "des", "du", "el", "la", "las", "le", "los"])
#: What precedes a place or a time.
_WHERE = frozenset(["at", "near", "since", "during", "until", "in"])
#: The number of the second name's token in "Doe and Roe".
_FIRST_JOINED = 2


class WordsBefore:
    """The words before a bracket, as tokens of a text."""

    def __init__(self, text: str, tokens: Sequence[Token], lexicon: Lexicon) -> None:
        self.text = text
        self.tokens = tokens
        self.lexicon = lexicon

    def name(self, first: int, last: int) -> str:
        """Return the text of the tokens from one up to another."""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end]

    def is_apart(self, first: int) -> bool:
        """Return whether more than a space is before a token."""
        between = self.text[self.tokens[first - 1].end : self.tokens[first].start]
        return not _SPACE.match(between)

    def ends_before(self, first: int, last: int) -> bool:
        """Return whether a sentence ends before the token `first`."""
        if first >= last:
            return False
        return self.is_apart(first) or self.ends_sentence(self.tokens[first - 1])

    def ends_sentence(self, token: Token) -> bool:
        """Return whether a word ends a sentence by its full stop."""
        if token.is_initials or token.text in _ABBREVIATIONS:
            return False
        return _ENDS_SENTENCE.search(token.text) is not None

    def is_group(self, first: int) -> bool:
        """Return whether the words from a token on are a group, or a listed title."""
        text = self.text[self.tokens[first].start : self.tokens[-1].end]
        if self.lexicon.has_group_or_title(text):
            is_title = self.lexicon.has_title(text)
            return not is_title or self.lexicon.is_anonymous(text)
        return is_one_group(text) and not self.lexicon.is_person(text)

    def is_slash(self, number: int) -> bool:
        """Return whether a token joins two names, as in "Doe/Roe", not in "AC/DC"."""
        before, after = self.tokens[number - 1], self.tokens[number + 1]
        is_short = before.text.isupper() or after.text.isupper()
        return self.tokens[number].text == "/" and not is_short

    def is_where(self, first: int) -> bool:
        """Return whether a name is a place or time: "in Boston, Doe and Roe"."""
        word = self.tokens[first].text
        if self.lexicon.known(word):
            return False
        before = self.tokens[first - 1].text.casefold() if first else ""
        return is_proper_noun(word) or before in _WHERE

    def is_no_name(self, first: int, last: int) -> bool:
        """Return whether the first word before a name is not a part of it."""
        token, name = self.tokens[first], self.name(first, last)
        is_last = first == last - 1
        if not token.is_capital:
            return is_last or self._is_no_particle(first, last)
        if self.lexicon.has_phrase(name):
            return False
        word = token.text.rstrip(".")
        if is_last:
            return word in words().openers or self._is_month(first)
        family = self.tokens[last - 1].text
        if self.lexicon.has_given_name(word, family):
            return False
        if word in words().openers:
            return True  # "Per" is a given name, too
        if token.is_initials or is_given_name(word):
            return False
        is_word = is_english_word(word.lower())
        if self.lexicon.has_initial_of(word, family) and not is_word:
            return False
        if self.lexicon.is_person(family):
            return True
        if self.lexicon.known(family) or self._is_at_sentence_start(first):
            return is_word or is_proper_noun(word)
        return False

    def _is_month(self, number: int) -> bool:
        """Return whether a word is a month, and not the author in "Doe and May"."""
        if month_number(self.tokens[number].text.rstrip(".")) is None:
            return False
        if number < _FIRST_JOINED or not self.tokens[number - 1].is_and:
            return True
        before = self.tokens[number - _FIRST_JOINED]
        return not before.is_capital or month_number(before.text) is not None

    def _is_no_particle(self, first: int, last: int) -> bool:
        """Return whether a small word before a name is no part of it: "del INE"."""
        if self.lexicon.has_phrase(self.name(first, last)):
            return False
        rest = self.name(first + 1, last)
        small = self.tokens[first].text.casefold()
        if small in words().doubtful_particles:
            return True
        is_short = rest.isupper() and len(rest) > 1
        return is_short or (small in _ARTICLES and self.lexicon.has_phrase(rest))

    def _is_at_sentence_start(self, first: int) -> bool:
        start = self.tokens[first].start
        before = self.text[max(0, start - 10) : start].rstrip(" \"“'‘(*_[")
        return not before or before[-1] in ".!?:\n>"

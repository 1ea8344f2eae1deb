"""The names before a bracket in a sentence: "as Doe and Roe (2001) show"."""

from __future__ import annotations

import re

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.recognize.citations.lexicon import Lexicon
from loccit.recognize.citations.reading.names import SYMBOL, NamesRead, plain_name
from loccit.recognize.citations.reading.tokens import Token, tokens_of
from loccit.recognize.citations.reading.words import ET_AL, words
from loccit.recognize.citations.reading.words_before import WordsBefore
from loccit.values.letter_case.english_words import is_english_word

_WINDOW = 240
_LONGEST_WORD = 60
#: Initials after a surname: "Doe, J. (2001)".
_INITIALS_AT_END = regex(r"(?<=[^\W\d_]),\s?(?:[^\W\d_]\.[\s-]?)+\Z")
#: A suffix after a surname and a comma: "King, Jr. (1963)".
_SUFFIX_AT_END = regex(r"(?<=[^\W\d_]),\s?(?:Jr|Sr)\b\.?\Z")
_ET_AL_AT_END = regex(rf"[,\s]*{ET_AL}[\s,]*\Z", re.IGNORECASE)
_POSSESSIVE = regex(r"(?:(?<!s)['’]s|(?<=s)['’](?:s)?|['’]s)\Z")
_SYMBOLS_AT_END = regex(rf"(?<=[^\W\d_.])\s?{SYMBOL}+\Z")
_QUOTED = regex(r"[\"“„«]([^\"“”„«»]{2,200})[\"”“»][.,]?\Z")
#: An article, preposition or conjunction that has lost its vowel before a capital.
_ELIDED = regex(
    r"(?i:(?:(?:[ad]e|[dn]e|[ads]a|su|a)ll|[ld]|(?P<conjunction>(?:jus|lors|puis)?qu))['’])"
    r"(?=[^\W\d_a-z][^\W\d_])"
)
_ABSTRACT = regex(r"[a-z](?:isms?|ity|tion|ness)\Z")
_LONGEST_NAME = 6
#: The number of the second name's token in "Doe and Roe".
_FIRST_JOINED = 2
#: So many symbols may follow a name.
_FEW = 4
_LONGEST_GROUP = 12


def names_before(text: str, end: int, lexicon: Lexicon) -> NamesRead | None:
    """Read the names directly before a bracket at `end`.

    >>> read = names_before("As Ann Doe, Roe, and Poe's (2001)", 26, Lexicon([]))
    >>> read.names, read.possessive
    (('Ann Doe', 'Roe', 'Poe'), "'s")
    """
    start = max(0, end - _WINDOW)
    stop = start + len(text[start:end].rstrip())
    if quoted := _QUOTED.search(text, start, stop):
        return _title(quoted) if lexicon.is_anonymous(quoted[1]) else None
    ends = _ends(text, start, stop)
    stop = ends.start
    if not _may_end_name(text, start, stop, lexicon):
        return None
    initials = _INITIALS_AT_END.search(text, start, stop)
    if initials:
        stop = initials.start()
    tokens = [_without_elision(each, lexicon) for each in tokens_of(text, start, stop)]
    if not tokens or tokens[-1].end != stop:
        return None
    reader = _Reader(text, tokens, lexicon)
    read = reader.group() or reader.people(ends.has_et_al)
    if read is None or _is_title(read, lexicon):
        return None
    return read._replace(et_al=ends.has_et_al, possessive=ends.possessive)


class _Ends(NamedTuple):
    """What is between the last name and the bracket, from `start` on."""

    start: int
    possessive: str
    has_et_al: bool


def _ends(text: str, start: int, stop: int) -> _Ends:
    """Find a suffix, "et al.", a possessive and marks of notes before `stop`."""
    symbols = _SYMBOLS_AT_END.search(text, max(start, stop - _FEW), stop)
    if symbols:
        stop = symbols.start()
    possessive = _POSSESSIVE.search(text, max(start, stop - 2), stop)
    if possessive:
        stop = possessive.start()
    et_al = _ET_AL_AT_END.search(text, max(start, stop - 40), stop)
    if et_al:
        stop = et_al.start()
    elif text[stop - 1 : stop] in (",", ":"):
        stop -= 1
    suffix = _SUFFIX_AT_END.search(text, start, stop)
    if suffix:
        stop = suffix.start()
    return _Ends(stop, possessive[0] if possessive else "", et_al is not None)


def _without_elision(token: Token, lexicon: Lexicon) -> Token:
    """Leave out an elided article or conjunction: "l'INSEE", "qu'Eco"."""
    elided = _ELIDED.match(token.text)
    if elided is None:
        return token
    rest = token.text[elided.end() :]
    is_known = lexicon.has_phrase(rest) and not lexicon.has_phrase(token.text)
    if not (elided["conjunction"] or rest.isupper() or is_known):
        return token  # "d'Alembert"
    return Token(rest, token.start + elided.end(), token.end)


def _may_end_name(text: str, start: int, stop: int, lexicon: Lexicon) -> bool:
    """Return whether the last word may be a name; most words before years are not."""
    word = text[max(start, stop - _LONGEST_WORD) : stop].split()[-1:]
    if not word or (not word[0][-1].isalnum() and word[0][-1] != "."):
        return False
    if any(not letter.islower() for letter in word[0] if letter.isalpha()):
        return True
    return lexicon.has_phrase(word[0])


def _is_title(read: NamesRead, lexicon: Lexicon) -> bool:
    """Return whether words are the title of a work that names its authors: the year
    alone is the citation then, "The New Jim Crow (2010)".
    """
    name = read.names[-1]
    is_person = lexicon.is_person(name) or lexicon.is_anonymous(name)
    return lexicon.has_title(name) and not is_person


def _title(quoted: re.Match[str]) -> NamesRead:
    title = quoted[1].strip(" ,.")
    return NamesRead(quoted.start(), (title,), is_title=True, is_literal=True)


class _Reader(WordsBefore):
    """Reads names from the last token backward."""

    def group(self) -> NamesRead | None:
        """Read the longest name of a group, or a listed name or title."""
        last = len(self.tokens)
        best = None
        for first in range(last - 1, max(-1, last - 1 - _LONGEST_GROUP), -1):
            token = self.tokens[first]
            is_within = token.is_capital or token.is_link or token.text == ","
            if not is_within or self.ends_before(first + 1, last):
                break
            if token.is_capital and first < last - 1 and self.is_group(first):
                best = first
        if best is None:
            return None
        if self.tokens[best].text in words().openers:
            best = self._after_opener(best)
        start, end = self.tokens[best].start, self.tokens[-1].end
        name = plain_name(self.text[start:end])
        return NamesRead(start, (name,), is_literal=True)

    def _after_opener(self, first: int) -> int:
        """Return the number of the next capital that begins no sentence: "According to
        the World Bank".
        """
        openers = words().openers
        last = len(self.tokens) - 1
        while first < last and (
            self.tokens[first].text in openers or not self.tokens[first].is_capital
        ):
            first += 1
        return first

    def people(self, has_et_al: bool) -> NamesRead | None:
        """Read one or more people."""
        first = self._person(len(self.tokens))
        if first is None:
            return None
        found = [(first, len(self.tokens))]
        joined = self._before_and(first)
        while joined is not None:
            joined = self._before_initials(joined)
            first = self._person(joined)
            if first is None or self.is_where(first):
                break
            found.append((first, joined))
            joined = self._before_comma(first)
        if len(found) == _FIRST_JOINED and self._begins_clause(found):
            found.pop()
        if len(found) == 1 and has_et_al:
            self._add_listed_before(found)
        names = [plain_name(self.name(first, last)) for first, last in reversed(found)]
        return NamesRead(self.tokens[found[-1][0]].start, tuple(names))

    def _begins_clause(self, found: list[tuple[int, int]]) -> bool:
        """Return whether a new clause begins between two names: "he likes Orientalism,
        and Spivak (1988) does not".
        """
        (last, _), (first, end) = found
        name = self.name(first, end)
        if self.tokens[end].text != "," or last - end < len([",", "and"]):
            return False
        is_word = is_english_word(name.lower()) or _ABSTRACT.search(name) is not None
        return is_word and self.lexicon.known(name) is None

    def _add_listed_before(self, found: list[tuple[int, int]]) -> None:
        """Add the names before "Roe" in "Doe, Roe et al."."""
        joined = self._before_comma(found[-1][0])
        while joined is not None:
            first = self._person(joined)
            if first is None or self.is_where(first):
                return
            found.append((first, joined))
            joined = self._before_comma(first)

    def _before_and(self, first: int) -> int | None:
        """Return the number of the token after the name that "and" joins to this."""
        number = first - 1
        if number < 1 or self.is_apart(first):
            return None
        if not self.tokens[number].is_and and not self.is_slash(number):
            return None
        if self.tokens[number - 1].text == ",":
            number -= 1
        return number

    def _before_comma(self, first: int) -> int | None:
        """Return the number of the token after the name before a comma."""
        if first < _FIRST_JOINED:
            return None
        if self.tokens[first - 1].text != "," and not self.is_slash(first - 1):
            return None
        return first - 1

    def _before_initials(self, last: int) -> int:
        """Leave out initials after a surname and a comma: "Doe, J." """
        first = last
        while first > 0 and self.tokens[first - 1].is_initials:
            first -= 1
        has_comma = 1 < first < last and self.tokens[first - 1].text == ","
        return first - 1 if has_comma else last

    def _person(self, last: int) -> int | None:
        """Return the number of the first token of the person before `last`."""
        first = last
        while first > 0 and last - first < _LONGEST_NAME and self._goes_on(first, last):
            first -= 1
        first = self._trimmed(first, last)
        return first if first < last else None

    def _goes_on(self, first: int, last: int) -> bool:
        """Return whether the token before `first` belongs to the name."""
        token = self.tokens[first - 1]
        if not token.is_word or (first < last and self.is_apart(first)):
            return False
        if first < last and self.ends_sentence(token):
            return False
        if first < last and token.text.endswith(("'s", "’s")):
            return False
        if token.is_particle and not token.is_capital:
            return first < last
        return token.is_capital

    def _trimmed(self, first: int, last: int) -> int:
        """Leave out what is no part of the name from its beginning on."""
        while first < last and self.is_no_name(first, last):
            first += 1
        return first

"""Read a locator from the tokens of a suffix: a word that the locale knows, and numbers
with what is attached to them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.essays.syntax.suffix_tokens import SEPARATORS, Token, is_punctuation
from loccit.values.page_ranges import CONJUNCTIONS, full_last_page

#: Old-fashioned forms such as IIII are numerals too.
_ROMAN = regex(
    r"M*(?:CM)?D*(?:CD)?C*(?:XC)?L*(?:XL)?X*(?:IX)?V*(?:IV)?I*\Z", re.IGNORECASE
)
_DIGIT = regex(r"[0-9]")
_PARENTHESES = {"(": ")", "[": "]", "{": "}"}
_BRACES = {"{": "}", "[": "]"}
_BRACKETS = frozenset("()[]{}")
#: Punctuation that a number may hold: ranges, and volume:page.
_IN_NUMBERS = "-–:"
#: Other dashes make a range between numbers; anywhere else they end one.
_DASHES = ("---", "—", "‒", "―", "‐", "‑", "﹘", "－")
#: Dashes that may have spaces around them in a range.
_SPACED_DASHES = ("-", "–", "—", "−", "‐", "‑")
#: What means the pages after a number, and has a full stop.
_FOLLOWING = ("f", "ff", "sq", "sqq", "seq", "seqq")
_WITH_FOLLOWING = regex(r".*\d(?:ff?|sqq?)\Z")
_ORDINAL = regex(r"\d+(?:st|nd|rd|th)\b")
#: No locale has a longer word for a kind of place.
_LONGEST_WORD = 100
#: What ends a cite's numbers for certain.
_ENDS = ("", ",", ";", ".", ")")


class Located(NamedTuple):
    """A locator, and the number of the token after it."""

    label: str
    value: str
    end: int


class _Label(NamedTuple):
    """A locale's word as a CSL term, and the number of the token after it."""

    term: str
    end: int


class _Read(NamedTuple):
    """A part of a locator's value.

    Attributes:
        end: the number of the token after it.
        is_numeric: whether it is like a number.
    """

    text: str
    end: int
    is_numeric: bool


#: Reads a part of a value at a token.
_Inner = Callable[["LocatorReader", int], "_Read | None"]


class LocatorReader:
    """Reads a locator from tokens."""

    def __init__(self, tokens: list[Token], words: Mapping[str, str]) -> None:
        self._tokens = tokens
        self._words = words
        # Some type a semicolon for the comma before a locator.
        has_separator = self._sign(0) in SEPARATORS
        self._start = self._skip_space(1 if has_separator else 0)

    def delimited(self) -> Located | None:
        """Read `{ii, A, D-Z}`: anything, after a word or none; with no word and no
        number it has no label.
        """
        position = self._skip(self._start, "{")
        if position == self._start:
            return None
        position = self._skip_space(position)
        label = self._label(position, bare=True)
        if label is None:
            term = "page" if _DIGIT.match(self._text(position)) else ""
            label = _Label(term, position)
        position, value = label.end, ""
        while position < len(self._tokens) and self._sign(position) != "}":
            read = self._balanced(position, _BRACES, LocatorReader._any)
            if not read:
                return None
            position, value = read.end, value + read.text
        if self._sign(position) != "}":
            return None
        return Located(label.term, value, position + 1)

    def integrated(self) -> Located | None:
        """Read a word and numbers, or numbers alone."""
        label = self._label(self._start, bare=False)
        if label:
            return self._numbers(label, lambda read: read.is_numeric)
        return self._numbers(_Label("page", self._start), _has_digit)

    def _numbers(
        self, label: _Label, is_number: Callable[[_Read], bool]
    ) -> Located | None:
        position, value = label.end, ""
        read = self._word(position, separated=False)
        while read and is_number(read):
            position, value = read.end, value + read.text
            read = self._word(position, separated=True)
            if not read or not is_number(read):
                read = self._joined_number(position)
        if not value:
            return None
        further = self._following(position)
        return Located(label.term, value + further.text, further.end)

    def _joined_number(self, position: int) -> _Read | None:
        """Read " and 14", " & 14" or " - 47"."""
        start = self._skip_space(self._skip(position, ","))
        word = self._text(start)
        if word == "&" or word.casefold() in CONJUNCTIONS:
            return self._listed(position, start + 1)
        if f"{word.casefold()}{self._sign(start + 1)}" in CONJUNCTIONS:  # "u."
            return self._listed(position, start + 2)
        while self._text(start) in _SPACED_DASHES:
            start += 1
        read = self._word(start, separated=False)
        if word not in _SPACED_DASHES or not read:
            return None
        makes_range = _makes_range(self._text(position - 1), read.text.strip())
        return self._from(position, read) if makes_range else None

    def _listed(self, position: int, start: int) -> _Read | None:
        """Read the number from `start` on that a word joins to the one before
        `position`.
        """
        read = self._word(start, separated=False)
        if not read:
            return None
        number = read.text.strip()
        if _ORDINAL.match(number):
            return None
        is_last = self._sign(read.end) in _ENDS and read.end >= len(self._tokens) - 1
        if _DIGIT.search(number) or (read.is_numeric and is_last):
            return self._from(position, read)
        return None

    def _from(self, position: int, read: _Read) -> _Read:
        """Return a number with all that is before it from `position` on."""
        tokens = self._tokens[position : read.end]
        return _Read("".join(token.text for token in tokens), read.end, True)

    def _following(self, position: int) -> _Read:
        """Read " ff.", " et seq." or the full stop of "46f."; may be empty."""
        start = self._skip_space(position)
        if self._text(start) == "et":
            start = self._skip_space(start + 1)
        if self._text(start).casefold() in _FOLLOWING:
            end = self._skip(start + 1, ".")
        elif _WITH_FOLLOWING.match(self._text(position - 1)):
            end = self._skip(position, ".")
        else:
            end = position
        return self._from(position, _Read("", end, False))

    def _label(self, start: int, bare: bool) -> _Label | None:
        """Read the longest word of the locale at `start` that numbers follow, or
        anything, for a `bare` one.
        """
        best = None
        text = ""
        for position in range(start, len(self._tokens) - 1):
            text += self._tokens[position].text
            if len(text) > _LONGEST_WORD:
                break
            word = text.strip()
            term = self._words.get(word) or self._words.get(word.casefold())
            if term and (bare or self._is_number(position + 1)):
                best = _Label(term, position + 1)
        return best

    def _is_number(self, position: int) -> bool:
        read = self._word(position, separated=False)
        return read is not None and read.is_numeric

    def _word(self, position: int, separated: bool) -> _Read | None:
        """Read numbers with what is attached to them, after a space; in a sequence,
        after a comma or semicolon too.
        """
        before = ""
        if separated and self._sign(position) in (",", ";"):
            before = self._sign(position)
            position += 1
        start = self._skip_space(position)
        if start > position:
            before += " "
        read = self._balanced(start, _PARENTHESES, LocatorReader._page)
        return read._replace(text=before + read.text) if read else None

    def _balanced(
        self, position: int, pairs: Mapping[str, str], inner: _Inner
    ) -> _Read | None:
        """Read one or more of what `inner` reads, bare or in brackets."""
        found = _Read("", position, False)
        brackets = {*pairs, *pairs.values()}
        while found.end < len(self._tokens):
            sign = self._sign(found.end)
            read = None
            if sign in pairs:
                read = self._bracketed(found.end, pairs[sign], inner)
            if not read and sign not in brackets:
                read = inner(self, found.end)
            if not read:
                break
            found = _joined(found, read)
        return found if found.end > position else None

    def _bracketed(self, position: int, close: str, inner: _Inner) -> _Read | None:
        inside = position + 1
        read = None
        if self._sign(inside) not in _BRACKETS:
            read = inner(self, inside)
        if read is None:
            read = _Read("", inside, False)
        if self._sign(read.end) != close:
            return None
        text = self._sign(position) + read.text + close
        return _Read(text, read.end + 1, read.is_numeric)

    def _any(self, position: int) -> _Read | None:
        if position >= len(self._tokens):
            return None
        return _Read(self._text(position), position + 1, True)

    def _page(self, position: int) -> _Read | None:
        """Read `1`, `1.2.3`, `.2`; a period at the end is not part of it."""
        found = self._unit(position) or _Read("", position, False)
        while self._sign(found.end) == ".":
            more = self._unit(found.end + 1)
            if not more:
                break
            found = _joined(found, more._replace(text=f".{more.text}"))
        return found if found.end > position else None

    def _unit(self, position: int) -> _Read | None:
        """Read a Roman numeral, or everything up to white space or punctuation."""
        if position >= len(self._tokens):
            return None
        first = self._tokens[position]
        if not first.marked and _ROMAN.match(first.text):
            return _Read(first.text, position + 1, True)
        end = position
        while end < len(self._tokens) and self._is_in_unit(end):
            end += 1
        if end == position:
            return None
        text = "".join(token.text for token in self._tokens[position:end])
        return _Read(text, end, bool(_DIGIT.search(text)))

    def _is_in_unit(self, position: int) -> bool:
        token = self._tokens[position]
        if token.is_space or token.math:
            return False
        if token.text in _DASHES:
            return position > self._start and self._is_numeral(position + 1)
        sign = token.sign
        return not sign or sign in _IN_NUMBERS or not is_punctuation(sign)

    def _is_numeral(self, position: int) -> bool:
        """Return whether a dash before `position` makes a range."""
        if position >= len(self._tokens) or self._tokens[position].marked:
            return False
        text = self._text(position)
        return bool(_DIGIT.search(text) or _ROMAN.match(text))

    def _text(self, position: int) -> str:
        return self._tokens[position].text if position < len(self._tokens) else ""

    def _sign(self, position: int) -> str:
        return self._tokens[position].sign if position < len(self._tokens) else ""

    def _skip(self, position: int, sign: str) -> int:
        return position + 1 if self._sign(position) == sign else position

    def _skip_space(self, position: int) -> int:
        if position < len(self._tokens) and self._tokens[position].is_space:
            return position + 1
        return position


def _joined(first: _Read, second: _Read) -> _Read:
    is_numeric = first.is_numeric or second.is_numeric
    return _Read(first.text + second.text, second.end, is_numeric)


def _makes_range(first: str, last: str) -> bool:
    """Return whether two numbers are the ends of a range, the last perhaps short."""
    if first.isdecimal() and last.isdecimal():
        return int(full_last_page(first, last)) >= int(first)
    if _DIGIT.search(first) and _DIGIT.search(last):
        return _ORDINAL.match(last) is None
    return bool(_ROMAN.match(first) and _ROMAN.match(last))


def _has_digit(read: _Read) -> bool:
    return _DIGIT.search(read.text) is not None

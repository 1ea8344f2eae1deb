"""Locators: "pp. 46-47" at the start of a suffix, and what follows it.

The grammar is pandoc's (`Text.Pandoc.Citeproc.Locator`): a suffix is cut at white space
and at punctuation other than a colon; a locator is a word that the locale knows (or
none, for pages) and a sequence of numbers, Roman numerals and what hangs on them, or
anything at all between braces.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from unicodedata import category

from loccit._startup.dataclass import dataclass
from loccit._startup.regex import regex
from loccit.model import Locator, Marked, RichText

#: Old-fashioned forms such as IIII are numerals too.
_ROMAN = regex(
    r"M*(?:CM)?D*(?:CD)?C*(?:XC)?L*(?:XL)?X*(?:IX)?V*(?:IV)?I*\Z", re.IGNORECASE
)
_DIGIT = regex(r"[0-9]")
_PARENTHESES = {"(": ")", "[": "]", "{": "}"}
_BRACES = {"{": "}", "[": "]"}
#: Punctuation that a number may hold: ranges, and volume:page.
_IN_NUMBERS = "-–:"

#: Other dashes make a range between numbers; anywhere else they end one.
_DASHES = ("---", "—", "‒", "―", "‐", "‑", "﹘", "－")

#: What was read: its end, its text, whether it is like a number.
_Read = tuple[int, str, bool]


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a suffix: a character of white space or punctuation, a word, or a
    marked stretch (`marked`).
    """

    text: str
    node: int
    end: int
    marked: bool = False
    math: bool = False

    @property
    def is_space(self) -> bool:
        return not self.marked and self.text.isspace()

    @property
    def sign(self) -> str:
        """The character that this token is, `""` for other tokens."""
        return self.text if len(self.text) == 1 and not self.marked else ""


def _splits(character: str) -> bool:
    return character.isspace() or (character != ":" and category(character)[0] == "P")


def cut(suffix: RichText) -> list[Token]:
    """The tokens of a suffix; white space in a row is one."""
    tokens: list[Token] = []
    for index, node in enumerate(suffix.nodes):
        if isinstance(node, Marked):
            tokens.append(
                Token(
                    node.content.plain,
                    index,
                    0,
                    marked=True,
                    math=node.mark.name == "math",
                )
            )
            continue
        start = 0
        for position, character in enumerate(node):
            if not _splits(character):
                continue
            if start < position:
                tokens.append(Token(node[start:position], index, position))
            if node.startswith("---", position) and start <= position:
                tokens.append(Token("---", index, position + 3))
                start = position + 3
            elif start <= position:
                if not (character.isspace() and tokens and tokens[-1].is_space):
                    tokens.append(Token(character, index, position + 1))
                start = position + 1
        if start < len(node):
            tokens.append(Token(node[start:], index, len(node)))
    return tokens


def take_locator(
    suffix: RichText, words: Mapping[str, str]
) -> tuple[Locator | None, RichText]:
    """The locator that a suffix begins with, and the rest of the suffix.

    The rest is set after the cite as it stands, so where it begins with neither white
    space nor punctuation and no locator comes before it, a comma is put there.

    Args:
        suffix: all that follows a cite's key.
        words: casefolded word or abbreviation to CSL locator term.

    >>> take_locator(RichText.of(", pp. 33-35 and passim"), {"pp.": "page"})
    (Locator(label='page', value='33-35'), RichText(nodes=(' and passim',)))
    >>> take_locator(RichText.of("{ii, A, D-Z}, with a suffix"), {})
    (Locator(label='', value='ii, A, D-Z'), RichText(nodes=(', with a suffix',)))
    """
    tokens = cut(suffix)
    reader = _Reader(tokens, words)
    found = reader.delimited() or reader.integrated()
    if not found:
        return None, _set_off(suffix)
    end, label, value = found
    rest = _rest(suffix, tokens, end)
    value = value.strip()
    if not value:
        return None, _set_off(rest)
    return Locator(label, value), rest


_Inner = Callable[["_Reader", int], "_Read | None"]


class _Reader:
    """Reads a locator from tokens."""

    def __init__(self, tokens: list[Token], words: Mapping[str, str]) -> None:
        self.tokens = tokens
        self.words = words
        self.longest = max(map(len, words), default=0)
        self.start = self._skip(0, ",")
        self.start = self._skip_space(self.start)

    def delimited(self) -> tuple[int, str, str] | None:
        """`{ii, A, D-Z}`: anything, after a word or none; with no word and no number it
        has no label.
        """
        position = self._skip(self.start, "{")
        if position == self.start:
            return None
        position = self._skip_space(position)
        page = (
            "page"
            if position < len(self.tokens)
            and self.tokens[position].text[0] in "0123456789"
            else ""
        )
        label, position = self._label(position, bare=True) or (page, position)
        value = ""
        while position < len(self.tokens) and self._sign(position) != "}":
            read = self._balanced(position, _BRACES, _Reader._any)
            if not read:
                return None
            position, text, _ = read
            value += text
        return (position + 1, label, value) if self._sign(position) == "}" else None

    def integrated(self) -> tuple[int, str, str] | None:
        """A word and numbers, or numbers alone."""
        found = self._label(self.start, bare=False)
        if found:
            label, position = found
            read = self._word(position, separated=False)
        else:
            label, position = "page", self.start
            read = self._word(position, separated=False)
            if not read or not _DIGIT.search(read[1]):
                return None
        value = ""
        while read and (read[2] if found else _DIGIT.search(read[1])):
            position = read[0]
            value += read[1]
            read = self._word(position, separated=True)
        return (position, label, value) if value else None

    def _label(self, start: int, bare: bool) -> tuple[str, int] | None:
        """The longest word of the locale at `start` that numbers follow (anything, for
        a `bare` one).
        """
        best = None
        text = ""
        for position in range(start, len(self.tokens)):
            text += self.tokens[position].text
            if len(text) > self.longest + 1:
                break
            label = self.words.get(text.strip().casefold())
            if (
                label
                and position + 1 < len(self.tokens)
                and (bare or self._number(position + 1))
            ):
                best = label, position + 1
        return best

    def _number(self, position: int) -> bool:
        read = self._word(position, separated=False)
        return bool(read and read[2])

    def _word(self, position: int, separated: bool) -> _Read | None:
        """Numbers with what hangs on them, after a space; in a sequence, after a comma
        or semicolon too.
        """
        before = ""
        if separated and self._sign(position) in (",", ";"):
            before = self._sign(position)
            position += 1
        after = self._skip_space(position)
        if after > position:
            before += " "
        read = self._balanced(after, _PARENTHESES, _Reader._page)
        return (read[0], before + read[1], read[2]) if read else None

    def _balanced(
        self, position: int, pairs: Mapping[str, str], inner: _Inner
    ) -> _Read | None:
        """One or more of what `inner` reads, bare or in brackets."""
        start, text, numeric = position, "", False
        while position < len(self.tokens):
            sign = self._sign(position)
            read = (
                self._bracketed(position, pairs[sign], inner) if sign in pairs else None
            )
            if not read and not (sign and sign in (*pairs, *pairs.values())):
                read = inner(self, position)
            if not read:
                break
            position, part, like_number = read
            text += part
            numeric = numeric or like_number
        return (position, text, numeric) if position > start else None

    def _bracketed(self, position: int, close: str, inner: _Inner) -> _Read | None:
        opening = self._sign(position)
        read = (
            None
            if self._sign(position + 1) in ("(", ")", "[", "]", "{", "}")
            else inner(self, position + 1)
        )
        end, text, numeric = read or (position + 1, "", False)
        return (
            (end + 1, opening + text + close, numeric)
            if self._sign(end) == close
            else None
        )

    def _any(self, position: int) -> _Read | None:
        return (
            (position + 1, self.tokens[position].text, True)
            if position < len(self.tokens)
            else None
        )

    def _page(self, position: int) -> _Read | None:
        """`1`, `1.2.3`, `.2`; a period at the end is no part of it."""
        read = self._unit(position)
        end, text, numeric = read or (position, "", False)
        while self._sign(end) == ".":
            more = self._unit(end + 1)
            if not more:
                break
            end, text, numeric = more[0], f"{text}.{more[1]}", numeric or more[2]
        return (end, text, numeric) if end > position else None

    def _unit(self, position: int) -> _Read | None:
        """A Roman numeral, or whatever stands up to white space or punctuation."""
        if position >= len(self.tokens):
            return None
        first = self.tokens[position]
        if not first.marked and _ROMAN.match(first.text):
            return position + 1, first.text, True
        end = position
        while end < len(self.tokens) and self._in_unit(end):
            end += 1
        text = "".join(token.text for token in self.tokens[position:end])
        return (end, text, bool(_DIGIT.search(text))) if end > position else None

    def _in_unit(self, position: int) -> bool:
        token = self.tokens[position]
        if token.is_space or token.math:
            return False
        if token.text in _DASHES:
            return position > self.start and self._numeral(position + 1)
        return (
            not token.sign
            or token.sign in _IN_NUMBERS
            or category(token.sign)[0] != "P"
        )

    def _numeral(self, position: int) -> bool:
        """Whether a dash before `position` makes a range."""
        if position >= len(self.tokens):
            return False
        token = self.tokens[position]
        return not token.marked and bool(
            _DIGIT.search(token.text) or _ROMAN.match(token.text)
        )

    def _sign(self, position: int) -> str:
        return self.tokens[position].sign if position < len(self.tokens) else ""

    def _skip(self, position: int, sign: str) -> int:
        return position + (self._sign(position) == sign)

    def _skip_space(self, position: int) -> int:
        return position + (
            position < len(self.tokens) and self.tokens[position].is_space
        )


def _rest(suffix: RichText, tokens: list[Token], position: int) -> RichText:
    """What comes after the first `position` tokens."""
    if position >= len(tokens):
        return RichText()
    last = tokens[position - 1]
    node = suffix.nodes[last.node]
    left = (
        () if isinstance(node, Marked) or last.end == len(node) else (node[last.end :],)
    )
    return RichText((*left, *suffix.nodes[last.node + 1 :]))


def _set_off(suffix: RichText) -> RichText:
    """A suffix with the comma that parts it from the cite."""
    first = suffix.nodes[0] if suffix.nodes else " "
    if isinstance(first, str) and (first[0].isspace() or category(first[0])[0] == "P"):
        return suffix
    return (
        RichText((", ", *suffix.nodes))
        if isinstance(first, Marked)
        else RichText((", " + first, *suffix.nodes[1:]))
    )

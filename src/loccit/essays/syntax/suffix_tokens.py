"""The suffix of a cite in tokens: white space and punctuation other than a colon divide
it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from unicodedata import category

from loccit._startup.dataclass import dataclass
from loccit._startup.regex import regex
from loccit.model import Marked, RichText

#: What separates a locator from its cite.
SEPARATORS = (",", ";", "，", "、", "；")
_NOT_GLUED = (*SEPARATORS, "{")
#: A word and the digits that adjoin it.
_GLUED = regex(r"([^\W\d_]+)(\d.*)")


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a suffix: a character of white space or punctuation, a word, or a
    stretch with a mark.

    Attributes:
        node: the number of its node in the suffix.
        end: where it ends in that node.
        marked: whether it has a mark.
        math: whether that mark is maths.
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
        """The character that this token is, "" for other tokens."""
        return self.text if len(self.text) == 1 and not self.marked else ""


def cut(suffix: RichText) -> list[Token]:
    """Divide a suffix into tokens; white space in a row is one."""
    tokens: list[Token] = []
    for index, node in enumerate(suffix.nodes):
        if isinstance(node, Marked):
            math = node.mark.name == "math"
            tokens.append(Token(node.content.plain, index, 0, True, math))
            continue
        for token in _cut_text(node, index):
            if not (token.is_space and tokens and tokens[-1].is_space):
                tokens.append(token)
    return tokens


def without_glue(tokens: list[Token], words: Mapping[str, str]) -> list[Token]:
    """Separate a word at the beginning from the digits that adjoin it, "p46"."""
    for index, token in enumerate(tokens):
        if token.is_space or token.sign in _NOT_GLUED:
            continue
        found = None if token.marked else _GLUED.fullmatch(token.text)
        if not found or not _may_be_glued(found[1], words):
            return tokens
        word = Token(found[1], token.node, token.end - len(found[2]))
        number = Token(found[2], token.node, token.end)
        return [*tokens[:index], word, number, *tokens[index + 1 :]]
    return tokens


def _may_be_glued(word: str, words: Mapping[str, str]) -> bool:
    """Return whether a word before digits is a locator's; "S12" is a page of a
    supplement where S is not for pages.
    """
    term = words.get(word.casefold())
    if len(word) == 1 and word.isupper():
        return term == "page"
    return term is not None


def _cut_text(text: str, node: int) -> Iterator[Token]:
    start = 0
    for position, character in enumerate(text):
        if position < start or not _divides(character):
            continue
        if start < position:
            yield Token(text[start:position], node, position)
        sign = "---" if text.startswith("---", position) else character
        start = position + len(sign)
        yield Token(sign, node, start)
    if start < len(text):
        yield Token(text[start:], node, len(text))


def _divides(character: str) -> bool:
    return character.isspace() or (character != ":" and is_punctuation(character))


def is_punctuation(character: str) -> bool:
    """Return whether a character is punctuation, as Unicode has it."""
    return category(character).startswith("P")

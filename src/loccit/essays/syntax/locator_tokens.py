"""The pieces that a suffix is cut into where a locator is looked for."""

from __future__ import annotations

from unicodedata import category

from loccit._startup.dataclass import dataclass
from loccit.model import Marked, RichText


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

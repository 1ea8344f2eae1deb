"""The steps of plain text: citations, words, addresses, and code in backticks.

Formats whose markup is no part of their readable text read citations with it.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.essays.syntax import grammar
from loccit.essays.syntax.steps import Inline
from loccit.essays.syntax.unspaced import ends_word
from loccit.essays.text_range import TextRange

#: How a web address begins, with its scheme or as people type it: `example.org/@user`.
_WEB = r"(?:[A-Za-z][A-Za-z0-9+.-]{1,19}://|[\w-]{1,63}(?:\.[\w-]{1,63}){0,8}\.[A-Za-z]{2,63}/)"
_ADDRESS = regex(rf"{_WEB}[^\s<>\[\]\"]+|[\w.+-]+@(?=[^\W_])[\w-]+(?:\.[\w-]+)+")
_PLAIN = regex(rf"[^\W_]+(?:[ '’.-](?!{_WEB})[^\W_]+)*")
#: Code as Markdown has it, on one line, but not quotations that are typed ``so'' or
#: `so'.
_CODE = regex(r"(?<![`\w])(`{1,9})(?![`\s])[^\n]{1,200}?(?<![`\s])\1(?![`\w])")
_BRACKETS = regex(r"\[[^\[\]\n@]*\]")


class PlainInlines(TextRange):
    """The steps of one paragraph, `text[start:end]`."""

    def __init__(self, text: str, start: int, end: int) -> None:
        super().__init__(text, start, end)
        self.suffix_ends: dict[int, int] = {}
        self.keyless: set[int] = set()
        self._brackets: dict[int, Inline] = {}

    def run(self) -> Iterator[Inline]:
        """Yield every step."""
        position, word_end = self.start, -1
        while position < self.end:
            step = self.step(position, word_end)
            yield step
            position, word_end = step.end, max(word_end, step.word_end)

    def step(self, position: int, word_end: int) -> Inline:
        """Read the word, address or citation at `position`; else one character."""
        after_word = position == word_end
        address = None if after_word else self.end_of(_ADDRESS, position)
        word = address or self.end_of(_PLAIN, position)
        if word:
            word_end = word if ends_word(self.text[word - 1]) else -1
            return Inline(position, word, word_end)
        if self.text[position] != "[":
            return self._sign(position, after_word)
        if position not in self._brackets:
            self._brackets[position] = self._bracket(position)
        return self._brackets[position]

    def _sign(self, position: int, after_word: bool) -> Inline:
        """Read code, an escape, a citation in the sentence, or one character."""
        end = position + 1
        match self.text[position]:
            case "`":
                return Inline(position, self.end_of(_CODE, position) or end)
            case "\\" if self.has("@", end):
                return Inline(position, end + 1)
            case "@" | "-" if not after_word:
                found = grammar.narrative(self, position)
                return Inline(position, found.end if found else end, citation=found)
            case ".":
                return Inline(position, end, end)
            case _:
                return Inline(position, end)

    def _bracket(self, position: int) -> Inline:
        found = grammar.bracketed(self, position) or grammar.page_alone(self, position)
        if found:
            return Inline(position, found.end, citation=found)
        return Inline(position, self.end_of(_BRACKETS, position) or position + 1)

    def is_link(self, start: int, end: int) -> bool:
        """Return False: plain text has no links."""
        return False

    def is_reference(self, start: int, end: int) -> bool:
        """Return False: plain text has no links."""
        return False

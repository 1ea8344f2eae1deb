"""Emphasis and quotations: text between equal marks."""

from __future__ import annotations

from collections.abc import Callable

from loccit._startup.namedtuple import NamedTuple
from loccit.essays.formats.markdown.inline_scanner import SPACES, InlineScanner
from loccit.essays.syntax.steps import Inline

#: What can't follow an opening quotation mark.
_NO_QUOTE = ("", " ", "\t", "\n")
#: More marks than make italic and bold text open nothing.
_MOST_MARKS = 3


class _Emphasized(NamedTuple):
    """The steps in emphasis, its end, and where the last word in it ends."""

    steps: list[Inline]
    end: int
    word_end: int


class EmphasisScanner(InlineScanner):
    """Steps over emphasis and quotations.

    Emphasis is read from left to right, as pandoc does: marks that nothing closes are
    characters, and so are all that follow them.
    """

    def _quote(self, position: int, after_word: bool) -> Inline | None:
        """Read text between straight quotes; a quote after a word closes one, or is an
        apostrophe.
        """
        sign = self.text[position]
        if after_word or sign == self._quotes:
            return None
        if self.char(position + 1) in _NO_QUOTE:
            return None
        outer = self._quotes
        self._enter_quotes(sign)
        steps, end = self._until(position + 1, self._quote_closer(sign))
        self._enter_quotes(outer)
        if not steps or not self._closes_quote(sign, end):
            return None
        return self._enclosing(position, end + 1, steps)

    def _enter_quotes(self, sign: str) -> None:
        """Go on inside quotes of one sign, where it opens no others.  What is known of
        positions holds only there.
        """
        self._quotes = sign
        self.suffix_ends, self.keyless = self._known_in.setdefault(sign, ({}, set()))

    def _quote_closer(self, sign: str) -> Callable[[int], bool]:
        return lambda here: self._closes_quote(sign, here)

    def _closes_quote(self, sign: str, position: int) -> bool:
        if self.char(position) != sign:
            return False
        return sign == '"' or not self.char(position + 1).isalnum()

    def _emphasis(self, position: int, after_word: bool) -> Inline | None:
        mark = self.text[position]
        if after_word and mark == "_":
            return None
        start = position
        while self.char(start) == mark:
            start += 1
        if self.match(SPACES, start):
            return Inline(position, self._white_space(start).end)
        count = start - position
        if count > _MOST_MARKS:
            return Inline(position, start)
        found = self._strength(mark, count, start)
        return self._enclosing(position, found.end, found.steps, found.word_end)

    def _strength(
        self, mark: str, count: int, start: int, word_end: int = -1
    ) -> _Emphasized:
        """Read text after `count` marks."""
        if count == 1:
            steps, end = self._single(mark, start, word_end)
        else:
            closer = self._emphasis_closer(mark, count % 2 or 2)
            steps, end = self._until(start, closer, word_end)
        if self._closes_emphasis(mark, count, end):
            return _Emphasized(steps, end + count, end + count)
        if count == _MOST_MARKS:
            for closed in (2, 1):
                if self._closes_emphasis(mark, closed, end):
                    here = end + closed
                    rest = self._strength(mark, count - closed, here, here)
                    return rest._replace(steps=[*steps, *rest.steps])
        return _Emphasized(steps, end, steps[-1].word_end if steps else -1)

    def _single(self, mark: str, start: int, word_end: int) -> tuple[list[Inline], int]:
        """Read up to a single mark; a doubled one opens strong emphasis inside."""
        steps: list[Inline] = []
        closer = self._emphasis_closer(mark, 1)
        while True:
            more, end = self._until(start, closer, word_end)
            steps += more
            if not self._opens_strong(mark, end):
                return steps, end
            inside = self._strength(mark, 2, end + 2)
            start, word_end = inside.end, inside.word_end
            steps.append(self._enclosing(end, start, inside.steps, word_end))

    def _opens_strong(self, mark: str, position: int) -> bool:
        if not self.has(2 * mark, position):
            return False
        return not self._closes_emphasis(mark, 1, position + 2)

    def _emphasis_closer(self, mark: str, count: int) -> Callable[[int], bool]:
        return lambda here: self._closes_emphasis(mark, count, here)

    def _closes_emphasis(self, mark: str, count: int, position: int) -> bool:
        if not self.has(count * mark, position):
            return False
        return mark == "*" or not self.char(position + count).isalnum()

"""Emphasis and quotations: text between equal marks."""

from __future__ import annotations

from collections.abc import Callable

from loccit.essays.formats.markdown.inline_scanner import SPACES, InlineScanner
from loccit.essays.syntax.grammar import Inline

#: What can't follow an opening quotation mark.
_NO_QUOTE = ("", " ", "\t", "\n")
#: More marks than make italic and bold text open nothing.
_MOST_MARKS = 3


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
        following = self.text[position + 1 : min(position + 2, self.end)]
        if sign == self._quotes or following in _NO_QUOTE or after_word:
            return None
        outer = self._quotes
        self._enter_quotes(sign)
        children, end = self._until(position + 1, self._quote_closer(sign), -1)
        self._enter_quotes(outer)
        if not children or not self._closes_quote(sign, end):
            return None
        return self._enclosing(position, end + 1, children)

    def _enter_quotes(self, sign: str) -> None:
        """Go on inside quotes of one sign, where it opens no others.  What is known of
        positions holds only there.
        """
        self._quotes = sign
        self.suffix_ends, self.keyless = self._known_in.setdefault(sign, ({}, set()))

    def _quote_closer(self, sign: str) -> Callable[[int], bool]:
        return lambda here: self._closes_quote(sign, here)

    def _closes_quote(self, sign: str, position: int) -> bool:
        if position >= self.end or self.text[position] != sign:
            return False
        return sign == '"' or not self._is_followed_by_word(position + 1)

    def _emphasis(self, position: int, after_word: bool) -> Inline | None:
        mark = self.text[position]
        if mark == "_" and after_word:
            return None
        start = position
        while start < self.end and self.text[start] == mark:
            start += 1
        if SPACES.match(self.text, start, self.end):
            return Inline(position, self._white_space(start).end)
        if start - position > _MOST_MARKS:
            return Inline(position, start)
        children, end, word_end = self._strength(mark, start - position, start, -1)
        return self._enclosing(position, end, children, word_end)

    def _strength(
        self, mark: str, count: int, start: int, word_end: int
    ) -> tuple[list[Inline], int, int]:
        """Read text after `count` marks: its steps, its end, and where its last word
        ends.
        """
        if count == 1:
            children, end = self._single(mark, start, word_end)
        else:
            closer = self._emphasis_closer(mark, count % 2 or 2)
            children, end = self._until(start, closer, word_end)
        if self._closes_emphasis(mark, count, end):
            return children, end + count, end + count
        if count == _MOST_MARKS:
            for closed in (2, 1):
                if self._closes_emphasis(mark, closed, end):
                    here = end + closed
                    more, end, word_end = self._strength(mark, 3 - closed, here, here)
                    return [*children, *more], end, word_end
        return children, end, children[-1].word_end if children else -1

    def _single(self, mark: str, start: int, word_end: int) -> tuple[list[Inline], int]:
        """Read up to a single mark; a doubled one opens strong emphasis inside."""
        children: list[Inline] = []
        closer = self._emphasis_closer(mark, 1)
        while True:
            more, end = self._until(start, closer, word_end)
            children += more
            if not self._opens_strong(mark, end):
                return children, end
            inside, start, word_end = self._strength(mark, 2, end + 2, -1)
            children.append(self._enclosing(end, start, inside, word_end))

    def _opens_strong(self, mark: str, position: int) -> bool:
        after = position + 2
        if after > self.end or not self.text.startswith(2 * mark, position):
            return False
        return not self._closes_emphasis(mark, 1, after)

    def _emphasis_closer(self, mark: str, count: int) -> Callable[[int], bool]:
        return lambda here: self._closes_emphasis(mark, count, here)

    def _closes_emphasis(self, mark: str, count: int, position: int) -> bool:
        end = position + count
        if end > self.end or not self.text.startswith(count * mark, position):
            return False
        return mark == "*" or not self._is_followed_by_word(end)

    def _is_followed_by_word(self, position: int) -> bool:
        return position < self.end and self.text[position].isalnum()

"""What stands between equal marks: emphasis and quotations."""

from __future__ import annotations

from loccit.essays.formats.markdown.inline_scanner import SPACES, InlineScanner
from loccit.essays.syntax.grammar import Inline

_NO_QUOTE = ("", " ", "\t", "\n")


class EmphasisScanner(InlineScanner):
    """InlineScanner over emphasis, read from left to right as pandoc does (what never closes is
    taken literally, with all that follows), and over quotations.
    """

    def _quote(self, position: int, after_word: bool) -> Inline | None:
        """Text between straight quotes; one that follows a word is an apostrophe, or
        closes.
        """
        sign = self.text[position]
        following = self.text[position + 1 : min(position + 2, self.end)]
        if sign == self._quotes or following in _NO_QUOTE or after_word:
            return None
        outer = self._quotes
        self._quoted(sign)
        children, end = self._until(
            position + 1, lambda here: self._closes(sign, here), -1
        )
        self._quoted(outer)
        return (
            self._enclosing(position, end + 1, children, -1)
            if children and self._closes(sign, end)
            else None
        )

    def _quoted(self, sign: str) -> None:
        """Go on inside quotes, where the same sign opens none.  DefinedLabels about positions
        hold on one side only.
        """
        self._quotes = sign
        self.suffix_ends, self.keyless = self._known_in.setdefault(sign, ({}, set()))

    def _closes(self, sign: str, position: int) -> bool:
        end = position + 1
        if end > self.end or self.text[position] != sign:
            return False
        return sign == '"' or not self.text[end : min(end + 1, self.end)].isalnum()

    def _emphasis(self, position: int, after_word: bool) -> Inline | None:
        mark = self.text[position]
        if mark == "_" and after_word:
            return None
        start = position
        while start < self.end and self.text[start] == mark:
            start += 1
        count = start - position
        spaces = SPACES.match(self.text, start, self.end)
        if spaces:
            return Inline(position, self._white_space(start).end)
        if count > 3:
            return Inline(position, start)
        children, end, word_end = self._strength(mark, count, start, -1)
        return Inline(position, end, word_end, None, tuple(children))

    def _strength(
        self, mark: str, count: int, start: int, word_end: int
    ) -> tuple[list[Inline], int, int]:
        if count == 1:
            children, end = self._one(mark, start, word_end)
        else:
            children, end = self._until(
                start, lambda here: self._ends(mark, count % 2 or 2, here), word_end
            )
        if self._ends(mark, count, end):
            return children, end + count, end + count
        for closed in (2, 1) if count == 3 else ():
            if self._ends(mark, closed, end):
                more, close, word_end = self._strength(
                    mark, 3 - closed, end + closed, end + closed
                )
                return [*children, *more], close, word_end
        return (
            children,
            end,
            max((child.word_end for child in children[-1:]), default=-1),
        )

    def _one(self, mark: str, start: int, word_end: int) -> tuple[list[Inline], int]:
        """Up to a single mark; a doubled one opens strong emphasis inside."""
        children: list[Inline] = []
        while True:
            more, end = self._until(
                start, lambda here: self._ends(mark, 1, here), word_end
            )
            children += more
            if (
                not self.text.startswith(mark * 2, end)
                or end + 2 > self.end
                or self._ends(mark, 1, end + 2)
            ):
                return children, end
            inside, start, word_end = self._strength(mark, 2, end + 2, -1)
            children.append(Inline(end, start, word_end, None, tuple(inside)))

    def _ends(self, mark: str, count: int, position: int) -> bool:
        end = position + count
        if end > self.end or not self.text.startswith(mark * count, position):
            return False
        return mark == "*" or not self.text[end : min(end + 1, self.end)].isalnum()

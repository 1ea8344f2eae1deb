"""A text as the page's editor counts it.

The page counts units of UTF-16, as JavaScript does (ECMA-262, "The String Type"), and
every line end as one, as CodeMirror does.  The workspace counts characters of the file's
own text, which keeps its line ends: so what nobody touched is saved byte for byte.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from loccit._startup.regex import regex
from loccit.model import Edit, Span, apply_edits
from loccit.text_files.newlines import newline_of, with_newlines

#: What the page counts differently: a Windows line end is one, and a character beyond
#: the first plane of Unicode is two.
_UNLIKE = regex("\r\n|[\U00010000-\U0010ffff]")


class PageText:
    """The offsets of one text, in characters and as the page counts them.

    >>> text = PageText("a\\r\\n😀b")
    >>> text.shown, text.to_page(4), text.from_page(4)
    ('a\\n😀b', 4, 4)
    """

    def __init__(self, text: str) -> None:
        self.text = text
        #: Where something ends that counts differently, in characters and in the page.
        self._ends: list[int] = []
        self._page_ends: list[int] = []
        if _counts_alike(text):
            return
        shift = 0
        for found in _UNLIKE.finditer(text):
            shift += 1 if len(found[0]) == 1 else -1
            self._ends.append(found.end())
            self._page_ends.append(found.end() + shift)

    @property
    def shown(self) -> str:
        """The text as the page has it."""
        return with_newlines(self.text, "\n") if "\r" in self.text else self.text

    def to_page(self, offset: int) -> int:
        """Return the page's offset of a character."""
        if not self._ends:
            return offset
        before = bisect_right(self._ends, offset)
        return offset + self._shift(before)

    def from_page(self, offset: int) -> int:
        """Return the character at an offset of the page.

        An offset in the middle of a character is the character's.
        """
        before = bisect_right(self._page_ends, offset)
        character = offset - self._shift(before)
        start = self._start(before)
        return start if start is not None and start < character else character

    def _shift(self, count: int) -> int:
        """Return by how much the first `count` unlike places move what follows."""
        return self._page_ends[count - 1] - self._ends[count - 1] if count else 0

    def _start(self, number: int) -> int | None:
        """Return where the unlike place of that number begins."""
        if number == len(self._ends):
            return None
        end = self._ends[number]
        return end - 2 if self.text.startswith("\r\n", end - 2) else end - 1

    def edits_from_page(self, edits: Iterable[Edit]) -> list[Edit]:
        """Return the page's edits as edits of the text, with its own line ends.

        Args:
            edits: their spans count in the text as the page has it; none overlaps.
        """
        edits = list(edits)
        made = [
            Edit(
                Span(self.from_page(edit.span.start), self.from_page(edit.span.end)),
                with_newlines(edit.new, newline_of(self.text)),
            )
            for edit in edits
        ]
        return [self._whole(edits)] if self._joins_lines(made) else made

    def _joins_lines(self, made: Sequence[Edit]) -> bool:
        """Return whether edits may join a `\\r` and a `\\n` that were two line ends: the
        page would have a line more than the text.
        """
        if "\r" not in self.text:
            return False
        ends = [0, *(edit.span.end for edit in made)]
        return any(
            0 < edit.span.start == end or self._joins(edit)
            for edit, end in zip(made, ends, strict=False)
        )

    def _joins(self, edit: Edit) -> bool:
        before = self.text[max(edit.span.start - 1, 0) : edit.span.start]
        after = self.text[edit.span.end : edit.span.end + 1]
        around = before + edit.new + after
        return around.count("\r\n") > edit.new.count("\r\n")

    def _whole(self, edits: Sequence[Edit]) -> Edit:
        new = with_newlines(self._edited(edits), newline_of(self.text))
        return Edit(Span(0, len(self.text)), new)

    def _edited(self, edits: Sequence[Edit]) -> str:
        shown = PageText(self.shown)
        spans = [
            Span(shown.from_page(edit.span.start), shown.from_page(edit.span.end))
            for edit in edits
        ]
        made = [Edit(span, edit.new) for span, edit in zip(spans, edits, strict=True)]
        return apply_edits(shown.text, made)

    def edits_to_page(self, edits: Iterable[Edit]) -> list[Edit]:
        """Return edits of the text as the page counts them."""
        return [
            Edit(
                Span(self.to_page(edit.span.start), self.to_page(edit.span.end)),
                with_newlines(edit.new, "\n"),
            )
            for edit in edits
        ]

    @property
    def length(self) -> int:
        """How long the page has the text."""
        return self.to_page(len(self.text))


def _counts_alike(text: str) -> bool:
    """Return whether the page counts a text as we do; twenty times as quick as a look
    for each place, and true of most texts.
    """
    units = len(text.encode("utf-16-le", "surrogatepass")) // 2
    return units == len(text) and "\r\n" not in text

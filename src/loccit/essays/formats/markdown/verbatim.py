"""Constructs in which nothing is a citation: code, TeX, tags, addresses."""

from __future__ import annotations

import re

from loccit._startup.regex import regex
from loccit.essays.formats.markdown import html, tex
from loccit.essays.formats.markdown.block_context import BlockContext
from loccit.essays.formats.markdown.brackets import ATTRIBUTES
from loccit.essays.formats.markdown.markers import item_at
from loccit.essays.text_range import TextRange
from loccit.values.character_references import is_name

_BACKTICKS = regex(r"`+")
#: Where code may close, or where its paragraph (group 1) or list item ends.
_CODE_STOP = regex(r"`+|\n[ \t]*(?=(\n))|\n")
_CODE_FORMAT = regex(r"\{[ \t]*=[\w-]+[ \t]*\}")
_DISPLAY_MATH = regex(r"\$\$(?:[^$\n]|\$(?!\$)|\n(?![ \t]*\n))+\$\$")
#: A space after the opening or before the closing sign makes it a price, as does a
#: digit after the closing one.
_MATH = regex(
    r"\$(?![\s$])(?:[^\\ \t\n$]|\\text\{[^{}]*\}|\\[\s\S]|[ \t]+(?![ \t$\n])|[ \t]*\n(?![ \t]*(?:\n|\$)))+\$(?!\d)"
)
_CHARACTER = regex(r"&(?:#\d+|#[xX][0-9a-fA-F]+|([A-Za-z][A-Za-z0-9]*));")
_AUTOLINK = regex(
    r"<(?:[A-Za-z][A-Za-z0-9+.-]*:[^\s<>]*|[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)+)>"
)
_ESCAPE = regex(r"\\(?:[^\w\n]|_)")
#: Brackets, what may hide brackets, and a blank line, over which none reaches.
_BRACKET = regex(r"[\[\]`<\\$]|\n[ \t]*(?=\n)")


class Verbatim(TextRange):
    """The verbatim constructs of `text[start:end]`; each method finds the end of the
    construct at a position, None where there is none.
    """

    def __init__(
        self, text: str, start: int, end: int, context: BlockContext | None = None
    ) -> None:
        super().__init__(text, start, end)
        self.context = context or BlockContext()
        self._pairs: dict[int, int] | None = None
        # From where to where a run of backticks is known not to close.
        self._unclosed: dict[str, tuple[int, int]] = {}

    def within(self, start: int, end: int) -> Verbatim:
        """Return the same for a part of the text."""
        inner = Verbatim(self.text, start, end, self.context)
        inner._pairs = self._pairs
        return inner

    def opaque(self, position: int) -> int | None:
        """Find the end of what the backtick, `<`, `$` or backslash at `position`
        begins.
        """
        match self.text[position]:
            case "`":
                return self.code(position)
            case "<":
                return self.tag(position)
            case "$":
                return self.math(position)
            case _:
                return self.backslash(position)

    def code(self, position: int) -> int | None:
        """Code between equal runs of backticks, with its attributes."""
        opening = self.match(_BACKTICKS, position)
        if not opening:
            return None
        ticks, start = opening[0], opening.end()
        first, last = self._unclosed.get(ticks, (0, 0))
        if first <= start < last:
            return None
        for found in _CODE_STOP.finditer(self.text, start, self.end):
            if found[0] == ticks:
                return self._with_attributes(found.end())
            if self._ends_text(found):
                self._unclosed[ticks] = start, found.start()
                return None
        self._unclosed[ticks] = start, self.end
        return None

    def _ends_text(self, found: re.Match[str]) -> bool:
        """Return whether a blank line or another list item follows."""
        if found[1]:
            return True
        if found[0] != "\n" or not self.context.in_list:
            return False
        return item_at(self.text, found.end()) is not None

    def _with_attributes(self, position: int) -> int:
        """Find the end of the attributes or the format after a construct, if it has
        any.
        """
        end = self.end_of(_CODE_FORMAT, position)
        return end or self.end_of(ATTRIBUTES, position) or position

    def math(self, position: int) -> int | None:
        """TeX between dollar signs."""
        display = self.end_of(_DISPLAY_MATH, position)
        return display or self.end_of(_MATH, position)

    def character(self, position: int) -> int | None:
        """A character reference, `&amp;`."""
        found = self.match(_CHARACTER, position)
        if not found or (found[1] and not is_name(found[1])):
            return None
        return found.end()

    def backslash(self, position: int) -> int | None:
        """An escaped character, a hard line break, or a TeX command with its
        arguments.
        """
        escape = self.end_of(_ESCAPE, position)
        if escape:
            return escape
        if self.has("\\\n", position):
            return position + 1
        return tex.inline_end(self.text, position, self.end)

    def autolink(self, position: int) -> int | None:
        """An address in angle brackets."""
        end = self.end_of(_AUTOLINK, position)
        return (self.end_of(ATTRIBUTES, end) or end) if end else None

    def tag(self, position: int) -> int | None:
        """A tag within a line, or a comment."""
        if self.text.startswith(("<!", "<?"), position):
            return html.comment_end(self.text, position, self.end)
        tag = html.tag_at(self.text, position, self.end)
        if not tag or not html.is_inline_element(tag.name):
            return None
        if tag.closes:
            return tag.end if tag.name != self.context.element else None
        return tag.end if tag.name not in html.VERBATIM else None

    def span_tag(self, position: int) -> int | None:
        """An opening `<span>`."""
        tag = html.tag_at(self.text, position, self.end)
        if not tag or tag.closes or tag.name != "span":
            return None
        return tag.end

    def span_end(self, position: int) -> int | None:
        """A closing `</span>`."""
        return html.closing_tag_end(self.text, position, self.end, "span")

    def bracket_end(self, position: int) -> int | None:
        """A balanced pair of brackets in one paragraph; those in verbatim constructs
        don't count.
        """
        if self._pairs is None:
            self._pairs = self._match_brackets()
        end = self._pairs.get(position)
        return end if end is not None and end <= self.end else None

    def _match_brackets(self) -> dict[int, int]:
        """Map the position of each opening bracket to the end of its pair."""
        pairs: dict[int, int] = {}
        opened: list[int] = []
        here = self.start
        while found := _BRACKET.search(self.text, here, self.end):
            here = found.end()
            match found[0][0]:
                case "[":
                    opened.append(found.start())
                case "]":
                    if opened:
                        pairs[opened.pop()] = here
                case "\n":
                    opened.clear()
                case _:
                    here = self.opaque(found.start()) or here
        return pairs

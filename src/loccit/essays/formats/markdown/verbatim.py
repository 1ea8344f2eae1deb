"""What stands for itself in a run of Markdown, so that nothing in it is a citation:
code, TeX, tags, addresses.
"""

from __future__ import annotations

import re
from html.entities import html5

from loccit._startup.regex import regex
from loccit.essays.formats.markdown import html, tex
from loccit.essays.formats.markdown.block_context import BlockContext
from loccit.essays.formats.markdown.brackets import ATTRIBUTES
from loccit.essays.formats.markdown.markers import item_at

_BACKTICKS = regex(r"`+")
_CODE_FORMAT = regex(r"\{[ \t]*=[\w-]+[ \t]*\}")
_DISPLAY_MATH = regex(r"\$\$(?:[^$\n]|\$(?!\$)|\n(?![ \t]*\n))+\$\$")
_MATH = regex(
    r"\$(?![\s$])(?:[^\\ \t\n$]|\\text\{[^{}]*\}|\\[\s\S]|[ \t]+(?![ \t$\n])|[ \t]*\n(?![ \t]*(?:\n|\$)))+\$(?!\d)"
)
_CHARACTER = regex(r"&(?:#\d+|#[xX][0-9a-fA-F]+|([A-Za-z][A-Za-z0-9]*));")
_AUTOLINK = regex(
    r"<(?:[A-Za-z][A-Za-z0-9+.-]*:[^\s<>]*|[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)+)>"
)
_ESCAPE = regex(r"\\[^\w\n]")
_BRACKET = regex(r"[\[\]`<\\$]|\n[ \t]*(?=\n)")


class Verbatim:
    """The verbatim constructs of one text, up to `end`; each method gives a construct's
    end, 0 where there is none.
    """

    def __init__(
        self, text: str, start: int, end: int, context: BlockContext | None = None
    ) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.context = context or BlockContext()
        self._pairs: dict[int, int] | None = None
        self._unclosed: dict[
            str, tuple[int, int]
        ] = {}  # where marks are known not to close, from one to another

    def code(self, position: int) -> int:
        """Code between equal runs of backticks, with its attributes."""
        text = self.text
        opening = _BACKTICKS.match(text, position, self.end)
        if not opening:
            return 0
        ticks, start = opening[0], opening.end()
        first, last = self._unclosed.get(ticks, (0, 0))
        if first <= start < last:
            return 0
        stop = self.end
        for run in re.compile(r"`+|\n[ \t]*(?=(\n))|\n").finditer(
            text, start, self.end
        ):
            if run[0] == ticks:
                after = _CODE_FORMAT.match(
                    text, run.end(), self.end
                ) or ATTRIBUTES.match(text, run.end(), self.end)
                return after.end() if after else run.end()
            if run[1] or (
                run[0] == "\n" and self.context.in_list and self._item_starts(run.end())
            ):
                stop = run.start()
                break
        self._unclosed[ticks] = start, stop
        return 0

    def _item_starts(self, position: int) -> bool:
        return item_at(self.text, position) is not None

    def math(self, position: int) -> int:
        """TeX between dollar signs."""
        found = _DISPLAY_MATH.match(self.text, position, self.end) or _MATH.match(
            self.text, position, self.end
        )
        return found.end() if found else 0

    def character(self, position: int) -> int:
        """A character reference, `&amp;`."""
        found = _CHARACTER.match(self.text, position, self.end)
        if not found or (found[1] and f"{found[1]};" not in html5):
            return 0
        return found.end()

    def backslash(self, position: int) -> int:
        """An escaped character, a hard line break, or a TeX command with its arguments."""
        found = _ESCAPE.match(self.text, position, self.end)
        if found:
            return found.end()
        if self.text.startswith("\\\n", position) and position + 1 < self.end:
            return position + 1
        return tex.inline_end(self.text, position, self.end)

    def autolink(self, position: int) -> int:
        """An address in angle brackets."""
        found = _AUTOLINK.match(self.text, position, self.end)
        if not found:
            return 0
        attributes = ATTRIBUTES.match(self.text, found.end(), self.end)
        return attributes.end() if attributes else found.end()

    def tag(self, position: int) -> int:
        """A tag of running text, or a comment."""
        text, end = self.text, self.end
        if text.startswith(("<!", "<?"), position):
            return html.comment_end(text, position, end)
        found = html.tag_at(text, position, end)
        if (
            not found
            or not html.is_inline_tag(found[0])
            or (found[1] and found[0] == self.context.element)
        ):
            return 0
        return found[2] if found[1] or found[0] not in html.VERBATIM else 0

    def span_tag(self, position: int) -> int:
        """An opening `<span>`."""
        found = html.tag_at(self.text, position, self.end)
        return found[2] if found and found[0] == "span" and not found[1] else 0

    def span_end(self, position: int) -> int:
        """A closing `</span>`."""
        found = html.tag_at(self.text, position, self.end)
        return found[2] if found and found[0] == "span" and found[1] else 0

    def bracket_end(self, position: int) -> int:
        """The end of a balanced pair of brackets in one paragraph, what is verbatim
        left aside.
        """
        if self._pairs is None:
            self._pairs = self._match_brackets()
        end = self._pairs.get(position, 0)
        return end if end <= self.end else 0

    def _match_brackets(self) -> dict[int, int]:
        pairs: dict[int, int] = {}
        opened: list[int] = []
        here = self.start
        while found := _BRACKET.search(self.text, here, self.end):
            sign, here = found[0], found.end()
            if sign == "[":
                opened.append(found.start())
            elif sign == "]":
                if opened:
                    pairs[opened.pop()] = here
            elif sign[0] == "\n":
                opened.clear()
            else:
                here = self._opaque(sign, found.start()) or here
        return pairs

    def within(self, start: int, end: int) -> Verbatim:
        """The same for a part of the text."""
        inner = Verbatim(self.text, start, end, self.context)
        inner._pairs = self._pairs
        return inner

    def _opaque(self, sign: str, position: int) -> int:
        if sign == "`":
            return self.code(position)
        if sign == "<":
            return self.tag(position)
        if sign == "$":
            return self.math(position)
        return self.backslash(position)

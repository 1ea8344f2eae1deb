"""The markup of prefixes and suffixes: Markdown to RichText, what is not plainly
understood verbatim.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

from loccit._startup.regex import regex
from loccit.essays.formats.markdown.block_context import BlockContext
from loccit.essays.formats.markdown.defined_labels import DefinedLabels
from loccit.essays.formats.markdown.inlines import MarkdownInlines
from loccit.essays.syntax.grammar import Inline
from loccit.model import Mark, RichText

_ITALIC, _BOLD = Mark("font-style", "italic"), Mark("font-weight", "bold")
_RAW = Mark("raw", "markdown")
_ENCLOSED = {
    "*": (_ITALIC,),
    "_": (_ITALIC,),
    "**": (_BOLD,),
    "__": (_BOLD,),
    "***": (_ITALIC, _BOLD),
    "___": (_ITALIC, _BOLD),
    "^": (Mark("vertical-align", "sup"),),
    "~": (Mark("vertical-align", "sub"),),
}
_SPAN = {
    "{.smallcaps}": Mark("font-variant", "small-caps"),
    "{.underline}": Mark("text-decoration", "underline"),
    "{.ul}": Mark("text-decoration", "underline"),
}
_CODE = regex(r"(`+)(.*)\1\Z", re.DOTALL)
_MATH = regex(r"(\$\$?)(.*)\1\Z", re.DOTALL)
_LINK = regex(r"\(<?([^\s<>\"()]+)>?\)\Z")


class AffixReader:
    """Reads affixes of one mapped's text."""

    def __init__(self, text: str, labels: DefinedLabels, context: BlockContext) -> None:
        self.text = text
        self.labels = labels
        self.context = context

    def read(self, start: int, end: int) -> RichText:
        """The markup of `text[start:end]`."""
        if self.text[start:end].isalnum():
            return RichText.of(self.text[start:end])
        steps, stop = MarkdownInlines(
            self.text, start, end, self.labels, self.context
        ).run()
        return _joined([*(self._step(step) for step in steps), self._raw(stop, end)])

    def _step(self, step: Inline) -> RichText:
        source = self.text[step.start : step.end]
        sign = source[0]
        if (
            step.citation
        ):  # a citation holds no other: its characters, which the output escapes
            return RichText.of(" ".join(source.split("\n")))
        if step.children:
            return self._enclosed(step, source)
        if step.inner:
            return self._bracketed(step, source)
        if sign == "\\":
            plain = len(source) == 2 and not source[1].isalnum()
            return (
                RichText.of("\u00a0" if source == "\\ " else source[1])
                if plain
                else self._raw(step.start, step.end)
            )
        if sign == "&" and len(source) > 1:
            return RichText.of(html.unescape(source))
        if sign == "`" and (code := _CODE.match(source)) and len(source) > 1:
            return RichText.of(code[2].strip()).marked(Mark("code"))
        if sign == "$" and (math := _MATH.match(source)) and len(source) > 1:
            return RichText.of(math[2].strip()).marked(
                Mark("math", "display" if math[1] == "$$" else "inline")
            )
        if sign in "<[`" and len(source) > 1:
            return self._raw(step.start, step.end)
        return RichText.of(" ".join(source.split("\n")) if source.strip() else " ")

    def _enclosed(self, step: Inline, source: str) -> RichText:
        """Emphasis and the like; what opens and never closes is characters."""
        first, last = step.children[0].start, step.children[-1].end
        opening, closing = self.text[step.start : first], self.text[last : step.end]
        inside = [self._step(child) for child in step.children]
        if opening == closing and opening in _ENCLOSED:
            content = _joined(inside)
            for mark in _ENCLOSED[opening]:
                content = content.marked(mark)
            return content
        if (opening == closing and opening in ("'", '"')) or not closing:
            return _joined([RichText.of(opening), *inside, RichText.of(closing)])
        return self._raw(step.start, step.end)

    def _bracketed(self, step: Inline, source: str) -> RichText:
        start, end, _ = step.inner[0]
        if source[0] in ("^", "~") and start == step.start + 1:
            return self.read(start, end).marked(*_ENCLOSED[source[0]])
        after = self.text[end + 1 : step.end]
        if source[0] != "[" or start != step.start + 1:
            return self._raw(step.start, step.end)
        if not after:
            return _joined([RichText.of("["), self.read(start, end), RichText.of("]")])
        link = _LINK.match(after)
        mark = Mark("link", link[1]) if link else _SPAN.get(after)
        return (
            self.read(start, end).marked(mark)
            if mark
            else self._raw(step.start, step.end)
        )

    def _raw(self, start: int, end: int) -> RichText:
        return RichText.of(self.text[start:end]).marked(_RAW)


def _joined(texts: Iterable[RichText]) -> RichText:
    """Texts in a row, neighbouring strings made one."""
    nodes: list[str] = []
    result = RichText()
    for text in texts:
        for node in text.nodes:
            if isinstance(node, str):
                nodes.append(node)
            else:
                result += RichText.of("".join(nodes)) + RichText((node,))
                nodes.clear()
    return result + RichText.of("".join(nodes))

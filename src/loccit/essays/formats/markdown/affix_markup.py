"""The markup of prefixes and suffixes: Markdown to RichText; what is not surely
understood stays verbatim.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from loccit._startup.regex import regex
from loccit.essays.formats.markdown.block_context import BlockContext
from loccit.essays.formats.markdown.defined_labels import DefinedLabels
from loccit.essays.formats.markdown.inlines import MarkdownInlines
from loccit.essays.syntax.cross_references import has_prefix
from loccit.essays.syntax.quotes import CURLY_QUOTES
from loccit.essays.syntax.steps import Inline
from loccit.model import Mark, RichText
from loccit.values.character_references import unescape

_ITALIC = Mark("font-style", "italic")
_BOLD = Mark("font-weight", "bold")
_RAW = Mark("raw", "markdown")
_ENCLOSED = {
    "*": [_ITALIC],
    "_": [_ITALIC],
    "**": [_BOLD],
    "__": [_BOLD],
    "***": [_ITALIC, _BOLD],
    "___": [_ITALIC, _BOLD],
}
_RAISED = {
    "^": Mark("vertical-align", "sup"),
    "~": Mark("vertical-align", "sub"),
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
    """Reads the affixes in one text."""

    def __init__(self, text: str, labels: DefinedLabels, context: BlockContext) -> None:
        self._text = text
        self._labels = labels
        self._context = context

    def read(self, start: int, end: int) -> RichText:
        """Read the markup of `text[start:end]`."""
        source = self._text[start:end]
        if source.isalnum():
            return RichText.of(source)
        inlines = MarkdownInlines(self._text, start, end, self._labels, self._context)
        steps, stop = inlines.run()
        texts = [self._read_step(step) for step in steps]
        return _joined([*texts, self._raw(stop, end)])

    def _read_step(self, step: Inline) -> RichText:
        source = self._text[step.start : step.end]
        if step.citation and all(has_prefix(each.key) for each in step.citation.cites):
            return self._raw(step.start, step.end)
        if step.citation:
            # A citation holds no other: these are characters, which the output escapes.
            return _characters(source)
        if step.children:
            return self._read_enclosed(step)
        if step.inner:
            return self._read_brackets(step)
        return self._read_leaf(source, step)

    def _read_enclosed(self, step: Inline) -> RichText:
        """Read emphasis and the like; a sign that nothing closes is a character."""
        first, last = step.children[0].start, step.children[-1].end
        opening = self._text[step.start : first]
        closing = self._text[last : step.end]
        inside = [self._read_step(child) for child in step.children]
        if opening == closing and opening in _ENCLOSED:
            content = _joined(inside)
            for mark in _ENCLOSED[opening]:
                content = content.marked(mark)
            return content
        if opening == closing and opening in CURLY_QUOTES:
            opening, closing = CURLY_QUOTES[opening]
            return _joined([RichText.of(opening), *inside, RichText.of(closing)])
        if not closing:
            return _joined([RichText.of(opening), *inside, RichText.of(closing)])
        return self._raw(step.start, step.end)

    def _read_brackets(self, step: Inline) -> RichText:
        """Read links, spans, superscript and subscript."""
        start, end, _ = step.inner[0]
        sign = self._text[step.start]
        if start != step.start + 1 or (sign != "[" and sign not in _RAISED):
            return self._raw(step.start, step.end)
        if sign in _RAISED:
            return self.read(start, end).marked(_RAISED[sign])
        after = self._text[end + 1 : step.end]
        if not after:
            return _joined([RichText.of("["), self.read(start, end), RichText.of("]")])
        link = _LINK.match(after)
        mark = Mark("link", link[1]) if link else _SPAN.get(after)
        if mark is None:
            return self._raw(step.start, step.end)
        return self.read(start, end).marked(mark)

    def _read_leaf(self, source: str, step: Inline) -> RichText:
        """Read a construct without others in it."""
        match source[0]:
            case "\\":
                return self._read_escape(source, step)
            case "&" if len(source) > 1:
                return RichText.of(unescape(source))
            case "`" | "$" if found := _CODE.match(source) or _MATH.match(source):
                return RichText.of(found[2].strip()).marked(_verbatim_mark(found[1]))
            case "<" | "[" | "`" | "{" | "%" if len(source) > 1:
                return self._raw(step.start, step.end)
            case _:
                return _characters(source) if source.strip() else RichText.of(" ")

    def _read_escape(self, source: str, step: Inline) -> RichText:
        """Read an escaped character; a space is one that does not break."""
        if len(source) != len("\\") + 1 or source[1].isalnum():
            return self._raw(step.start, step.end)
        return RichText.of("\u00a0" if source[1] == " " else source[1])

    def _raw(self, start: int, end: int) -> RichText:
        return RichText.of(self._text[start:end]).marked(_RAW)


def _verbatim_mark(signs: str) -> Mark:
    """Return the mark of what is between backticks or dollar signs."""
    if signs[0] == "`":
        return Mark("code")
    return Mark("math", "display" if signs == "$$" else "inline")


def _characters(source: str) -> RichText:
    return RichText.of(source.replace("\n", " "))


def _joined(texts: Iterable[RichText]) -> RichText:
    """Join texts; strings side by side become one."""
    strings: list[str] = []
    result = RichText()
    for text in texts:
        for node in text.nodes:
            if isinstance(node, str):
                strings.append(node)
            else:
                result += RichText.of("".join(strings)) + RichText((node,))
                strings.clear()
    return result + RichText.of("".join(strings))

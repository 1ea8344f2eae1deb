"""Markdown as readers see it: the text without its markup.

Links and emphasis are their text, code and maths what is between their signs, escapes
and character references the characters that they stand for; tags, TeX commands and
footnotes' marks are nothing.  Citations stay as they are typed.
"""

from __future__ import annotations

import html
from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.essays.formats.markdown.blocks import BlockStructure
from loccit.essays.formats.markdown.inlines import MarkdownInlines
from loccit.essays.formats.markdown.scan import inlines_of
from loccit.essays.mapped_text import MappedText, Piece
from loccit.essays.syntax.steps import Inline

#: Signs that enclose text and are markup; straight quotes are part of the text.
_EMPHASIS = ("*", "_", "~")
#: The text in verbatim constructs, by their first sign.  Raw code (`x`{=html}) and tags
#: have none.
_CONTENTS = {
    "`": regex(r"(`+)\s*(?P<content>(?:.|\n)+?)\s*(?<!`)\1(?!`|\{[ \t]*=)"),
    "$": regex(r"(\$\$?)(?P<content>(?:.|\n)+)\1"),
    "<": regex(r"<(?P<content>[^\s<>]+[:@][^\s<>]*)>"),
}


def readable_paragraphs(structure: BlockStructure) -> Iterator[MappedText]:
    """Yield the readable text of every run, and of the inline notes in it after it."""
    for run in structure.runs:
        reader = _Reader(run.mapped)
        reader.read(inlines_of(run, structure))
        yield from reader.texts()


class _Reader:
    """Collects the readable text of one run."""

    def __init__(self, mapped: MappedText) -> None:
        self._mapped = mapped
        self._pieces: list[Piece] = []
        self._notes: list[MappedText] = []

    def texts(self) -> Iterator[MappedText]:
        """Yield the text of the run, then those of its notes."""
        yield MappedText.join(self._pieces, self._mapped.part).trimmed()
        yield from self._notes

    def read(self, inlines: MarkdownInlines) -> None:
        """Read all steps."""
        self._read_steps(inlines, inlines.run()[0])

    def _read_steps(self, inlines: MarkdownInlines, steps: list[Inline]) -> None:
        for step in steps:
            if step.citation:
                self._keep(step.start, step.end)
            elif step.note is not None:
                self._read_note(inlines, step)
            elif step.children:
                self._read_enclosed(inlines, step)
            elif step.inner:
                self._read_brackets(inlines, step)
            else:
                self._read_leaf(inlines.text, step)

    def _read_note(self, inlines: MarkdownInlines, step: Inline) -> None:
        """Read an inline note as a text of its own; a mark is nothing."""
        for inner in step.inner:
            reader = _Reader(self._mapped)
            reader.read(inlines.inside(inner))
            self._notes += reader.texts()

    def _read_enclosed(self, inlines: MarkdownInlines, step: Inline) -> None:
        """Read emphasis, quotations and spans; signs that nothing closes are text."""
        first, last = step.children[0].start, step.children[-1].end
        sign = inlines.text[step.start]
        is_text = last == step.end or sign not in (*_EMPHASIS, "<")
        if is_text:
            self._keep(step.start, first)
        self._read_steps(inlines, [*step.children])
        if is_text:
            self._keep(last, step.end)

    def _read_brackets(self, inlines: MarkdownInlines, step: Inline) -> None:
        """Read the text of links, images, spans, superscript and subscript; brackets
        that are none of these are text.
        """
        if not _is_plain(inlines, step):
            self.read(inlines.inside(step.inner[0]))
            return
        done = step.start
        for inner in step.inner:
            self._keep(done, inner.start)
            self.read(inlines.inside(inner))
            done = inner.end
        self._keep(done, step.end)

    def _read_leaf(self, text: str, step: Inline) -> None:
        """Read a construct without others in it."""
        start, end = step.start, step.end
        sign = text[start]
        is_line_break = sign == "\\" and text.startswith("\n", end)
        if end - start == 1 and not is_line_break:
            self._keep(start, end)
        elif sign == "\\":
            self._read_escape(text, step)
        elif sign == "&":
            self._put(html.unescape(text[start:end]), start, end)
        elif sign in _CONTENTS:
            found = _CONTENTS[sign].match(text, start, end)
            if found:
                self._keep(*found.span("content"))
        else:
            self._keep(start, end)

    def _read_escape(self, text: str, step: Inline) -> None:
        """Read an escaped character; a space is one that does not break.  TeX commands
        and the backslash of a line break are nothing.
        """
        escaped = text[step.start + 1 : step.end]
        if len(escaped) == 1 and not escaped.isalnum():
            character = "\u00a0" if escaped == " " else escaped
            self._put(character, step.start, step.end)

    def _keep(self, start: int, end: int) -> None:
        """Add characters as they are."""
        self._pieces += self._mapped.pieces(start, end)

    def _put(self, text: str, start: int, end: int) -> None:
        """Add text that stands for other characters."""
        span = self._mapped.span(start, end)
        self._pieces.append(Piece(text, span.start, span.end))


def _is_plain(inlines: MarkdownInlines, step: Inline) -> bool:
    """Return whether brackets are characters: nothing that follows makes a link or a
    span of them, and they name no label that is defined.
    """
    inner = step.inner[0]
    sign = inlines.text[step.start]
    if sign == "!":
        return inner.start == step.start + 1
    if sign != "[":
        return False
    if inner.end + 1 == step.end:
        return not inlines.is_reference(step.start, step.end)
    return len(step.inner) > 1

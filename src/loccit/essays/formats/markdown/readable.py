"""Markdown as readers see it: the text without its markup.

Links and emphasis are their text, code and maths what is between their signs, escapes
and character references the characters that they stand for; tags, TeX commands and
footnotes' marks are nothing.  Citations stay as they are typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.essays.formats.markdown.blocks import BlockStructure, Run
from loccit.essays.formats.markdown.inlines import MarkdownInlines
from loccit.essays.formats.markdown.scan import inlines_of
from loccit.essays.mapped_text import MappedText, Piece
from loccit.essays.paragraph import Mark, MarkKind, Paragraph, ParagraphKind
from loccit.essays.syntax.steps import Inline
from loccit.values.character_references import unescape

#: Signs that enclose text and are markup; straight quotes are part of the text.
_EMPHASIS = ("*", "_", "~")
#: As many signs open emphasis that is also strong.
_BOTH = 3
#: The text in verbatim constructs, by their first sign.  Raw code (`x`{=html}) and tags
#: have none.
_CONTENTS = {
    "`": regex(r"(`+)\s*(?P<content>(?:.|\n)+?)\s*(?<!`)\1(?!`|\{[ \t]*=)"),
    "$": regex(r"(\$\$?)(?P<content>(?:.|\n)+)\1"),
    "<": regex(r"<(?P<content>[^\s<>]+[:@][^\s<>]*)>"),
}
#: Tags that do what emphasis and links do.
_TAG = regex(r"<(/?)(i|em|cite|b|strong|sup|sub|code|a)\b", re.IGNORECASE)
_HREF = regex(r"\bhref\s*=\s*[\"']?([^\s\"'>]*)", re.IGNORECASE)
_TAG_MARKS: dict[str, MarkKind] = {
    "i": "emphasis",
    "em": "emphasis",
    "cite": "emphasis",
    "b": "strong",
    "strong": "strong",
    "sup": "superscript",
    "sub": "subscript",
    "code": "code",
    "a": "link",
}
_VERBATIM_MARKS: dict[str, MarkKind] = {"`": "code", "$": "math", "<": "link"}
_BRACKET_MARKS: dict[str, MarkKind] = {
    "[": "link",
    "!": "image",
    "^": "superscript",
    "~": "subscript",
}
_ADDRESS = regex(r"\]\(\s*(?:<([^<>\n]*)>|([^\s()]*(?:\([^\s()]*\)[^\s()]*)*))")


def readable_paragraphs(structure: BlockStructure) -> Iterator[Paragraph]:
    """Yield the readable text of every run, and of the inline notes in it after it."""
    for run in structure.runs:
        reader = _Reader(run.mapped)
        reader.read(inlines_of(run, structure))
        yield reader.paragraph(run)
        yield from reader.notes


def _kind(run: Run) -> ParagraphKind:
    context = run.context
    if context.heading:
        return "heading"
    if run.note:
        return "note"
    if context.in_cell:
        return "cell"
    return "item" if context.in_list else "paragraph"


class _OpenTag(NamedTuple):
    """A tag that is not closed yet.

    Attributes:
        start: where its text begins in what readers see.
        begin: where the tag begins in the run.
    """

    kind: MarkKind
    start: int
    begin: int
    target: str = ""


class _Reader:
    """Collects the readable text of one run.

    Attributes:
        notes: the inline notes in it.
    """

    def __init__(self, mapped: MappedText) -> None:
        self.notes: list[Paragraph] = []
        self._mapped = mapped
        self._pieces: list[Piece] = []
        self._length = 0
        self._marks: list[Mark] = []
        self._open_tags: list[_OpenTag] = []

    def paragraph(self, run: Run) -> Paragraph:
        """Return the text of the run."""
        context = run.context
        mapped, marks = self._read_text()
        return Paragraph(
            mapped,
            _kind(run),
            context.heading,
            run.marker,
            context.in_quote,
            run.in_fixed_width_table,
            marks,
        )

    def _note(self) -> Paragraph:
        """Return the text as one of an inline note."""
        mapped, marks = self._read_text()
        return Paragraph(mapped, "note", marks=marks)

    def _read_text(self) -> tuple[MappedText, tuple[Mark, ...]]:
        """Return the text without white space around it, and the marks in it."""
        whole = MappedText.join(self._pieces, self._mapped.part)
        space = len(whole.text) - len(whole.text.lstrip())
        trimmed = whole.trimmed()
        length = len(trimmed.text)
        marks = [
            mark._replace(start=mark.start - space, end=min(mark.end - space, length))
            for mark in self._marks
            if space <= mark.start < mark.end
        ]
        marks.sort(key=lambda mark: (mark.start, -mark.end))
        return trimmed, tuple(marks)

    def _mark(
        self, kind: MarkKind, start: int, markup: tuple[int, int], target: str = ""
    ) -> None:
        """Note that the text from `start` to here is set apart.

        Args:
            markup: where its markup begins and ends in the run.
        """
        whole = self._mapped.span(*markup)
        self._marks.append(Mark(kind, start, self._length, target, whole))

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
            self.notes += [reader._note(), *reader.notes]

    def _read_enclosed(self, inlines: MarkdownInlines, step: Inline) -> None:
        """Read emphasis, quotations and spans; signs that nothing closes are text."""
        first, last = step.children[0].start, step.children[-1].end
        sign = inlines.text[step.start]
        is_text = last == step.end or (sign not in _EMPHASIS and sign != "<")
        if is_text:
            self._keep(step.start, first)
        start = self._length
        self._read_steps(inlines, [*step.children])
        if is_text:
            self._keep(last, step.end)
        elif sign in "*_":
            markup = step.start, step.end
            is_strong = first - step.start > 1
            self._mark("strong" if is_strong else "emphasis", start, markup)
            if first - step.start == _BOTH:
                self._mark("emphasis", start, markup)

    def _read_brackets(self, inlines: MarkdownInlines, step: Inline) -> None:
        """Read the text of links, images, spans, superscript and subscript; brackets
        that are none of these are text.
        """
        if not _is_plain(inlines, step):
            start = self._length
            self.read(inlines.inside(step.inner[0]))
            self._mark_brackets(inlines.text, step, start)
            return
        done = step.start
        for inner in step.inner:
            self._keep(done, inner.start)
            self.read(inlines.inside(inner))
            done = inner.end
        self._keep(done, step.end)

    def _mark_brackets(self, text: str, step: Inline, start: int) -> None:
        """Note a link, an image, superscript, subscript, or a span with attributes."""
        close = step.inner[0].end
        if text[step.start] == "[" and text.startswith("]{", close):
            self._mark("span", start, (step.start, step.end))
            return
        found = _ADDRESS.match(text, close, step.end)
        target = (found[1] or found[2]) if found else ""
        kind = _BRACKET_MARKS[text[step.start]]
        self._mark(kind, start, (step.start, step.end), target)

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
            self._put(unescape(text[start:end]), start, end)
        elif sign in _CONTENTS:
            self._read_verbatim(text, step)
        elif sign in "{%":
            return  # Liquid, shortcodes and comments are nothing
        else:
            self._keep(start, end)

    def _read_verbatim(self, text: str, step: Inline) -> None:
        """Read code, maths, an address or a tag."""
        sign = text[step.start]
        found = _CONTENTS[sign].match(text, step.start, step.end)
        start = self._length
        if found:
            self._keep(*found.span("content"))
            target = found["content"] if sign == "<" else ""
            kind = _VERBATIM_MARKS[sign]
            self._mark(kind, start, (step.start, step.end), target)
        elif tag := _TAG.match(text, step.start):
            kind = _TAG_MARKS[tag[2].lower()]
            if tag[1]:
                self._close_tag(kind, step)
            else:
                href = _HREF.search(text, step.start, step.end)
                target = unescape(href[1]) if href else ""
                opened = _OpenTag(kind, self._length, step.start, target)
                self._open_tags.append(opened)

    def _close_tag(self, kind: MarkKind, step: Inline) -> None:
        """Note what a tag sets apart; one that nothing closes is nothing."""
        while self._open_tags:
            opened = self._open_tags.pop()
            if opened.kind == kind:
                markup = opened.begin, step.end
                self._mark(kind, opened.start, markup, opened.target)
                return

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
        self._length += end - start

    def _put(self, text: str, start: int, end: int) -> None:
        """Add text that stands for other characters."""
        span = self._mapped.span(start, end)
        self._pieces.append(Piece(text, span.start, span.end))
        self._length += len(text)


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

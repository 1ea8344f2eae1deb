"""The inline structure of Markdown: one step over the construct at a position.

Only what decides about citations is distinguished: what is verbatim (code, TeX, HTML
tags, addresses), what encloses other text (emphasis, quotes, brackets), and where a run
of text ends.  The order in which constructs are tried is pandoc's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from loccit._startup.regex import regex
from loccit.essays.formats.markdown import brackets, html
from loccit.essays.formats.markdown.emphasis import EmphasisScanner
from loccit.essays.syntax import grammar
from loccit.essays.syntax.grammar import Inline, InnerText

#: A web address up to a handle, and the end of what may precede it.
_ADDRESS = regex(r"(?:.*[^\w@{])?(?:https?|ftp)://[^\s<>\[\]()\"'{};]*", re.DOTALL)
_LONGEST_ADDRESS = 300
_LONGEST_SCHEME = len("https")
_EXAMPLE = regex(r"@[^\W_]*(?:[_-][^\W_]+)*")
_UNSPACED = {
    "^": regex(r"\^((?:\\.|[^ \t\n\\^])*)\^"),
    "~": regex(r"~((?:\\.|[^ \t\n\\~])*)~"),
}
_SPACED_STRIKEOUT = regex(r"[ \t]+~~")

#: How deep brackets in brackets are read for citations.
_DEEPEST = 60


class MarkdownInlines(EmphasisScanner):
    """The steps of one run of Markdown, `text[start:end]`."""

    def inside(self, inner: InnerText) -> MarkdownInlines:
        """Return the steps of a part of this text."""
        return MarkdownInlines(
            self.text,
            inner.start,
            inner.end,
            self.labels,
            self.context,
            inner.links,
            self,
        )

    def is_link(self, start: int, end: int) -> bool:
        """Return whether an address, attributes, or a second pair of brackets follows
        brackets.
        """
        sign = self.text[end : min(end + 1, self.end)]
        if sign == "(":
            return brackets.source_end(self.text, end, self.end) is not None
        if sign == "{":
            return self._attributes_end(end) is not None
        if sign != "[" or self._note_at(end):
            return False
        return self._verbatim.bracket_end(end) is not None

    def is_reference(self, start: int, end: int) -> bool:
        """Return whether the text in brackets is the label of a link definition."""
        return self.labels.has_link(self.text[start + 1 : end - 1])

    def _note_at(self, position: int) -> re.Match[str] | None:
        return brackets.NOTE.match(self.text, position, self.end)

    def _attributes_end(self, position: int) -> int | None:
        found = brackets.ATTRIBUTES.match(self.text, position, self.end)
        return found.end() if found else None

    def _begins(self, position: int, after_word: bool) -> Inline | None:
        reader = _READERS.get(self.text[position])
        return reader(self, position, after_word) if reader else None

    # What each character may begin.

    def _backslash(self, position: int, after_word: bool) -> Inline | None:
        return _leaf(position, self._verbatim.backslash(position))

    def _code(self, position: int, after_word: bool) -> Inline | None:
        return _leaf(position, self._verbatim.code(position))

    def _math(self, position: int, after_word: bool) -> Inline | None:
        return _leaf(position, self._verbatim.math(position))

    def _character_reference(self, position: int, after_word: bool) -> Inline | None:
        return _leaf(position, self._verbatim.character(position))

    def _tag(self, position: int, after_word: bool) -> Inline | None:
        address = self._verbatim.autolink(position) if self.links else None
        if address:
            return Inline(position, address)
        span = self._html_span(position)
        return span or _leaf(position, self._verbatim.tag(position))

    def _html_span(self, position: int) -> Inline | None:
        opening = self._verbatim.span_tag(position)
        if not opening or html.last(self.text, "</") < position:
            return None
        children, end = self._until(opening, self._closes_span, -1)
        close = self._verbatim.span_end(end) if end < self.end else None
        return self._enclosing(position, close, children) if close else None

    def _closes_span(self, position: int) -> bool:
        return self._verbatim.span_end(position) is not None

    def _key(self, position: int, after_word: bool) -> Inline | None:
        if not after_word and not self._is_in_address(position):
            found = grammar.narrative(self, position)
            if found and found.cites[0].key not in self.labels.examples:
                return Inline(position, found.end, citation=found)
        if self.text[position] == "-":
            return None
        example = _EXAMPLE.match(self.text, position, self.end)
        return Inline(position, example.end()) if example else None

    def _is_in_address(self, position: int) -> bool:
        """Return whether a web address leads up to `position`: a handle in it is no
        key.
        """
        first = max(self.start, position - _LONGEST_ADDRESS)
        colon = self.text.rfind("://", first, position)
        if colon < 0:
            return False
        start = max(self.start, colon - _LONGEST_SCHEME)
        return bool(_ADDRESS.fullmatch(self.text, start, position))

    def _dash(self, position: int, after_word: bool) -> Inline | None:
        found = self._key(position, after_word)
        if found:
            return found
        for dash in ("---", "--"):
            if self.text.startswith(dash, position, self.end):
                return Inline(position, position + len(dash))
        return None

    def _dots(self, position: int, after_word: bool) -> Inline | None:
        is_ellipsis = self.text.startswith("...", position, self.end)
        return Inline(position, position + 3) if is_ellipsis else None

    def _bracket(self, position: int, after_word: bool) -> Inline | None:
        note = self._note_at(position)
        if note:
            return Inline(position, note.end(), note=note[1])
        found = grammar.bracketed(self, position)
        if found is None and self.links:
            found = grammar.page_alone(self, position)
        if found:
            return Inline(position, found.end, citation=found)
        return self._brackets(position, position)

    def _image(self, position: int, after_word: bool) -> Inline | None:
        if not self.text.startswith("[", position + 1, self.end):
            return None
        return self._brackets(position, position + 1)

    def _brackets(self, position: int, bracket: int) -> Inline | None:
        """Read a bracketed span, a link or an image, whose text is read on its own."""
        close = self._verbatim.bracket_end(bracket)
        if close is None or self._note_at(bracket):
            return None
        is_image = bracket != position
        inner = InnerText(bracket + 1, close - 1, self.links)
        if not self._is_readable(inner):
            return None
        attributes = None if is_image else self._attributes_end(close)
        if attributes:
            return Inline(position, attributes, inner=(inner,))
        if not self.links and not is_image:
            return None
        inner = inner._replace(links=is_image)
        source = brackets.source_end(self.text, close, self.end)
        if source:
            end = self._attributes_end(source) or source
            return Inline(position, end, inner=(inner,))
        return self._reference_link(position, inner)

    def _is_readable(self, inner: InnerText) -> bool:
        """Return whether no block begins between brackets."""
        if not self._may_stop:
            return True
        if not self.context.may_stop(self.text, inner.start, inner.end):
            return True
        text = InnerText(inner.start, inner.end, self.links)
        return self.inside(text).run()[1] == inner.end

    def _reference_link(self, position: int, inner: InnerText) -> Inline:
        """Read `[text][label]` or `[label]`; where the label is not defined, these are
        brackets with text in them.
        """
        close = inner.end + 1
        end = self._label_end(close)
        has_label = end > close + len("[]")
        label = (close + 1, end - 1) if has_label else (inner.start, inner.end)
        if self.labels.has_link(self.text[slice(*label)]):
            return Inline(position, end, inner=(inner,))
        if position == inner.start - 1:
            whole = InnerText(inner.start, inner.end, True)
        else:
            whole = InnerText(inner.start - 1, close, True)
        if end == close:
            return Inline(position, end, inner=(whole,))
        return Inline(position, end, inner=(whole, InnerText(close, end, True)))

    def _label_end(self, position: int) -> int:
        """Find the end of the label in brackets at `position`, if there is one."""
        if not self.text.startswith("[", position, self.end):
            return position
        if self._note_at(position) or grammar.bracketed(self, position):
            return position
        return self._verbatim.bracket_end(position) or position

    def _caret(self, position: int, after_word: bool) -> Inline | None:
        note = self._inline_note(position)
        return note or self._unspaced(position, "^")

    def _inline_note(self, position: int) -> Inline | None:
        """Read `^[...]`, unless the brackets are those of a link or a span."""
        if not self.text.startswith("[", position + 1, self.end):
            return None
        close = self._verbatim.bracket_end(position + 1)
        if close is None or self.text.startswith(("[", "("), close, self.end):
            return None
        if self._attributes_end(close):
            return None
        inner = InnerText(position + len("^["), close - 1, self.links)
        return Inline(position, close, inner=(inner,), note="")

    def _tilde(self, position: int, after_word: bool) -> Inline | None:
        return self._strikeout(position) or self._unspaced(position, "~")

    def _strikeout(self, position: int) -> Inline | None:
        start = position + len("~~")
        if not self.text.startswith("~~", position):
            return None
        if self.text[start : start + 1] in ("", " ", "\t", "\n", "~"):
            return None
        children, end = self._until(start, self._closes_strikeout, -1)
        close = end + len("~~")
        if not self.text.startswith("~~", end) or close > self.end or not children:
            return None
        return self._enclosing(position, close, children)

    def _closes_strikeout(self, position: int) -> bool:
        if self.text.startswith("~~", position):
            return True
        return bool(_SPACED_STRIKEOUT.match(self.text, position, self.end))

    def _unspaced(self, position: int, mark: str) -> Inline | None:
        """Read superscript or subscript: text up to the next mark, without white
        space, which is read on its own.
        """
        found = _UNSPACED[mark].match(self.text, position, self.end)
        if not found:
            return None
        inner = InnerText(found.start(1), found.end(1), self.links)
        return Inline(position, found.end(), inner=(inner,))


def _leaf(start: int, end: int | None) -> Inline | None:
    return Inline(start, end) if end else None


_READERS: dict[str, Callable[[MarkdownInlines, int, bool], Inline | None]] = {
    "`": MarkdownInlines._code,
    "*": MarkdownInlines._emphasis,
    "_": MarkdownInlines._emphasis,
    "^": MarkdownInlines._caret,
    "[": MarkdownInlines._bracket,
    "!": MarkdownInlines._image,
    "$": MarkdownInlines._math,
    "~": MarkdownInlines._tilde,
    "<": MarkdownInlines._tag,
    "\\": MarkdownInlines._backslash,
    "@": MarkdownInlines._key,
    "-": MarkdownInlines._dash,
    ".": MarkdownInlines._dots,
    "&": MarkdownInlines._character_reference,
    '"': MarkdownInlines._quote,
    "'": MarkdownInlines._quote,
}


class Found(NamedTuple):
    """A citation or a footnote's mark in a run of text.

    Attributes:
        step: the step over it.
        inside: where the innermost inline footnote begins that it is in.
    """

    step: Inline
    inside: int | None


class _Open(NamedTuple):
    """Steps being collected; of an affix only the footnotes count."""

    inlines: MarkdownInlines
    steps: Iterator[Inline]
    inside: int | None
    in_affix: bool


def collect(inlines: MarkdownInlines) -> Iterator[Found]:
    """Yield the citations and footnote marks of a run of text, in order.

    A citation inside the prefix or suffix of another is part of that affix, and left
    out; a footnote there is a footnote.
    """
    todo = [_Open(inlines, iter(inlines.run()[0]), None, False)]
    while todo:
        here = todo[-1]
        step = next(here.steps, None)
        if step is None:
            todo.pop()
            continue
        is_citation = step.citation is not None and not here.in_affix
        if is_citation or step.note is not None:
            yield Found(step, here.inside)
        if step.children:
            todo.append(here._replace(steps=iter(step.children)))
        elif (step.inner or step.citation) and len(todo) < _DEEPEST:
            todo += reversed([*_within(here, step)])


def _within(here: _Open, step: Inline) -> Iterator[_Open]:
    """Yield the parts of a step that are read on their own."""
    inside = step.start if step.note == "" else here.inside
    for text in step.inner:
        inner = here.inlines.inside(text)
        yield _Open(inner, iter(inner.run()[0]), inside, here.in_affix)
    for text in _affixes(here.inlines, step):
        inner = here.inlines.inside(text)
        yield _Open(inner, iter(inner.run()[0]), inside, in_affix=True)


def _affixes(inlines: MarkdownInlines, step: Inline) -> Iterator[InnerText]:
    """Yield the prefixes and suffixes of a citation that may have footnotes."""
    for cite in step.citation.cites if step.citation else ():
        for start, end in (cite.prefix, cite.suffix):
            if inlines.text.find("^", start, end) >= 0:
                yield InnerText(start, end, inlines.links)

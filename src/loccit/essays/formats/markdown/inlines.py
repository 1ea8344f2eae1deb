"""The inline structure of Markdown: one step over whatever stands at a position.

Only what decides about citations is told apart: what is verbatim (code, TeX, HTML tags,
addresses), what encloses other text (emphasis, quotes, brackets), and where a run of
text ends.  The order in which constructs are tried is pandoc's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from loccit._startup.regex import regex
from loccit.essays.formats.markdown import brackets, html
from loccit.essays.formats.markdown.emphasis import EmphasisScanner
from loccit.essays.syntax import grammar
from loccit.essays.syntax.grammar import Inline

#: The end of what may stand before a web address, and the address up to a handle.
_ADDRESS = regex(r"(?:.*[^\w@{])?(?:https?|ftp)://[^\s<>\[\]()\"'{};]*", re.DOTALL)
_LONGEST_ADDRESS = 300
_EXAMPLE = regex(r"@[^\W_]*(?:[_-][^\W_]+)*")
_UNSPACED = {
    "^": re.compile(r"\^((?:\\.|[^ \t\n\\^])*)\^"),
    "~": re.compile(r"~((?:\\.|[^ \t\n\\~])*)~"),
}


#: How deep brackets are read for citations in each other.
_DEEPEST = 60


class MarkdownInlines(EmphasisScanner):
    """The steps of one run of Markdown, `text[start:end]`."""

    def inside(self, start: int, end: int, links: bool) -> MarkdownInlines:
        """A part of this text as one of its own."""
        return MarkdownInlines(
            self.text, start, end, self.labels, self.context, links, self
        )

    def is_link(self, start: int, end: int) -> bool:
        """Whether brackets are followed by an address, attributes, or a second pair of
        brackets.
        """
        sign = self.text[end : min(end + 1, self.end)]
        if sign == "(":
            return bool(brackets.source_end(self.text, end, self.end))
        if sign == "{":
            return bool(brackets.ATTRIBUTES.match(self.text, end, self.end))
        if sign != "[" or brackets.NOTE.match(self.text, end, self.end):
            return False
        return bool(self._verbatim.bracket_end(end))

    def is_reference(self, start: int, end: int) -> bool:
        """Whether the text in brackets is a label defined elsewhere."""
        return brackets.is_defined(self.text[start + 1 : end - 1], self.labels)

    def _begins(self, position: int, after_word: bool) -> Inline | None:
        reader = _READERS.get(self.text[position])
        return reader(self, position, after_word) if reader else None

    # What each character may begin.

    def _backslash(self, position: int, after_word: bool) -> Inline | None:
        end = self._verbatim.backslash(position)
        return Inline(position, end) if end else None

    def _code(self, position: int, after_word: bool) -> Inline | None:
        end = self._verbatim.code(position)
        return Inline(position, end) if end else None

    def _math(self, position: int, after_word: bool) -> Inline | None:
        end = self._verbatim.math(position)
        return Inline(position, end) if end else None

    def _reference(self, position: int, after_word: bool) -> Inline | None:
        end = self._verbatim.character(position)
        return Inline(position, end) if end else None

    def _tag(self, position: int, after_word: bool) -> Inline | None:
        end = self._verbatim.autolink(position) if self.links else 0
        if end:
            return Inline(position, end)
        return self._html_span(position) or self._raw_tag(position)

    def _raw_tag(self, position: int) -> Inline | None:
        end = self._verbatim.tag(position)
        return Inline(position, end) if end else None

    def _html_span(self, position: int) -> Inline | None:
        opening = self._verbatim.span_tag(position)
        if not opening or html.last(self.text, "</") < position:
            return None
        children, end = self._until(
            opening, lambda here: bool(self._verbatim.span_end(here)), -1
        )
        close = self._verbatim.span_end(end) if end < self.end else 0
        return self._enclosing(position, close, children, -1) if close else None

    def _key(self, position: int, after_word: bool) -> Inline | None:
        if not after_word and not self._in_address(position):
            found = grammar.narrative(self, position)
            if found and found.cites[0].key not in self.labels.examples:
                return Inline(position, found.end, citation=found)
        if self.text[position] == "-":
            return None
        example = _EXAMPLE.match(self.text, position, self.end)
        return Inline(position, example.end()) if example else None

    def _in_address(self, position: int) -> bool:
        """Whether a web address leads up to `position`: a handle in it is no key."""
        colon = self.text.rfind(
            "://", max(self.start, position - _LONGEST_ADDRESS), position
        )
        return colon >= 0 and bool(
            _ADDRESS.fullmatch(self.text, max(self.start, colon - 5), position)
        )

    def _dash(self, position: int, after_word: bool) -> Inline | None:
        found = self._key(position, after_word)
        if found:
            return found
        for dash in ("---", "--"):
            if self.text.startswith(dash, position, self.end):
                return Inline(position, position + len(dash))
        return None

    def _dots(self, position: int, after_word: bool) -> Inline | None:
        return (
            Inline(position, position + 3)
            if self.text.startswith("...", position, self.end)
            else None
        )

    def _bracket(self, position: int, after_word: bool) -> Inline | None:
        note = brackets.NOTE.match(self.text, position, self.end)
        if note:
            return Inline(position, note.end(), note=note[1])
        found = grammar.bracketed(self, position)
        if found:
            return Inline(position, found.end, citation=found)
        if self.links and (page := grammar.page_alone(self, position)):
            return Inline(position, page.end, citation=page)
        return self._brackets(position, position)

    def _brackets(self, position: int, bracket: int) -> Inline | None:
        """A bracketed span, a link or an image: its text is read on its own."""
        close = self._verbatim.bracket_end(bracket)
        if not close or brackets.NOTE.match(self.text, bracket, self.end):
            return None
        start, stop = bracket + 1, close - 1
        if not self._readable(start, stop):
            return None
        attributes = brackets.ATTRIBUTES.match(self.text, close, self.end)
        if attributes and bracket == position:
            return Inline(
                position, attributes.end(), inner=((start, stop, self.links),)
            )
        if not self.links and bracket == position:
            return None
        links = bracket != position
        end = brackets.source_end(self.text, close, self.end)
        if end:
            attributes = brackets.ATTRIBUTES.match(self.text, end, self.end)
            return Inline(
                position,
                attributes.end() if attributes else end,
                inner=((start, stop, links),),
            )
        return self._reference_link(position, start, stop, links)

    def _readable(self, start: int, stop: int) -> bool:
        """Whether nothing of the block structure stands between brackets."""
        if not self._may_stop or not self.context.may_stop(self.text, start, stop):
            return True
        return self.inside(start, stop, self.links).run()[1] == stop

    def _reference_link(
        self, position: int, start: int, stop: int, links: bool
    ) -> Inline:
        """`[text][label]` or `[label]`; where the label is not defined, brackets with
        text in them.
        """
        close = label = stop + 1
        if (
            self.text.startswith("[", close)
            and close < self.end
            and not brackets.NOTE.match(self.text, close, self.end)
        ):
            label = (
                close
                if grammar.bracketed(self, close)
                else self._verbatim.bracket_end(close) or close
            )
        named = (close + 1, label - 1) if label > close + 2 else (start, stop)
        if brackets.is_defined(self.text[slice(*named)], self.labels):
            return Inline(position, label, inner=((start, stop, links),))
        whole = (
            (start, stop, True) if position == start - 1 else (start - 1, close, True)
        )
        return Inline(
            position,
            label,
            inner=(whole, (close, label, True)) if label > close else (whole,),
        )

    def _image(self, position: int, after_word: bool) -> Inline | None:
        return (
            self._brackets(position, position + 1)
            if self.text.startswith("[", position + 1, self.end)
            else None
        )

    def _caret(self, position: int, after_word: bool) -> Inline | None:
        if self.text.startswith("[", position + 1, self.end):
            close = self._verbatim.bracket_end(position + 1)
            attributed = brackets.ATTRIBUTES.match(self.text, close, self.end)
            if (
                close
                and not self.text.startswith(("[", "("), close, self.end)
                and not attributed
            ):
                inner = position + len("^["), close - 1, self.links
                return Inline(position, close, inner=(inner,), note="")
        return self._unspaced(position, "^")

    def _tilde(self, position: int, after_word: bool) -> Inline | None:
        return self._strikeout(position) or self._unspaced(position, "~")

    def _strikeout(self, position: int) -> Inline | None:
        text = self.text
        if not text.startswith("~~", position) or text[position + 2 : position + 3] in (
            "",
            " ",
            "\t",
            "\n",
            "~",
        ):
            return None
        children, end = self._until(
            position + 2,
            lambda here: (
                text.startswith("~~", here)
                or bool(re.compile(r"[ \t]+~~").match(text, here, self.end))
            ),
            -1,
        )
        if not text.startswith("~~", end) or end + 2 > self.end or not children:
            return None
        return self._enclosing(position, end + 2, children, -1)

    def _unspaced(self, position: int, mark: str) -> Inline | None:
        """Superscript and subscript: what stands up to the next mark, without white
        space, is read on its own.
        """
        found = _UNSPACED[mark].match(self.text, position, self.end)
        return (
            Inline(position, found.end(), inner=((*found.span(1), self.links),))
            if found
            else None
        )


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
    "&": MarkdownInlines._reference,
    '"': MarkdownInlines._quote,
    "'": MarkdownInlines._quote,
}


class Found(NamedTuple):
    """A citation or a footnote's mark in a run of text, and where the inline footnote
    begins that it is in.
    """

    step: Inline
    inside: int | None


class _Open(NamedTuple):
    """InlineScanner being collected; of an affix only the footnotes count."""

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
        if (step.citation and not here.in_affix) or step.note is not None:
            yield Found(step, here.inside)
        if step.children:
            todo.append(here._replace(steps=iter(step.children)))
        elif len(todo) < _DEEPEST:
            todo += reversed([*_within(here, step)])


def _within(here: _Open, step: Inline) -> Iterator[_Open]:
    """Yield the parts of a step that are read as texts of their own."""
    inside = step.start if step.note == "" else here.inside
    for start, end, links in step.inner:
        inner = here.inlines.inside(start, end, links)
        yield _Open(inner, iter(inner.run()[0]), inside, here.in_affix)
    for cite in step.citation.cites if step.citation else ():
        for start, end in (cite.prefix, cite.suffix):
            if here.inlines.text.find("^", start, end) >= 0:
                inner = here.inlines.inside(start, end, here.inlines.links)
                yield _Open(inner, iter(inner.run()[0]), inside, in_affix=True)

"""The inline structure of Markdown: one step over the construct at a position.

Only what decides about citations is distinguished: what is verbatim (code, TeX, HTML
tags, addresses), what encloses other text (emphasis, quotes, brackets), and where a run
of text ends.  The order in which constructs are tried is pandoc's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.essays.formats.markdown import html
from loccit.essays.formats.markdown.brackets import ATTRIBUTES, NOTE, source_end
from loccit.essays.formats.markdown.emphasis import EmphasisScanner
from loccit.essays.formats.markdown.own_citations import opaque_end, own_citation
from loccit.essays.formats.markdown.wiki_links import wiki_link
from loccit.essays.syntax import grammar
from loccit.essays.syntax.steps import Inline, InnerText

#: A web address up to a handle, and the end of what may precede it.
_ADDRESS = regex(r"(?:.*[^\w@{])?(?:https?|ftp)://[^\s<>\[\]()\"'{};]*", re.DOTALL)
_LONGEST_ADDRESS = 300
_LONGEST_SCHEME = len("https")
_EXAMPLE = regex(r"@[^\W_]*(?:[_-][^\W_]+)*")
_DASHES = regex("---?")
_ELLIPSIS = regex(r"\.\.\.")
_UNSPACED = regex(r"\^(?:\\.|[^ \t\n\\^])*\^|~(?:\\.|[^ \t\n\\~])*~")
_STRIKEOUT_END = regex(r"[ \t]*~~")
#: What can't follow the opening sign of struck out text.
_NO_STRIKEOUT = ("", " ", "\t", "\n", "~")

#: The name of an author on a social network in an entry of a typed list, which is no
#: key: "Doe, J. [@doe]. (2021, May 3)."
_HANDLE = regex(r"\[@\w+\](?=\.\s\((?:19|20)\d\d(?:,[^()]*)?\)\.)")

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
        match self.char(end):
            case "(":
                return self._source_end(end) is not None
            case "{":
                return self.match(ATTRIBUTES, end) is not None
            case "[" if not self.match(NOTE, end):
                close = self._verbatim.bracket_end(end)
                return close is not None and not self._is_citation(end, close)
            case _:
                return False

    def _is_citation(self, start: int, end: int) -> bool:
        """Return whether brackets are a citation, and not the label of a link."""
        if self.text.find("@", start, end) < 0 or self.is_reference(start, end):
            return False
        step = self.step(start, -1)
        return step is not None and step.citation is not None

    def is_reference(self, start: int, end: int) -> bool:
        """Return whether the text in brackets is the label of a link definition."""
        return self.labels.has_link(self.text[start + 1 : end - 1])

    def _begins(self, position: int, after_word: bool) -> Inline | None:
        sign = self.text[position]
        if sign in _AFTER_WORD:
            return _AFTER_WORD[sign](self, position, after_word)
        return _READERS[sign](self, position) if sign in _READERS else None

    def _source_end(self, position: int) -> int | None:
        return source_end(self.text, position, self.end)

    # What each character may begin.

    def _backslash(self, position: int) -> Inline | None:
        return _leaf(position, self._verbatim.backslash(position))

    def _code(self, position: int) -> Inline | None:
        return _leaf(position, self._verbatim.code(position))

    def _math(self, position: int) -> Inline | None:
        return _leaf(position, self._verbatim.math(position))

    def _character_reference(self, position: int) -> Inline | None:
        return _leaf(position, self._verbatim.character(position))

    def _brace(self, position: int) -> Inline | None:
        """Read a citation of MyST or Jekyll, Liquid, or a shortcode."""
        found = own_citation(self.text, position, self.end)
        if found:
            return Inline(position, found.end, citation=found)
        return self._opaque(position)

    def _opaque(self, position: int) -> Inline | None:
        return _leaf(position, opaque_end(self.text, position, self.end))

    def _tag(self, position: int) -> Inline | None:
        cited = own_citation(self.text, position, self.end)
        if cited:
            return Inline(position, cited.end, citation=cited)
        address = self._verbatim.autolink(position) if self.links else None
        if address:
            return Inline(position, address)
        span = self._html_span(position)
        return span or _leaf(position, self._verbatim.tag(position))

    def _html_span(self, position: int) -> Inline | None:
        opening = self._verbatim.span_tag(position)
        if not opening or html.last(self.text, "</") < position:
            return None
        steps, end = self._until(opening, self._closes_span)
        close = self._verbatim.span_end(end)
        return self._enclosing(position, close, steps) if close else None

    def _closes_span(self, position: int) -> bool:
        return self._verbatim.span_end(position) is not None

    def _key(self, position: int, after_word: bool) -> Inline | None:
        if not after_word and not self._is_in_address(position):
            found = grammar.narrative(self, position)
            if found and found.cites[0].key not in self.labels.examples:
                return Inline(position, found.end, citation=found)
        if self.has("-", position):
            return None
        return _leaf(position, self.end_of(_EXAMPLE, position))

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
        return found or _leaf(position, self.end_of(_DASHES, position))

    def _dots(self, position: int) -> Inline | None:
        return _leaf(position, self.end_of(_ELLIPSIS, position))

    def _bracket(self, position: int) -> Inline | None:
        note = self.match(NOTE, position)
        if note:
            return Inline(position, note.end(), note=note[1])
        handle = self.end_of(_HANDLE, position)
        if handle:
            return Inline(position, handle)
        found = wiki_link(self, position) or grammar.bracketed(self, position)
        if found is None and self.links:
            found = grammar.page_alone(self, position)
        if found:
            return Inline(position, found.end, citation=found)
        return self._brackets(position, position)

    def _image(self, position: int) -> Inline | None:
        if not self.has("[", position + 1):
            return None
        embedded = wiki_link(self, position)
        if embedded:
            return Inline(position, embedded.end, citation=embedded)
        return self._brackets(position, position + 1)

    def _brackets(self, position: int, bracket: int) -> Inline | None:
        """Read a bracketed span, a link or an image, whose text is read on its own."""
        close = self._verbatim.bracket_end(bracket)
        if close is None or self.match(NOTE, bracket):
            return None
        inner = InnerText(bracket + 1, close - 1, self.links)
        if not self._is_readable(inner):
            return None
        is_image = bracket != position
        if not is_image:
            attributes = self.end_of(ATTRIBUTES, close)
            if attributes:
                return Inline(position, attributes, inner=(inner,))
            if not self.links:
                return None
        inner = inner._replace(links=is_image)
        source = self._source_end(close)
        if source:
            end = self.end_of(ATTRIBUTES, source) or source
            return Inline(position, end, inner=(inner,))
        return self._reference_link(position, inner)

    def _is_readable(self, inner: InnerText) -> bool:
        """Return whether no block begins between brackets."""
        if not self._may_stop:
            return True
        if not self.context.may_stop(self.text, inner.start, inner.end):
            return True
        return self.inside(inner).run()[1] == inner.end

    def _reference_link(self, position: int, inner: InnerText) -> Inline:
        """Read `[text][label]` or `[label]`; where the label is not defined, these are
        brackets with text in them.
        """
        close = inner.end + 1
        end = self._label_end(close)
        if end > close + len("[]"):
            is_defined = self.is_reference(close, end)
        else:
            is_defined = self.is_reference(inner.start - 1, close)
        if is_defined:
            return Inline(position, end, inner=(inner,))
        is_image = position != inner.start - 1
        if is_image:
            text = InnerText(inner.start - 1, close, True)
        else:
            text = inner._replace(links=True)
        if end == close:
            return Inline(position, end, inner=(text,))
        return Inline(position, end, inner=(text, InnerText(close, end, True)))

    def _label_end(self, position: int) -> int:
        """Find the end of the label in brackets at `position`, if there is one."""
        if not self.has("[", position) or self.match(NOTE, position):
            return position
        if grammar.bracketed(self, position):
            return position
        return self._verbatim.bracket_end(position) or position

    def _caret(self, position: int) -> Inline | None:
        note = self._inline_note(position)
        return note or self._unspaced(position)

    def _inline_note(self, position: int) -> Inline | None:
        """Read `^[...]`, unless the brackets are those of a link or a span."""
        if not self.has("[", position + 1):
            return None
        close = self._verbatim.bracket_end(position + 1)
        if close is None or self.char(close) in ("[", "("):
            return None
        if self.match(ATTRIBUTES, close):
            return None
        inner = InnerText(position + len("^["), close - 1, self.links)
        return Inline(position, close, inner=(inner,), note="")

    def _tilde(self, position: int) -> Inline | None:
        return self._strikeout(position) or self._unspaced(position)

    def _strikeout(self, position: int) -> Inline | None:
        start = position + len("~~")
        if not self.has("~~", position) or self.char(start) in _NO_STRIKEOUT:
            return None
        steps, end = self._until(start, self._closes_strikeout)
        if not steps or not self.has("~~", end):
            return None
        return self._enclosing(position, end + len("~~"), steps)

    def _closes_strikeout(self, position: int) -> bool:
        return self.match(_STRIKEOUT_END, position) is not None

    def _unspaced(self, position: int) -> Inline | None:
        """Read superscript or subscript: text up to the next mark, without white
        space, which is read on its own.
        """
        found = self.match(_UNSPACED, position)
        if not found:
            return None
        inner = InnerText(position + 1, found.end() - 1, self.links)
        return Inline(position, found.end(), inner=(inner,))


def _leaf(start: int, end: int | None) -> Inline | None:
    return Inline(start, end) if end else None


#: What a character may begin anywhere.
_READERS: dict[str, Callable[[MarkdownInlines, int], Inline | None]] = {
    "`": MarkdownInlines._code,
    "^": MarkdownInlines._caret,
    "[": MarkdownInlines._bracket,
    "!": MarkdownInlines._image,
    "$": MarkdownInlines._math,
    "~": MarkdownInlines._tilde,
    "<": MarkdownInlines._tag,
    "\\": MarkdownInlines._backslash,
    ".": MarkdownInlines._dots,
    "&": MarkdownInlines._character_reference,
    "{": MarkdownInlines._brace,
    "%": MarkdownInlines._opaque,
}
#: What a character may begin, but not after a word.
_AFTER_WORD: dict[str, Callable[[MarkdownInlines, int, bool], Inline | None]] = {
    "*": MarkdownInlines._emphasis,
    "_": MarkdownInlines._emphasis,
    "@": MarkdownInlines._key,
    "-": MarkdownInlines._dash,
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

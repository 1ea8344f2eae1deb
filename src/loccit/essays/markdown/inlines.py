"""The inline structure of Markdown: one step over whatever stands at a position.

Only what decides about citations is told apart: what is verbatim (code, TeX, HTML tags, addresses), what encloses other
text (emphasis, quotes, brackets), and where a run of text ends.  The order in which constructs are tried is pandoc's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from loccit.essays import syntax
from loccit.essays.markdown import brackets, verbatim
from loccit.essays.markdown.facts import Facts
from loccit.essays.markdown.setting import Setting
from loccit.essays.syntax import Inline, RawCitation

_WORDS = r"[^\W_]+(?:['’][^\W_]+)*"
#: Text in which nothing begins or ends, with the single spaces in it.
_PLAIN = re.compile(rf"(?:{_WORDS}|[^\w\s`*^\[\]!$~<\\@\"'‘’“”\x91-\x94.&;-]|\.(?!\.)|-(?=[^\W_])| (?=[\w,:(%/)]))+")
_SPACES = re.compile(r"[ \t]+")
_BLANK = re.compile(r"[ \t]*(?:\n|\Z)")
_EXAMPLE = re.compile(r"@(?:[^\W_]+|[_-][^\W_]+)*")
_NOT_AFTER_QUOTE = " \t\n"

#: How deep constructs may lie in each other before an opening mark is taken as a plain character.  No one reads
#: further, and pandoc, which tries every reading, would not finish.
_DEEPEST = 60


class MarkdownInlines:
    """The steps of one run of Markdown, `text[start:end]`."""

    def __init__(self, text: str, start: int, end: int, facts: Facts, setting: Setting, links: bool = True) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.facts = facts
        self.setting = setting
        self.links = links
        self._quotes = ""
        self._depth = 0
        self._work = 0
        self._known: dict[tuple[int, bool, str], Inline | None] = {}
        self._verbatim = verbatim.Verbatim(text, end, setting)

    def run(self) -> tuple[list[Inline], int]:
        """Every step from the start, and where the run of text ends."""
        return self._until(self.start, lambda position: False, -1)

    def step(self, position: int, word_end: int) -> Inline | None:
        """The construct at `position`, None where the run of text ends (at a blank line, before a block)."""
        plain = _PLAIN.match(self.text, position, self.end)
        if plain:
            last = self.text[plain.end() - 1]
            return Inline(position, plain.end(), plain.end() if last.isalnum() or last == "." else -1)
        if position >= self.end:
            return None
        known = (position, position == word_end, self._quotes)
        if known not in self._known:
            self._depth += 1
            found = self._construct(position, position == word_end)
            self._depth -= 1
            self._known[known] = found
        return self._known[known]

    def is_link(self, start: int, end: int) -> bool:
        """Whether brackets are followed by an address, attributes, or a second pair of brackets."""
        sign = self.text[end : min(end + 1, self.end)]
        if sign == "(":
            return bool(brackets.source_end(self.text, end, self.end))
        if sign == "{":
            return bool(brackets.ATTRIBUTES.match(self.text, end, self.end))
        return sign == "[" and not self.text.startswith("[^", end) and bool(self._verbatim.bracket_end(end))

    def is_reference(self, start: int, end: int) -> bool:
        """Whether the text in brackets is a label defined elsewhere."""
        return brackets.is_defined(self.text[start + 1 : end - 1], self.facts)

    def _construct(self, position: int, after_word: bool) -> Inline | None:
        text = self.text
        sign = text[position]
        if sign == "\n":
            return self._line_end(position)
        if sign in " \t":
            return self._white_space(position)
        if self._depth <= _DEEPEST:
            reader = _READERS.get(sign)
            found = reader(self, position, after_word) if reader else None
            if found:
                return found
            if sign == "<" and self.setting.stops_at_tag(text, position, self.end):
                return None
        if sign == ".":
            return Inline(position, position + 1, -1 if text.startswith("..", position) else position + 1)
        return Inline(position, position + 1, position + 1 if sign.isalnum() else -1)

    def _line_end(self, position: int) -> Inline | None:
        if _BLANK.match(self.text, position + 1, self.end) or self.setting.stops_at_line(
            self.text, position + 1, self.end
        ):
            return None
        spaces = _SPACES.match(self.text, position + 1, self.end)
        return Inline(position, spaces.end() if spaces else position + 1)

    def _white_space(self, position: int) -> Inline:
        spaces = _SPACES.match(self.text, position, self.end)
        end = spaces.end() if spaces else position + 1
        if end - position > 1 and self.text.startswith("\n", end, self.end):
            broken = self._line_end(end)
            if broken:
                end = broken.end
        return Inline(position, end)

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
        if not opening:
            return None
        children, end = self._until(opening, lambda here: bool(self._verbatim.span_end(here)), -1)
        close = self._verbatim.span_end(end) if end < self.end else 0
        return self._enclosing(position, close, children, -1) if close else None

    def _key(self, position: int, after_word: bool) -> Inline | None:
        if not after_word:
            found = syntax.narrative(self, position)
            if found and found.cites[0].key not in self.facts.examples:
                return Inline(position, found.end, citation=found)
        if self.text[position] == "-":
            return None
        example = _EXAMPLE.match(self.text, position, self.end)
        return Inline(position, example.end()) if example else None

    def _dash(self, position: int, after_word: bool) -> Inline | None:
        found = self._key(position, after_word)
        if found:
            return found
        for dash in ("---", "--"):
            if self.text.startswith(dash, position, self.end):
                return Inline(position, position + len(dash))
        return None

    def _dots(self, position: int, after_word: bool) -> Inline | None:
        return Inline(position, position + 3) if self.text.startswith("...", position, self.end) else None

    def _bracket(self, position: int, after_word: bool) -> Inline | None:
        note = brackets.NOTE.match(self.text, position, self.end)
        if note:
            return Inline(position, note.end())
        found = syntax.bracketed(self, position)
        if found:
            return Inline(position, found.end, citation=found)
        return self._brackets(position, position)

    def _brackets(self, position: int, bracket: int) -> Inline | None:
        """A bracketed span, a link or an image: its text is read on its own."""
        close = self._verbatim.bracket_end(bracket)
        if not close:
            return None
        attributes = brackets.ATTRIBUTES.match(self.text, close, self.end)
        if attributes and bracket == position:
            return Inline(position, attributes.end(), inner=(bracket + 1, close - 1))
        if not self.links and bracket == position:
            return None
        end = brackets.source_end(self.text, close, self.end)
        if end:
            attributes = brackets.ATTRIBUTES.match(self.text, end, self.end)
            return Inline(position, attributes.end() if attributes else end, inner=(bracket + 1, close - 1))
        return Inline(position, close, inner=(bracket + 1, close - 1))

    def _image(self, position: int, after_word: bool) -> Inline | None:
        return self._brackets(position, position + 1) if self.text.startswith("[", position + 1, self.end) else None

    def _caret(self, position: int, after_word: bool) -> Inline | None:
        found = self._unspaced(position, "^")
        if found or not self.text.startswith("[", position + 1, self.end):
            return found
        close = self._verbatim.bracket_end(position + 1)
        return Inline(position, close, inner=(position + 2, close - 1)) if close else None

    def _tilde(self, position: int, after_word: bool) -> Inline | None:
        return self._strikeout(position) or self._unspaced(position, "~")

    def _strikeout(self, position: int) -> Inline | None:
        text = self.text
        if not text.startswith("~~", position) or text[position + 2 : position + 3] in ("", " ", "\t", "\n", "~"):
            return None
        children, end = self._until(
            position + 2,
            lambda here: text.startswith("~~", here) or bool(re.compile(r"[ \t]+~~").match(text, here, self.end)),
            -1,
        )
        if not text.startswith("~~", end) or end + 2 > self.end or not children:
            return None
        return self._enclosing(position, end + 2, children, -1)

    def _unspaced(self, position: int, mark: str) -> Inline | None:
        """Superscript and subscript: no white space but what is inside something else."""
        text = self.text
        children, end = self._until(position + 1, lambda here: text[here] == mark or text[here] in " \t\n", -1)
        if not text.startswith(mark, end) or end >= self.end or not children:
            return None
        if any(" " in text[child.start : child.end] for child in children if text[child.start].isalnum()):
            return None
        return self._enclosing(position, end + 1, children, -1)

    def _quote(self, position: int, after_word: bool) -> Inline | None:
        sign = self.text[position]
        single = sign in "'‘\x91"
        context = "'" if single else '"'
        following = self.text[position + 1 : min(position + 2, self.end)]
        if context == self._quotes or not following:
            return None
        if (single and after_word) or following in _NOT_AFTER_QUOTE:
            return None
        outer, self._quotes = self._quotes, context
        try:
            closes = self._closes_single if single else self._closes_double
            children, end = self._until(position + 1, closes, -1)
        finally:
            self._quotes = outer
        if not children or end >= self.end or not closes(end):
            return None
        return self._enclosing(position, end + 1, children, -1)

    def _closes_single(self, position: int) -> bool:
        return self.text[position] in "'’\x92" and not self.text[position + 1 : min(position + 2, self.end)].isalnum()

    def _closes_double(self, position: int) -> bool:
        return self.text[position] in '"”\x94'

    # Emphasis, read from left to right as pandoc does: what never closes is taken literally, with all that follows.

    def _emphasis(self, position: int, after_word: bool) -> Inline | None:
        mark = self.text[position]
        if mark == "_" and after_word:
            return None
        start = position
        while start < self.end and self.text[start] == mark:
            start += 1
        count = start - position
        spaces = _SPACES.match(self.text, start, self.end)
        if spaces:
            return Inline(position, self._white_space(start).end)
        if count > 3:
            return Inline(position, start)
        children, end, word_end = self._strength(mark, count, start)
        return Inline(position, end, word_end, None, tuple(children))

    def _strength(self, mark: str, count: int, start: int) -> tuple[list[Inline], int, int]:
        if count == 3:
            children, end = self._until(start, lambda here: self._ends(mark, 1, here), -1)
            for closed in (3, 2, 1):
                if self._ends(mark, closed, end):
                    if closed == 3:
                        return children, end + 3, end + 3
                    more, end, word_end = self._strength(mark, 3 - closed, end + closed)
                    return [*children, *more], end, word_end
            return children, end, -1
        if count == 2:
            children, end = self._until(start, lambda here: self._ends(mark, 2, here), -1)
        else:
            children, end = self._one(mark, start)
        if self._ends(mark, count, end):
            return children, end + count, end + count
        return children, end, max((child.word_end for child in children[-1:]), default=-1)

    def _one(self, mark: str, start: int) -> tuple[list[Inline], int]:
        """Up to a single mark; a doubled one opens strong emphasis inside."""
        children: list[Inline] = []
        while True:
            more, end = self._until(start, lambda here: self._ends(mark, 1, here), -1)
            children += more
            if not self.text.startswith(mark * 2, end) or end + 2 > self.end or self._ends(mark, 1, end + 2):
                return children, end
            inside, close, word_end = self._strength(mark, 2, end + 2)
            children.append(Inline(end, close, word_end, None, tuple(inside)))
            start = close

    def _ends(self, mark: str, count: int, position: int) -> bool:
        end = position + count
        if end > self.end or not self.text.startswith(mark * count, position):
            return False
        return mark == "*" or not self.text[end : min(end + 1, self.end)].isalnum()

    # Loops.

    def _until(self, position: int, stops: Callable[[int], bool], word_end: int) -> tuple[list[Inline], int]:
        children: list[Inline] = []
        while position < self.end and not stops(position):
            step = self.step(position, word_end)
            if step is None:
                break
            children.append(step)
            position, word_end = step.end, max(word_end, step.word_end)
        return children, position

    def _enclosing(self, start: int, end: int, children: list[Inline], word_end: int) -> Inline:
        return Inline(start, end, word_end, None, tuple(children))


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
    **dict.fromkeys("\"'‘“\x91\x93", MarkdownInlines._quote),
}


def collect(inlines: MarkdownInlines) -> Iterator[RawCitation]:
    """The citations of a run of text, in order.

    A citation inside the prefix or suffix of another is part of that affix, and not given.
    """
    todo: list[tuple[MarkdownInlines, Iterator[Inline]]] = [(inlines, iter(inlines.run()[0]))]
    while todo:
        here, steps = todo[-1]
        step = next(steps, None)
        if step is None:
            todo.pop()
        elif step.citation:
            yield step.citation
        elif step.inner and len(todo) < _DEEPEST:
            inner = MarkdownInlines(here.text, *step.inner, here.facts, here.setting)
            todo.append((inner, iter(inner.run()[0])))
        elif step.children:
            todo.append((here, iter(step.children)))

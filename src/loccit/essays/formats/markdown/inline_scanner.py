"""InlineScanner over running text, one after the other, with what is known of each position
kept.
"""

from __future__ import annotations

from collections.abc import Callable

from loccit._startup.regex import regex
from loccit.essays.formats.markdown import brackets, verbatim
from loccit.essays.formats.markdown.block_context import BlockContext
from loccit.essays.formats.markdown.defined_labels import DefinedLabels
from loccit.essays.syntax.grammar import Inline

_WORDS = r"[^\W_]+(?:'[^\W_]+)*"
#: Text in which nothing begins or ends, with the single spaces in it.
_PLAIN = regex(
    rf"(?:{_WORDS}|[^\w\s`*^\[\]!$~<\\@\"'.&;-]|\.(?!\.)|-(?=[^\W_])| (?=[\w,:(%/)]))+"
)
SPACES = regex(r"[ \t]+")
_BLANK = regex(r"[ \t]*\n")

#: How deep constructs may lie in each other before an opening mark is taken as a plain character.  No one reads
#: further, and pandoc, which tries every reading, would not finish.
_DEEPEST = 60
#: How many steps a text may take, by its length, before what may be read again and
#: again is taken as characters.
_WORK, _LEAST_WORK = 4, 20_000
_COSTLY = frozenset("*_[!^~\"'<")


class InlineScanner:
    """The steps of one run of Markdown, `text[start:end]`; `_begins` says what a
    character may begin.
    """

    def __init__(
        self,
        text: str,
        start: int,
        end: int,
        labels: DefinedLabels,
        context: BlockContext,
        links: bool = True,
        within: InlineScanner | None = None,
    ) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.labels = labels
        self.context = context
        self.links = links
        self._quotes = ""
        self._depth = 0
        self._known: dict[tuple[int, bool, str], Inline | None] = {}
        self._known_in: dict[str, tuple[dict[int, int], set[int]]] = {}
        self.suffix_ends, self.keyless = self._known_in.setdefault("", ({}, set()))
        self._may_stop = context.may_stop(text, start, end)
        self._work_left: list[int] = (
            within._work_left if within else [_LEAST_WORK + _WORK * (end - start)]
        )
        self._verbatim: verbatim.Verbatim = (
            within._verbatim.within(start, end)
            if within
            else verbatim.Verbatim(text, start, end, context)
        )

    def run(self) -> tuple[list[Inline], int]:
        """Every step from the start, and where the run of text ends."""
        if self.text.count("[", self.start, self.end) > _DEEPEST // 2:
            self._from_the_right()
        return self._until(
            self.start, self._heading_ends if self.context.in_heading else _never, -1
        )

    def _from_the_right(self) -> None:
        """Read brackets last to first, so that reading one never leads deep into
        others.
        """
        position = self.text.rfind("[", self.start, self.end)
        while position >= 0 and self._work_left[0] > 0:
            self.step(position, -1)
            position = self.text.rfind("[", self.start, position)

    def step(self, position: int, word_end: int) -> Inline | None:
        """The construct at `position`, None where the run of text ends (at a blank
        line, before a block).
        """
        self._work_left[0] -= 1
        plain = _PLAIN.match(self.text, position, self.end)
        if plain:
            last = self.text[plain.end() - 1]
            return Inline(
                position,
                plain.end(),
                plain.end() if last.isalnum() or last == "." else -1,
            )
        if position >= self.end:
            return None
        known = (position, position == word_end, self._quotes)
        if known not in self._known:
            self._depth += 1
            found = self._construct(position, position == word_end)
            self._depth -= 1
            self._known[known] = found
        return self._known[known]

    def _construct(self, position: int, after_word: bool) -> Inline | None:
        text = self.text
        sign = text[position]
        if sign == "\n":
            return self._line_end(position)
        if sign in " \t":
            return self._white_space(position)
        if self._depth <= _DEEPEST and (self._work_left[0] > 0 or sign not in _COSTLY):
            found = self._begins(position, after_word)
            if found:
                return found
            if sign == "<" and self.context.stops_at_tag(text, position, self.end):
                return None
        if sign == ".":
            return Inline(
                position,
                position + 1,
                -1 if text.startswith("..", position) else position + 1,
            )
        return Inline(position, position + 1, position + 1 if sign.isalnum() else -1)

    def _begins(self, position: int, after_word: bool) -> Inline | None:
        """What the character at `position` begins, None where it is but a character."""
        raise NotImplementedError

    def _line_end(self, position: int) -> Inline | None:
        context = self.context
        if context.in_heading or _BLANK.match(self.text, position + 1, self.end):
            return None
        if context.stops_at_line(self.text, position + 1, self.end):
            return None
        spaces = SPACES.match(self.text, position + 1, self.end)
        return Inline(position, spaces.end() if spaces else position + 1)

    def _white_space(self, position: int) -> Inline:
        spaces = SPACES.match(self.text, position, self.end)
        end = spaces.end() if spaces else position + 1
        if end - position > 1 and self.text.startswith("\n", end, self.end):
            broken = self._line_end(end)
            if broken:
                end = broken.end
        return Inline(position, end)

    def _heading_ends(self, position: int) -> bool:
        return bool(brackets.HEADING_END.match(self.text, position, self.end))

    def _until(
        self, position: int, stops: Callable[[int], bool], word_end: int
    ) -> tuple[list[Inline], int]:
        children: list[Inline] = []
        while position < self.end and not stops(position):
            step = self.step(position, word_end)
            if step is None:
                break
            children.append(step)
            position, word_end = step.end, max(word_end, step.word_end)
        return children, position

    def _enclosing(
        self, start: int, end: int, children: list[Inline], word_end: int
    ) -> Inline:
        return Inline(start, end, word_end, None, tuple(children))


def _never(position: int) -> bool:
    return False

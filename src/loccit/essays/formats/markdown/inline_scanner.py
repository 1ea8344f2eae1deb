"""Steps over running text, one after the other."""

from __future__ import annotations

from collections.abc import Callable

from loccit._startup.regex import regex
from loccit.essays.formats.markdown.block_context import BlockContext
from loccit.essays.formats.markdown.brackets import HEADING_END
from loccit.essays.formats.markdown.defined_labels import DefinedLabels
from loccit.essays.formats.markdown.verbatim import Verbatim
from loccit.essays.syntax.steps import Inline
from loccit.essays.syntax.unspaced import ends_word
from loccit.essays.text_range import TextRange

_WORDS = r"[^\W_]+(?:'[^\W_]+)*"
#: Text in which nothing begins or ends, with the single spaces in it.
_PLAIN = regex(
    rf"(?:{_WORDS}|[^\w\s`*^\[\]!$~<\\@\"'.&;{{%-]|\.(?!\.)|-(?=[^\W_])| (?=[\w,:(/)]))+"
)
SPACES = regex(r"[ \t]+")
#: A blank line between others; at the end of a text, white space is no blank line.
_BLANK_BETWEEN = regex(r"[ \t]*\n")

#: How deep constructs may be nested before an opening mark is a plain character.  No
#: one reads further, and pandoc, which tries every reading, would not finish.
_DEEPEST = 60
#: How many steps a text may take, by its length, before constructs that may have to be
#: read again and again are plain characters.
_STEPS_PER_CHARACTER = 4
_LEAST_STEPS = 20_000
_COSTLY = frozenset("*_[!^~\"'<")


class InlineScanner(TextRange):
    """The steps of one run of Markdown, `text[start:end]`; `_begins` reads what a
    character may begin.

    What was read at a position is kept, since the citation syntax asks for it again.
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
        super().__init__(text, start, end)
        self.labels = labels
        self.context = context
        self.links = links
        self._quotes = ""
        self._depth = 0
        self._known: dict[tuple[int, bool, str], Inline | None] = {}
        self._known_in: dict[str, tuple[dict[int, int], set[int]]] = {}
        self.suffix_ends, self.keyless = self._known_in.setdefault("", ({}, set()))
        self._may_stop = context.may_stop(text, start, end)
        self._verbatim: Verbatim
        # A list of one, so that a text and its parts count together.
        self._steps_left: list[int]
        if within:
            self._verbatim = within._verbatim.within(start, end)
            self._steps_left = within._steps_left
        else:
            self._verbatim = Verbatim(text, start, end, context)
            self._steps_left = [_LEAST_STEPS + _STEPS_PER_CHARACTER * (end - start)]

    def run(self) -> tuple[list[Inline], int]:
        """Return every step from the start, and where the run of text ends."""
        if self.text.count("[", self.start, self.end) > _DEEPEST // 2:
            self._read_brackets_from_the_right()
        stops = self._heading_ends if self.context.heading else _never
        return self._until(self.start, stops)

    def _read_brackets_from_the_right(self) -> None:
        """Read the last brackets first, so that reading one never leads deep into
        others.
        """
        position = self.text.rfind("[", self.start, self.end)
        while position >= 0 and self._steps_left[0] > 0:
            self.step(position, -1)
            position = self.text.rfind("[", self.start, position)

    def step(self, position: int, word_end: int) -> Inline | None:
        """Read the construct at `position`; None where the run of text ends, at a blank
        line or before a block.
        """
        self._steps_left[0] -= 1
        plain = _PLAIN.match(self.text, position, self.end)
        if plain:
            return self._word(position, plain.end())
        if position >= self.end:
            return None
        after_word = position == word_end
        known = position, after_word, self._quotes
        if known not in self._known:
            self._depth += 1
            found = self._construct(position, after_word)
            self._depth -= 1
            self._known[known] = found
        return self._known[known]

    def _word(self, position: int, end: int) -> Inline:
        """Step over characters, after which no key begins if they end as a word."""
        last = self.text[end - 1]
        is_word = ends_word(last) or last == "."
        return Inline(position, end, end if is_word else -1)

    def _construct(self, position: int, after_word: bool) -> Inline | None:
        sign = self.text[position]
        if sign == "\n":
            return self._line_end(position)
        if sign in " \t":
            return self._white_space(position)
        if self._may_begin(sign):
            found = self._begins(position, after_word)
            if found:
                return found
            if sign == "<" and self._stops_at_tag(position):
                return None
        if sign == "." and self.has("..", position):
            return Inline(position, position + 1)
        return self._word(position, position + 1)

    def _may_begin(self, sign: str) -> bool:
        if self._depth > _DEEPEST:
            return False
        return self._steps_left[0] > 0 or sign not in _COSTLY

    def _begins(self, position: int, after_word: bool) -> Inline | None:
        """Read what the character at `position` begins, None for a mere character."""
        raise NotImplementedError

    def _stops_at_tag(self, position: int) -> bool:
        return self.context.stops_at_tag(self.text, position, self.end)

    def _line_end(self, position: int) -> Inline | None:
        after = position + 1
        if self.context.heading or self.match(_BLANK_BETWEEN, after):
            return None
        if self.context.stops_at_line(self.text, after, self.end):
            return None
        return Inline(position, self.end_of(SPACES, after) or after)

    def _white_space(self, position: int) -> Inline:
        """Step over spaces, and over a hard line break that two of them make."""
        end = self.end_of(SPACES, position) or position + 1
        if end - position > 1 and self.has("\n", end):
            line_break = self._line_end(end)
            end = line_break.end if line_break else end
        return Inline(position, end)

    def _heading_ends(self, position: int) -> bool:
        return self.match(HEADING_END, position) is not None

    def _until(
        self, position: int, stops: Callable[[int], bool], word_end: int = -1
    ) -> tuple[list[Inline], int]:
        """Take steps until `stops` says so, or the run of text ends."""
        children: list[Inline] = []
        while position < self.end and not stops(position):
            step = self.step(position, word_end)
            if step is None:
                break
            children.append(step)
            position, word_end = step.end, max(word_end, step.word_end)
        return children, position

    def _enclosing(
        self, start: int, end: int, children: list[Inline], word_end: int = -1
    ) -> Inline:
        return Inline(start, end, word_end, children=tuple(children))


def _never(position: int) -> bool:
    return False

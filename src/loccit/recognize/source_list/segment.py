"""Take a list apart into entries, by votes of its layout.

Bullets and numbers, blank lines and indents say where an entry begins; within a
paragraph, a line that begins like a reference does, unless it is wrapped.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise, starmap

from loccit.essays.paragraph import Paragraph
from loccit.recognize.source_list.blocks import Block, begins_small, is_complete
from loccit.recognize.source_list.evidence import (
    CERTAIN,
    LIKELY,
    POSSIBLE,
    is_address,
    likeness,
    start_likeness,
)
from loccit.recognize.source_list.lines import Line

_READ = 400
_MOST_LINES_OF_NAMES = 4
_FEW = 3
#: So much more often do the lines of one indent follow a full stop.
_CLEAR_LEAD = 0.25
#: The longest lines of text that is wrapped.
_WIDEST = 130
#: So many more paragraphs of one line than of several are in a list without wrapping.
_MOST_WHOLE = 2
#: The likeness of a group with a year after it.
_DATED = 1.5


class Layout:
    """How the lines of a list are laid out.

    Attributes:
        lines: those of its entries.
    """

    def __init__(
        self, blocks: Sequence[Block], paragraphs: Sequence[Paragraph]
    ) -> None:
        self.lines = [line for block in blocks for line in block.lines]
        self._paragraphs = paragraphs
        self._continuing = {each.paragraph for each in blocks if each.continues}
        self._inner = [line for line in self.lines if not line.is_first]

    def entries(self) -> Iterator[list[Line]]:
        """Yield the lines of each entry."""
        entry: list[Line] = []
        number: int | None = None
        for line in self.lines:
            if entry and self._begins(line, entry, number):
                yield entry
                entry = []
            entry.append(line)
            if line is entry[0] and line.number is not None:
                number = line.number
        if entry:
            yield entry

    def _begins(self, line: Line, entry: list[Line], number: int | None) -> bool:
        """Return whether an entry begins with a line.

        Args:
            line: the line.
            entry: the lines of the entry above.
            number: the number of that.
        """
        if line.is_first and line.paragraph in self._continuing:
            return False
        if line.marker and self._is_marked:
            return line.is_first or line.number in (None, (number or 0) + 1)
        if line.is_first:
            return self._begins_paragraph(line, entry[-1])
        if self._is_marked and entry[0].marker:
            return self._surely_begins(line, entry)
        if self._indents_say is not None and line.indent is not None:
            return (line.indent > 0) == self._indents_say
        return self._begins_within(line, entry)

    def _begins_paragraph(self, line: Line, above: Line) -> bool:
        """Return whether an entry begins with a paragraph without bullet or number; it
        does unless others begin with the lines of paragraphs.
        """
        if not (self._is_marked or self._is_one_of_lines):
            return True
        if is_address(self._text(line)) and not is_address(self._text(above)):
            return False
        return self._start(line) >= POSSIBLE

    def _begins_within(self, line: Line, entry: list[Line]) -> bool:
        """Return whether an entry begins with a line that only its words set apart."""
        above = entry[-1]
        if is_address(self._text(line)):
            return self._addresses_begin
        sure = self._start(line)
        ends = is_complete(self._text(above))
        least = _DATED if self._is_dense else LIKELY
        if sure >= least and self._is_whole(entry):
            fits = not self._is_wrapped(line, above)
            has_room = sure >= CERTAIN or self._had_room(line, above)
            return self._is_dense or fits or (ends and has_room)
        if not (self._is_dense and ends):
            return False
        if sure >= POSSIBLE:
            return True
        is_wrapped = self._is_wrapped(line, above)
        return not is_wrapped and not begins_small(self._text(line))

    def _surely_begins(self, line: Line, entry: list[Line]) -> bool:
        """Return whether an entry begins with a line, although others have numbers."""
        ends = is_complete(self._text(entry[-1]))
        return ends and self._start(line) >= CERTAIN and self._is_whole(entry)

    def _is_whole(self, entry: list[Line]) -> bool:
        """Return whether the lines of an entry have more than names."""
        text = self._paragraphs[entry[0].paragraph].text
        start = entry[0].start
        return likeness(text[start : min(entry[-1].end, start + _READ)]) > LIKELY

    @cached_property
    def _is_marked(self) -> bool:
        """Whether bullets or numbers begin the entries."""
        marked = [line for line in self.lines if line.marker]
        firsts = len(self.lines) - len(self._inner)
        is_vote = bool(self.lines[0].marker) or len(marked) >= _FEW
        return is_vote and 2 * len(marked) >= max(firsts, 2)

    @cached_property
    def _is_dense(self) -> bool:
        """Whether each line is an entry: most begin as the first lines do."""
        inner, firsts = self._inner, len(self.lines) - len(self._inner)
        least = min(LIKELY, max(POSSIBLE, self._start_of_paragraphs))
        sure = [line for line in inner if self._may_be_whole(line, least)]
        is_one = firsts <= 1
        return 2 * len(sure) > len(inner) and (is_one or len(inner) > firsts)

    def _may_be_whole(self, line: Line, least: float) -> bool:
        """Return whether a line begins as an entry, or has all of one."""
        if self._start(line) >= least:
            return True
        return self._is_unwrapped and likeness(self._text(line)) >= LIKELY

    @property
    def _is_unwrapped(self) -> bool:
        """Whether lines are longer than people make them."""
        return self._width > _WIDEST

    @cached_property
    def _start_of_paragraphs(self) -> float:
        """How much most of the paragraphs begin like a reference."""
        starts = sorted(self._start(line) for line in self.lines if line.is_first)
        return starts[len(starts) // 2] if len(starts) >= _FEW else 0.0

    @cached_property
    def _is_one_of_lines(self) -> bool:
        """Whether entries begin with lines, and a blank line means nothing."""
        firsts = len(self.lines) - len(self._inner)
        return self._is_dense and len(self._inner) > 2 * firsts

    @cached_property
    def _indents_say(self) -> bool | None:
        """Whether the lines that begin entries are indented; None where indents say
        nothing.
        """
        inner = [line for line in self._inner if line.indent is not None]
        indented = [line for line in inner if line.indent]
        flush = [line for line in inner if not line.indent]
        if not indented or not flush:
            return None
        if self._mostly_begin(flush) != self._mostly_begin(indented):
            return self._mostly_begin(indented)
        lead = self._share_after_ends(flush) - self._share_after_ends(indented)
        return lead < 0 if abs(lead) > _CLEAR_LEAD else None

    def _mostly_begin(self, lines: Sequence[Line]) -> bool:
        sure = [line for line in lines if self._start(line) >= POSSIBLE]
        return 2 * len(sure) > len(lines)

    def _share_after_ends(self, lines: Sequence[Line]) -> float:
        """Return what share of lines follows a line that ends as entries do."""
        after = [line for line in lines if line in self._after_ends]
        return len(after) / len(lines)

    @cached_property
    def _after_ends(self) -> set[Line]:
        """The lines that follow a line that ends as entries do."""
        pairs = pairwise(self.lines)
        return {line for above, line in pairs if is_complete(self._text(above))}

    @cached_property
    def _addresses_begin(self) -> bool:
        """Whether addresses are entries: two follow each other, or nothing else in the
        list goes on in a second line.
        """
        if any(starmap(self._are_addresses, pairwise(self.lines))):
            return True
        return not any(
            self._goes_on(line, above)
            for above, line in pairwise(self.lines)
            if not line.is_first
        )

    def _are_addresses(self, above: Line, line: Line) -> bool:
        both = [self._text(above), self._text(line)]
        return all(map(is_address, both)) and is_complete(both[0])

    def _goes_on(self, line: Line, above: Line) -> bool:
        if is_address(self._text(line)):
            return not is_complete(self._text(above))
        return self._start(line) < POSSIBLE

    @cached_property
    def _width(self) -> int:
        """The length of the longest line that others follow in its paragraph."""
        pairs = zip(self.lines, self.lines[1:], strict=False)
        lengths = [_length(above) for above, line in pairs if not line.is_first]
        return max(lengths, default=0)

    def _is_wrapped(self, line: Line, above: Line) -> bool:
        """Return whether the first word of a line had no room in the line above."""
        if self._is_unwrapped:
            return False
        words = self._text(line).split(maxsplit=1)
        return _length(above) + 1 + len(words[0]) > self._width

    def _had_room(self, line: Line, above: Line) -> bool:
        """Return whether a line was broken although it had room for the next word: others
        in the list, most of which has no broken lines, are longer.
        """
        if self._longest_whole is None:
            return False
        words = self._text(line).split(maxsplit=1)
        return _length(above) + 1 + len(words[0]) <= self._longest_whole

    @cached_property
    def _longest_whole(self) -> int | None:
        """The length of the longest paragraph of one line, if most are."""
        broken = {line.paragraph for line in self._inner}
        whole = [line for line in self.lines if line.paragraph not in broken]
        if len(whole) <= _MOST_WHOLE * len(broken):
            return None
        return max(map(_length, whole))

    def _start(self, line: Line) -> float:
        """Return how much a line begins like a reference; names may go on below it."""
        text = self._paragraphs[line.paragraph].text
        end = line.end
        for _ in range(_MOST_LINES_OF_NAMES):
            if end >= len(text) or is_complete(text[line.start : end]):
                break
            end = text.find("\n", end + 1)
            end = len(text) if end < 0 else end
        end = min(end, line.start + _READ)
        return start_likeness(text[line.start : end].replace("\n", " "))

    def _text(self, line: Line) -> str:
        return self._paragraphs[line.paragraph].text[line.start : line.end]


def _length(line: Line) -> int:
    return line.end - line.start + (line.indent or 0)

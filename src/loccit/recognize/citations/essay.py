"""What the whole essay says about its citations."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from functools import cached_property

from loccit.bibliography import Library
from loccit.recognize.citations.lexicon import Lexicon
from loccit.recognize.citations.possible import Possible
from loccit.recognize.citations.reading.tokens import Token, tokens_of
from loccit.recognize.typed_list import TypedEntry

#: How large a part of a list has numbers, if the list is a numbered one.
_MOST = 0.6
#: Fewer numbers in brackets may be anything.
_SOME = 3
#: How far before a page the name of its work may be in a paragraph.
_WINDOW = 1500


class CitingEssay:
    """An essay in which citations are looked for.

    Attributes:
        sure: what is a citation beyond doubt, once the first round is over.
        square_numbers: the numbers in square brackets.
    """

    def __init__(self, entries: Sequence[TypedEntry], library: Library) -> None:
        self.entries = entries
        self._library = library
        self.sure: list[Possible] = []
        self.square_numbers: set[str] = set()
        self.sure_modes: Counter[str] = Counter()
        self._places: list[tuple[int, int, int]] = []

    @cached_property
    def lexicon(self) -> Lexicon:
        """The names of the works in the list and the library."""
        return Lexicon(self.entries, self._library)

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The numbers or labels of the list's entries, if it is a numbered one."""
        numbers = [entry.number for entry in self.entries if entry.number]
        if len(numbers) < _MOST * len(self.entries):
            return frozenset()
        return frozenset(number.strip("[]().") for number in numbers)

    def take_numbers(self, possible: Iterable[Possible]) -> None:
        """Keep the numbers that are in square brackets."""
        for each in possible:
            if each.mode == "numeric" and each.text.startswith("["):
                self.square_numbers.update(cite.number for cite in each.cites)

    def take_for_sure(self, found: Sequence[Possible]) -> None:
        """Keep what is a citation beyond doubt."""
        self.sure = [*found]
        self._places = sorted(
            (each.passage.index, each.start, each.end) for each in found
        )
        self.sure_modes = Counter(each.mode for each in found)

    def beside(self, possible: Possible) -> tuple[int | None, int | None]:
        """Return where the nearest sure citation before it in its paragraph ends, and
        where that after it starts.
        """
        index = possible.passage.index
        number = bisect_left(self._places, (index, possible.start, 0))
        before = after = None
        if number and self._places[number - 1][0] == index:
            before = self._places[number - 1][2]
        for place in self._places[number : number + 2]:
            if place[0] == index and place[1] >= possible.end:
                after = place[1]
                break
        return before, after

    def names_work_before(self, possible: Possible, is_near: bool) -> bool:
        """Return whether a sure citation or a listed name is before it.

        Args:
            possible: a page alone.
            is_near: look in its paragraph, not in its section.
        """
        passage = possible.passage
        first = passage.index if is_near else passage.section
        number = bisect_left(self._places, (passage.index, possible.start, 0))
        if number and self._places[number - 1][0] >= first:
            return True
        start = max(0, possible.start - _WINDOW)
        return is_near and any(
            self._is_listed(token)
            for token in tokens_of(passage.text, start, possible.start)
        )

    def _is_listed(self, token: Token) -> bool:
        if not token.is_capital or not token.is_word:
            return False
        known = self.lexicon.known(token.text.removesuffix("'s").removesuffix("’s"))
        return known is not None and known.is_sure

    def is_enumerated(self, possible: Possible) -> bool:
        """Return whether its paragraph has the next or last number in brackets, too."""
        text = possible.text.strip("() ")
        if not text.isdecimal():
            return False
        numbers = possible.passage.bracketed_numbers
        return int(text) + 1 in numbers or int(text) - 1 in numbers

    def counts_entries(self, numbers: Collection[str]) -> bool:
        """Return whether numbers in square brackets may count the entries of a list
        that has none.
        """
        highest = max(map(int, self.square_numbers), default=0)
        is_usual = len(self.square_numbers) >= _SOME and highest <= len(self.entries)
        return is_usual and self.square_numbers.issuperset(numbers)

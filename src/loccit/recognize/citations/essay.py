"""What the whole essay says about its citations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from loccit.bibliography import Library
from loccit.recognize.citations.lexicon import Lexicon
from loccit.recognize.citations.possible import Possible
from loccit.recognize.typed_list import TypedEntry

#: How large a part of a list has numbers, if the list is a numbered one.
_MOST = 0.6


class CitingEssay:
    """An essay in which citations are looked for.

    Attributes:
        sure: what is a citation beyond doubt, once the first round is over.
    """

    def __init__(self, entries: Sequence[TypedEntry], library: Library) -> None:
        self.entries = entries
        self._library = library
        self.sure: list[Possible] = []

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

    @cached_property
    def sure_modes(self) -> Counter[str]:
        """How often each mode is surely used."""
        return Counter(each.mode for each in self.sure)

"""What the whole essay says about its citations."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from functools import cached_property

from loccit._startup.regex import regex
from loccit.bibliography import Library
from loccit.recognize.citations.lexicon import Lexicon, folded
from loccit.recognize.citations.library_names import LibraryNames
from loccit.recognize.citations.possible import Possible, PossibleCite
from loccit.recognize.citations.reading.tokens import Token, tokens_of
from loccit.recognize.typed_list import TypedEntry

#: How large a part of a list has numbers, if the list is a numbered one.
_MOST = 0.6
#: Fewer numbers in brackets may be anything.
_SOME = 3
#: More sure citations than one are no accident.
_FEW = 2
#: A form is not the essay's own if another one is so many times more frequent.
_SELDOM = 4
_AUTHOR_DATE = ("parenthetical", "narrative")
#: An acronym that a citation defines.
_ACRONYM = regex(r"[(\[]([A-Z][\w&.-]{1,11})[)\]]")
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
        self._cited: set[str] = set()
        self._round_numbers: set[str] = set()
        self._set_off = 0
        self._dated = 0
        self._kinds: Counter[str] = Counter()
        self._listed_places: dict[int, list[int]] = {}
        self._commas: Counter[bool] = Counter()
        self.sure_modes: Counter[str] = Counter()
        self._places: list[tuple[int, int, int]] = []

    @cached_property
    def lexicon(self) -> Lexicon:
        """The names of the works in the list and the library."""
        library = LibraryNames(self._library) if len(self._library) else None
        return Lexicon(self.entries, library)

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The numbers or labels of the list's entries, if it is a numbered one."""
        numbers = [entry.number for entry in self.entries if entry.number]
        if len(numbers) < _MOST * len(self.entries):
            return frozenset()
        return frozenset(number.strip("[]().") for number in numbers)

    def take_numbers(self, possible: Iterable[Possible]) -> None:
        """Keep the numbers that are in brackets, and count the years of listed names."""
        for each in possible:
            if each.mode in _AUTHOR_DATE and self.lists(each.cites[0]):
                self._dated += 1
            if each.mode != "numeric":
                continue
            numbers = [cite.number for cite in each.cites]
            if each.text.startswith("["):
                self.square_numbers.update(numbers)
                self._set_off += int(not each.before[-1:].isalnum())
            elif each.text.startswith("("):
                self._round_numbers.update(numbers)

    @cached_property
    def numbers_in_round_brackets(self) -> bool:
        """Whether the numbers of the list are in round brackets in the text: those cite
        most of its entries and have no others, and nothing else cites them.
        """
        cited = self._round_numbers
        if self._dated >= _SOME or self.square_numbers or len(cited) < _SOME:
            return False
        return cited <= self.numbers and len(cited) > _MOST * len(self.numbers)

    def take_for_sure(self, found: Sequence[Possible]) -> None:
        """Keep what is a citation beyond doubt."""
        self.sure = [*found]
        self._places = sorted(
            (each.passage.index, each.start, each.end) for each in found
        )
        self.sure_modes = Counter(each.mode for each in found)
        for possible in found:
            if possible.mode == "numeric":
                self._kinds[_kind_of_number(possible)] += 1
            if possible.mode == "parenthetical" and possible.cites[0].year:
                self._commas[has_comma_before_year(possible)] += 1
            for cite in possible.cites:
                self._cited.update(map(folded, cite.names))
            self._cited.update(map(folded, _ACRONYM.findall(possible.text)))

    def lists(self, cite: PossibleCite) -> bool:
        """Return whether the list or the library has one of the names, or a word that is
        likely one with that year.
        """
        known = [self.lexicon.known(name) for name in cite.names]
        year = cite.year[: len("2001")]
        return any(each and (each.is_sure or year in each.years) for each in known)

    def lists_with_year(self, cite: PossibleCite) -> bool:
        """Return whether the list or the library has one of the names with that year."""
        known = [self.lexicon.known(name) for name in cite.names]
        year = cite.year[: len("2001")]
        return any(each and each.is_sure and year in each.years for each in known)

    def types_otherwise(self, possible: Possible) -> bool:
        """Return whether all sure citations have a comma before the year and this has
        not, or the other way round.
        """
        if not possible.cites[0].year:
            return False
        has_comma = has_comma_before_year(possible)
        others = self._commas[not has_comma]
        return others >= _SOME and not self._commas[has_comma]

    @property
    def cites_by_date(self) -> bool:
        """Whether some sure citations have names and years."""
        return sum(self.sure_modes[mode] for mode in _AUTHOR_DATE) >= _FEW

    def cites_elsewhere(self, cite: PossibleCite) -> bool:
        """Return whether a sure citation has the same first name, or defines it."""
        return self.has_cited(cite.names[0])

    def has_cited(self, name: str) -> bool:
        """Return whether a sure citation has a name, or defines it."""
        return folded(name) in self._cited

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
        return is_near and self._names_listed_before(possible)

    def _names_listed_before(self, possible: Possible) -> bool:
        passage = possible.passage
        if passage.index not in self._listed_places:
            tokens = tokens_of(passage.text, 0, len(passage.text))
            places = [token.start for token in tokens if self._is_listed(token)]
            self._listed_places[passage.index] = places
        places = self._listed_places[passage.index]
        number = bisect_left(places, possible.start)
        return number > 0 and places[number - 1] >= possible.start - _WINDOW

    def _is_listed(self, token: Token) -> bool:
        if not token.is_capital or not token.is_word:
            return False
        known = self.lexicon.known(token.text.removesuffix("'s").removesuffix("’s"))
        return known is not None and known.is_sure

    def is_enumerated(self, possible: Possible) -> bool:
        """Return whether its paragraph has the next or last number in brackets, too."""
        text = possible.text.strip("() ")
        if text.isalpha():
            return possible.passage.has_roman_list
        if not text.isdecimal():
            return False
        numbers = possible.passage.bracketed_numbers
        counts_up = 1 in numbers and 2 in numbers
        return counts_up and {int(text) + 1, int(text) - 1, 1} & numbers != set()

    def has_numbers_set_off(self, possible: Possible) -> bool:
        """Return whether a space is before most numbers in square brackets."""
        return possible.text.startswith("[") and self._set_off >= _SOME

    def numbers_otherwise(self, possible: Possible) -> bool:
        """Return whether the other numbers have brackets of another kind, or are raised."""
        own = _kind_of_number(possible)
        if own == "(" and len(self.square_numbers) >= _SOME:
            return True
        most = max(self._kinds.values(), default=0)
        return most >= _SOME and self._kinds[own] * _SELDOM < most

    def nearly_has(self, numbers: Collection[str]) -> bool:
        """Return whether the list lacks numbers that it may have had."""
        digits = [int(number) for number in self.numbers if number.isdecimal()]
        return max(map(int, numbers)) <= max(digits, default=0) + 1

    def counts_entries(self, numbers: Collection[str]) -> bool:
        """Return whether numbers in square brackets may count the entries of a list
        that has none.
        """
        highest = max(map(int, self.square_numbers), default=0)
        is_usual = len(self.square_numbers) >= _SOME and highest <= len(self.entries)
        return is_usual and self.square_numbers.issuperset(numbers)


def has_comma_before_year(possible: Possible) -> bool:
    """Return whether a comma is before the first year."""
    before, _, _ = possible.text.partition(possible.cites[0].year[: len("2001")])
    return before.rstrip().endswith(",")


def _kind_of_number(possible: Possible) -> str:
    """Return the bracket that begins a numeric citation, "" for a raised one."""
    return possible.text[0] if possible.text[0] in "([" else ""

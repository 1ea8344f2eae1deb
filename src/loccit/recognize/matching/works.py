"""The works that an essay may cite, indexed by what a cite may call them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property

from loccit._startup.dataclass import replace
from loccit.recognize.matching.acronyms import acronyms_of
from loccit.recognize.matching.asked import Asked
from loccit.recognize.matching.choice import (
    Choice,
    Evidence,
    Weighed,
    choose,
    limited,
)
from loccit.recognize.matching.evidence import (
    at_first_sight,
    identify,
    most_further,
    weigh,
)
from loccit.recognize.matching.marks import marks_of_cite, marks_of_work
from loccit.recognize.matching.people import Person, is_called
from loccit.recognize.matching.spelling import folded
from loccit.recognize.matching.work import Work
from loccit.recognize.typed_citation import Reason

#: Names of works whose surnames are so alike may be misspelt.
_DISTANCE = 2
#: The least points of a candidate that make a search for misspellings unnecessary.
_GOOD = 5.0
_MOST_ALIKE = 8
#: A word that so many titles have does not distinguish one.
_RARE = 2
#: A work with so many points less than the best one has no chance.
_HOPELESS = 5.0
#: The highest confidence where a word precedes the name.
_AFTER_WORDS = 0.9
#: Of more works with a name, only those of about the same year are compared.
_MANY = 50
#: A shorter name in the text is another word as often.
_SHORTEST_NAME = 3


class Works:
    """Works by their names and titles."""

    def __init__(self, works: Iterable[Work]) -> None:
        self._works = [*_distinct(works)]
        _letter(self._works)
        _find_rare_words(self._works)
        self._choices: dict[object, list[Work]] = {}
        self._identified: dict[object, Evidence | None] = {}

    def __len__(self) -> int:
        return len(self._works)

    def choose(self, asked: Asked) -> Choice:
        """Choose the work that a cite is of."""
        weighed = self.weighed(asked)
        if not weighed and len(asked.names) > 1:
            return self._choose_later(asked)
        return choose(weighed)

    def _choose_later(self, asked: Asked) -> Choice:
        """Choose a work whose author other words precede: "JAX, Bradbury et al."."""
        cite = replace(asked.cite, names=asked.cite.names[1:])
        later = Asked(cite, "", asked.sentence, asked.acronyms)
        text = f"{asked.first.text} is not a name"
        reason = Reason("words-before-name", text)
        return limited(choose(self.weighed(later)), _AFTER_WORDS, [reason])

    def weighed(self, asked: Asked) -> list[Weighed]:
        """Weigh all works that a cite may be of."""
        if not asked.names:
            return []
        found = [*self._weigh(asked, _without_titles(asked, self.called(asked)))]
        if max([each.points for each in found], default=0.0) < _GOOD:
            known = {id(each.work) for each in found}
            alike = [work for work in self._alike(asked) if id(work) not in known]
            found += self._weigh(asked, alike)
        return found

    def _weigh(self, asked: Asked, works: Iterable[Work]) -> Iterator[Weighed]:
        """Weigh some works, the likeliest at first sight first; those are left out that
        can't come near the best any more.
        """
        first = [
            (at_first_sight(asked, work, best), number, work, best)
            for number, work in enumerate(works)
            if (best := self._identified_by(asked, work))
        ]
        first.sort(key=lambda each: (-each[0], each[1]))
        more, most = most_further(asked), 0.0
        for points, _, work, best in first:
            if points + more < most - _HOPELESS:
                return
            weighed = weigh(asked, work, best)
            most = max(most, weighed.points)
            yield weighed

    def _identified_by(self, asked: Asked, work: Work) -> Evidence | None:
        """Return what identifies a work; the same names do so all over an essay."""
        acronym = asked.acronyms.get(asked.first.text)
        mark = (asked.cite.names, asked.initial, acronym, id(work))
        if mark not in self._identified:
            self._identified[mark] = identify(asked, work)
        return self._identified[mark]

    def called(self, asked: Asked) -> list[Work]:
        """Return the works that have one of the words by which a cite calls a work."""
        call = (*dict.fromkeys(marks_of_cite(asked)), *asked.years)
        if call not in self._choices:
            marks = marks_of_cite(asked)
            marked = {each for mark in marks for each in self._by_mark.get(mark, ())}
            works = [self._works[number] for number in sorted(marked)]
            self._choices[call] = _near_in_time(works, asked.years)
        return self._choices[call]

    def has_author(self, name: str) -> bool:
        """Return whether a work has an author with that surname, or a group with that
        name or acronym.
        """
        return len(name) >= _SHORTEST_NAME and folded(name) in self._names

    def may_begin_name(self, word: str) -> bool:
        """Return whether the name of an author may begin with a word of the text."""
        if word[:1].islower() and word not in self._small_names:
            return False
        return folded(word)[:1] in self._beginnings

    @cached_property
    def longest_name(self) -> int:
        """The number of words of the longest name."""
        return max(map(len, self._names), default=0)

    def numbered(self, number: str) -> list[Work]:
        """Return the entries with a number."""
        return self._by_number.get(number.casefold(), [])

    @property
    def listed(self) -> list[Work]:
        """The entries of the list."""
        return [work for work in self._works if work.entry is not None]

    def _alike(self, asked: Asked) -> list[Work]:
        """Return the works whose first author's surname is spelt almost like that."""
        return [
            work
            for name in {asked.first.joined, asked.first.words[-1]}
            for surname in self._surnames_like(name)
            for work in self._by_surname[surname]
        ]

    def _surnames_like(self, name: str) -> list[str]:
        from rapidfuzz import process  # takes 20 ms to import
        from rapidfuzz.distance import OSA

        found = process.extract(
            name,
            self._by_surname.keys(),
            scorer=OSA.distance,
            score_cutoff=_DISTANCE,
            limit=_MOST_ALIKE,
            processor=None,
        )
        return [surname for surname, _, _ in found]

    @cached_property
    def _by_mark(self) -> Mapping[str, list[int]]:
        index: dict[str, list[int]] = defaultdict(list)
        for number, work in enumerate(self._works):
            for mark in set(marks_of_work(work)):
                index[mark].append(number)
        return index

    @cached_property
    def _by_surname(self) -> Mapping[str, list[Work]]:
        index: dict[str, list[Work]] = defaultdict(list)
        for work in self._works:
            for name in _first_names(work):
                index[name].append(work)
        return index

    @cached_property
    def _people(self) -> list[Person]:
        return [person for work in self._works for person in work.people]

    @cached_property
    def _names(self) -> frozenset[tuple[str, ...]]:
        groups = [person for person in self._people if len(person.family) > 1]
        acronyms = [(each,) for group in groups for each in acronyms_of(group)]
        return frozenset([*acronyms, *(person.family for person in self._people)])

    @cached_property
    def _beginnings(self) -> frozenset[tuple[str, ...]]:
        return frozenset(name[:1] for name in self._names)

    @cached_property
    def _small_names(self) -> frozenset[str]:
        """The surnames that are typed without a capital: hooks, boyd."""
        shown = [person.shown for person in self._people]
        return frozenset(name for name in shown if name.islower())

    @cached_property
    def _by_number(self) -> Mapping[str, list[Work]]:
        index: dict[str, list[Work]] = defaultdict(list)
        for work in self._works:
            if work.number:
                index[work.number.casefold()].append(work)
        return index


def _without_titles(asked: Asked, works: list[Work]) -> list[Work]:
    """Leave out works whose title begins with the surname of another's author: "(Adichie
    3)" is not "Adichie in Dialogue" by somebody else.
    """
    if asked.years or len(asked.first.words) > 1:
        return works
    by_author = [
        work
        for work in works
        if any(is_called(asked.first, person) for person in work.people)
    ]
    return by_author or works


def _near_in_time(works: list[Work], years: Collection[int]) -> list[Work]:
    """Leave out works of other years, if very many have a name."""
    if len(works) <= _MANY or not years:
        return works
    near = {year + apart for year in years for apart in (-2, -1, 0, 1, 2)}
    return [work for work in works if not work.years or not near.isdisjoint(work.years)]


def _distinct(works: Iterable[Work]) -> Iterator[Work]:
    """Leave out entries that repeat an earlier one."""
    seen = set()
    for work in works:
        people = tuple(person.joined for person in work.people[:1])
        mark = (people, work.years, work.title.joined, work.suffix)
        if work.title.joined and mark in seen:
            continue
        seen.add(mark)
        yield work


def _find_rare_words(works: Iterable[Work]) -> None:
    """Find the words by which the title of each work differs from most others."""
    works = [*works]
    counts = Counter(word for work in works for word in work.title_words)
    for work in works:
        work.rare_words = frozenset(
            word for word in work.title_words if counts[word] <= _RARE
        )


def _first_names(work: Work) -> set[str]:
    """Return the folded names of the first author."""
    people = [*work.people[:1], *work.listed_people[:1]]
    names = {person.joined for person in people}
    return names | set(work.lead[:1] if work.has_doubtful_people else ())


def _letter(works: Iterable[Work]) -> None:
    """Give works of one author and year letters, where the list gives none."""
    groups: dict[tuple[str, int], list[Work]] = defaultdict(list)
    for work in works:
        if work.entry is not None and work.people and work.years:
            groups[work.people[0].joined, work.years[0]].append(work)
    for group in groups.values():
        if len(group) > 1 and not any(work.suffix for work in group):
            for work, letter in zip(group, "abcdefghijklmnopqrstuvwxyz", strict=False):
                work.implied_suffix = letter

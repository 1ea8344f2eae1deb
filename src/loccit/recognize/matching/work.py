"""A work that a citation may be of: an entry of the essay's list, a source of the library,
or both.
"""

from __future__ import annotations

from functools import cached_property

from loccit._startup.regex import regex
from loccit.bibliography.duplicates import Title, words
from loccit.model import Date, Source
from loccit.recognize.matching.people import (
    Person,
    has_others,
    in_place_of_people,
    joined_group,
    people_of,
)
from loccit.recognize.matching.spelling import folded
from loccit.recognize.typed_list import TypedEntry
from loccit.values.names import makers

#: A year in the text of an entry, and its letter.
_YEAR = regex(r"(?<![\d–-])((?:1[4-9]|20)\d\d)([a-z])?(?![\d\w])")
#: So many words at the beginning of an entry may be names.
_LEAD = 24
#: Words for "no date" in a list, in several languages.
_UNDATED = regex(r"\(?\b(?:n\.\s?d|o\.\s?J|s\.\s?[adf])\.|\bundated\b|\bno date\b")
#: "et al." in a list.
_OTHERS = regex(r"(?i)\bet\.? al\b|\band (?:others|colleagues)\b|\.\.\.|…")
#: So many words after "by" may be names.
_AFTER_BY = 6
_NUMBER = regex(r"\d+|[^\W\d]+\d*")


class Work:
    """What is compared of a work, each calculated when it is first needed."""

    def __init__(
        self,
        entry: int | None = None,
        typed: TypedEntry | None = None,
        source: Source | None = None,
        *,
        is_left_out: bool = False,
    ) -> None:
        """Join what the list and the library say.

        Args:
            entry: the number of the entry in the list.
            typed: the entry.
            source: the source of the library.
            is_left_out: whether the essay has a list, and this is not in it.
        """
        self.is_left_out = is_left_out
        self.entry = entry
        self.typed = typed
        self.source = source
        self.sources = [each for each in (source, typed and typed.source) if each]
        #: The letter after the year that the order of the list gives it.
        self.implied_suffix = ""
        #: The words of its title that few other titles have.
        self.rare_words: frozenset[str] = frozenset()

    @property
    def key(self) -> str | None:
        """Its key in the library."""
        return self.source.key if self.source else None

    @property
    def identity(self) -> tuple[int, str]:
        """What distinguishes and orders works: entries in their order, then keys."""
        return (-1 if self.entry is None else self.entry, self.key or "")

    @cached_property
    def text(self) -> str:
        """The text of its entry in the list."""
        return self.typed.text if self.typed else ""

    @cached_property
    def people(self) -> tuple[Person, ...]:
        """Its people, as the library has them, or else the list."""
        return next(filter(None, map(people_of, self.sources)), ())

    @cached_property
    def listed_people(self) -> tuple[Person, ...]:
        """Its people as the list has them, where the library has others."""
        if not self.typed or not self.source:
            return ()
        return people_of(self.typed.source)

    @cached_property
    def whole_group(self) -> tuple[Person, ...]:
        """Its groups as one, if their name may have been split at an "and"."""
        group = joined_group(self.people)
        return (group,) if group else ()

    @property
    def has_doubtful_people(self) -> bool:
        """Whether its people are unknown, or may have been read wrong."""
        if not self.people:
            return True
        return self.source is None and "author" in (
            self.typed.doubtful if self.typed else ()
        )

    @cached_property
    def in_place(self) -> tuple[Person, ...]:
        """The groups by which it is cited if it has no people."""
        if self.people:
            return ()
        return tuple(
            person for each in self.sources for person in in_place_of_people(each)
        )

    @cached_property
    def has_others(self) -> bool:
        """Whether it has more people than are named."""
        if self.source is None and _OTHERS.search(self.text):
            return True
        return bool(self.sources) and has_others(self.named_source)

    @property
    def named_source(self) -> Source:
        """The source whose people count."""
        named = [each for each in self.sources if makers(each)]
        return (named or self.sources)[0]

    @cached_property
    def title(self) -> Title:
        """Its title, as the library has it, or else the list."""
        titles = [each.plain("title") for each in self.sources]
        return Title(next(filter(None, titles), ""))

    @cached_property
    def title_words(self) -> frozenset[str]:
        """The words of its titles."""
        return frozenset(
            word for each in self.sources for word in words(each.plain("title"))
        )

    @cached_property
    def years(self) -> tuple[int, ...]:
        """The years in which it was published, first and again."""
        dates = [
            each.date(variable)
            for variable in ("issued", "original-date")
            for each in self.sources
        ]
        lettered = [int(year) for year, letter in self._dated if letter]
        read = [year for date in dates if date for year in _years(date)]
        years = [*lettered[:1], *read]
        if not years and self.typed and not self.is_undated:
            years = [int(year) for year, _ in self._dated[:1]]
        return tuple(dict.fromkeys(years))

    @cached_property
    def years_in_text(self) -> frozenset[int]:
        """The other years in its entry: of a reprint, of an address, of reading it."""
        accessed = [each.date("accessed") for each in self.sources]
        read = [year for date in accessed if date for year in _years(date)]
        return frozenset([*read, *(int(year) for year, _ in self._dated)])

    @cached_property
    def is_undated(self) -> bool:
        """Whether it says that it has no date, or will have one."""
        issued = [each.date("issued") for each in self.sources]
        if any(date and not date.start and date.literal for date in issued):
            return True
        return _UNDATED.search(self.text) is not None

    @cached_property
    def suffix(self) -> str:
        """The letter after its year in the list."""
        typed = [each.text("year-suffix") for each in self.sources]
        letters = [letter for year, letter in self._dated if int(year) in self.years]
        return next(filter(None, [*typed, *letters[:1]]), "")

    @cached_property
    def lead(self) -> tuple[str, ...]:
        """The folded words at the beginning of its entry."""
        year = _YEAR.search(self.text)
        end = year.start() if year and year.start() > 3 else len(self.text)
        return folded(self.text[: min(end, 400)])[:_LEAD]

    @cached_property
    def after_by(self) -> tuple[str, ...]:
        """The folded words after the last "by": "On it, by Jane Doe"."""
        _, by, names = self.text.rpartition(" by ")
        return folded(names)[:_AFTER_BY] if by else ()

    @cached_property
    def number(self) -> str:
        """Its number in the list, or its label, without brackets."""
        found = _NUMBER.search(self.typed.number) if self.typed else None
        return found[0] if found else ""

    @cached_property
    def _dated(self) -> list[tuple[str, str]]:
        return _YEAR.findall(self.text)


def _years(date: Date) -> list[int]:
    return [parts.year for parts in (date.start, date.end) if parts]

"""The names, titles and years of the works that an essay may cite: those of its own list
and of the library.

"Doe (2001)" is certain where the list has a Doe of 2001, and a guess where it has not.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.model import Name, Source
from loccit.recognize.citations.library_names import LibraryNames
from loccit.recognize.typed_list import TypedEntry
from loccit.values.acronyms import acronyms
from loccit.values.names import surname

#: The years of the works that a name is in.
Years: TypeAlias = dict[str, frozenset[str]]

_ROLES = ["author", "editor", "director", "translator", "composer", "performer"]
_YEAR = regex(r"(?<!\d)(?:1[0-9]|20)\d\d(?!\d)")
_WORD = regex(r"[^\W\d_]+(?:['’.-]+[^\W\d_]+)*")
_WORD_OR_NUMBER = regex(r"[^\W_]+")
_TYPED_WORD = regex(r"[^\W_]+(?:['’.]+[^\W_]+)*")
_ACRONYM = regex(r"[(\[]([A-Z][A-Za-z&]{1,9})[)\]]")
#: How far into an entry the names reach, if no year ends them.
_LEAD = 120
#: A title is known by its first words, too.
_SHORTEST_TITLE = 2
_LONGEST_TITLE = 12
#: Shorter names are not misspelt but other names.
_SHORTEST_MISSPELT = 5
_ARTICLE = regex(r"(?:the|an?|der|die|das|le|la|les|el|los|las|il) ")


def folded(text: str) -> str:
    """Return the words of a text without accents, case and punctuation.

    >>> folded("Smith-Łukasz’s  Pérez")
    'smith łukaszs perez'
    """
    letters = _without_accents(text.casefold())
    words = letters.replace("'", "").replace("’", "").replace(".", "")
    return " ".join(_WORD_OR_NUMBER.findall(words))


def _without_accents(text: str) -> str:
    if text.isascii():
        return text  # most names are, and every name in the text is asked about
    letters = unicodedata.normalize("NFKD", text)
    return "".join(each for each in letters if not unicodedata.combining(each))


class Known(NamedTuple):
    """What the works that a name may be of have.

    Attributes:
        years: their years.
        is_sure: whether it is the name of one of them, and not just a word where the
            names of an entry are.
    """

    years: frozenset[str]
    is_sure: bool


class Lexicon:
    """The names of the works that an essay may cite."""

    def __init__(
        self, entries: Iterable[TypedEntry], library: LibraryNames | None = None
    ) -> None:
        """Read the names of a list.

        Args:
            entries: those of the list.
            library: its sources are read when a name is asked for that they may have.
        """
        self._library = library
        self._asked: set[str] = set()
        self._called: set[str] = set()
        self._asked_misspelt: set[str] = set()
        self._years: Years = {}
        self._likely: Years = {}
        self._given: dict[str, set[str]] = defaultdict(set)
        self._phrases: set[str] = set()
        self._titles: set[str] = set()
        self._anonymous: set[str] = set()
        self._years_of_names: dict[str, set[str]] = {}
        self._beginnings: set[str] = set()
        for entry in entries:
            years = _years_of(entry.source).union(_YEAR.findall(entry.text))
            self._add_source(entry.source, years)
            self._add_text(entry.text, years)

    def __bool__(self) -> bool:
        return bool(self._years) or bool(self._likely) or self._library is not None

    def misspells(self, name: str, year: str) -> bool:
        """Return whether a listed name of that year differs in one letter, or in two
        that are swapped.
        """
        last = folded(name).rpartition(" ")[2]
        if len(last) < _SHORTEST_MISSPELT:
            return False
        self._read_misspelt(last, year)
        return any(
            year in years and _is_one_off(last, other)
            for other, years in self._years_of_names.items()
        )

    def known(self, name: str) -> Known | None:
        """Return what is known of a surname, full name, group, acronym or title."""
        self._read_called(name)
        whole = folded(name)
        last = whole.rpartition(" ")[2]
        for text in (whole, last):
            if text in self._years:  # an undated work has no years
                is_sure = text not in self._beginnings
                return Known(self._years[text], is_sure)
        if years := self._likely.get(last):
            return Known(years, False)
        return None

    def has_phrase(self, text: str) -> bool:
        """Return whether a text is the whole name of a person or group, or a title."""
        self._read_named(text)
        return folded(text) in self._years

    def has_group_or_title(self, text: str) -> bool:
        """Return whether a text is the name of a group, its acronym, or a title."""
        self._read_named(text)
        return folded(text) in self._phrases

    def has_title(self, text: str) -> bool:
        """Return whether a text is a whole title, at least what is before its colon."""
        self._read_named(text)
        return folded(text) in self._titles

    def is_anonymous(self, title: str) -> bool:
        """Return whether a title stands for an author that its work has not."""
        self._read_named(title)
        return folded(title) in self._anonymous

    def is_person(self, text: str) -> bool:
        """Return whether a text ends with a listed person's surname."""
        self._read_called(text)
        return folded(text).rpartition(" ")[2] in self._given

    def has_given_name(self, given: str, family: str) -> bool:
        """Return whether a listed person of that surname has that first name."""
        self._read_named(family)
        return folded(given) in self._given.get(folded(family), ())

    def has_initial_of(self, given: str, family: str) -> bool:
        """Return whether a listed person of that surname has an initial that a word
        begins with.
        """
        self._read_named(family)
        return folded(given)[:1] in self._given.get(folded(family), ())

    def _read_called(self, name: str) -> None:
        """Read the sources that a name or its last word may be of."""
        if self._library is None or name in self._called:
            return
        self._called.add(name)
        self._read_named(name)
        self._read_named(_last_word(name))

    def _read_named(self, name: str) -> None:
        """Read the sources of the library that a name may be of."""
        if self._library is None or name in self._asked:
            return
        self._asked.add(name)
        for source in self._library.named(name):
            self._add_source(source, _years_of(source))

    def _read_misspelt(self, name: str, year: str) -> None:
        """Read the sources of a year whose names a name almost is."""
        asked = f"{name} {year}"
        if self._library is None or asked in self._asked_misspelt:
            return
        self._asked_misspelt.add(asked)
        for source in self._library.nearly_named(name, year):
            self._add_source(source, _years_of(source))

    def _add_source(self, source: Source, years: frozenset[str]) -> None:
        for role in _ROLES:
            for name in source.names(role):
                self._add_name(name, years)
        title = source.plain("title")
        whole = [title, title.partition(":")[0], title.partition("?")[0]]
        for text in map(folded, whole):
            self._titles |= {text, _ARTICLE.sub("", text)}
            self._beginnings -= {text, _ARTICLE.sub("", text)}
            if not any(map(source.names, _ROLES)):
                self._anonymous |= {text, _ARTICLE.sub("", text)}
        for text in _titles(title):
            if text not in self._years and text not in self._titles:
                self._beginnings.add(text)
            self._add_phrase(text, years)

    def _add_name(self, name: Name, years: frozenset[str]) -> None:
        whole = folded(surname(name))
        if not whole:
            return
        _add(self._years, whole, years)
        _add(self._years, folded(name.family) or whole, years)
        self._beginnings -= {whole, folded(name.family)}
        self._years_of_names.setdefault(whole.rpartition(" ")[2], set()).update(years)
        if name.literal:
            self._add_phrase(whole, years)
            for text in _short_names(name.literal):
                self._add_phrase(text, years)
            return
        given = folded(name.given).partition(" ")[0]
        self._given[whole].add(given)
        self._given[whole.rpartition(" ")[2]].add(given)
        if given:
            _add(self._years, folded(f"{name.given} {whole}"), years)

    def _add_phrase(self, phrase: str, years: frozenset[str]) -> None:
        if phrase:
            self._phrases.add(phrase)
            _add(self._years, phrase, years)

    def _add_text(self, text: str, years: frozenset[str]) -> None:
        """Add the words where an entry has its names, however it was read."""
        year = _YEAR.search(text)
        lead = text[: min(_LEAD, year.start() if year else _LEAD)]
        for word in _WORD.findall(lead):
            if word[0].isupper():
                _add(self._likely, folded(word).rpartition(" ")[2], years)
        for short in _ACRONYM.findall(lead):
            self._add_phrase(folded(short), years)
        words = lead.strip(' ,.(“"').split()
        if len(words) > _SHORTEST_TITLE:
            for short in _short_names(lead.strip(" ,.(")):
                _add(self._likely, short, years)


def _last_word(name: str) -> str:
    """Return the last word of a name, as it is typed."""
    words = _TYPED_WORD.findall(unicodedata.normalize("NFC", name))
    return words[-1] if words else ""


def _add(table: Years, name: str, years: frozenset[str]) -> None:
    """Add years to those of a name; names of one work share its set, which matters in a
    library of 10,000.
    """
    known = table.get(name)
    table[name] = years if known is None else known | years


def _years_of(source: Source) -> frozenset[str]:
    years = set()
    for variable in ("issued", "original-date"):
        date = source.date(variable)
        if date and date.start:
            years.add(str(date.start.year))
        elif date:
            years |= {*_YEAR.findall(f"{date.literal} {date.raw}")}
    return frozenset(years)


def _short_names(group: str) -> Iterator[str]:
    """Yield the acronyms of a group."""
    yield from map(folded, acronyms(group))


def _titles(title: str) -> Iterator[str]:
    """Yield a title, what is before its colon, and its first words."""
    words = folded(title).split()
    main = folded(title.partition(":")[0])
    yield from (" ".join(words), main, _ARTICLE.sub("", main))
    for start in (0, 1 if words[:1] and _ARTICLE.match(words[0] + " ") else 0):
        for length in range(_SHORTEST_TITLE, min(len(words), _LONGEST_TITLE)):
            yield " ".join(words[start : start + length])


def _is_one_off(one: str, other: str) -> bool:
    """Return whether two words differ in one letter, or in two that are swapped.

    >>> _is_one_off("wckham", "wickham"), _is_one_off("bcukner", "buckner")
    (True, True)
    >>> _is_one_off("smith", "smythe")
    False
    """
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    first, second = one[start:], other[start:]
    if first[1:] == second[1:] or first[1:] == second or first == second[1:]:
        return True
    return first[:2] == second[1::-1] and first[2:] == second[2:]

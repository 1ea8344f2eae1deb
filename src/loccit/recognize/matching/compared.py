"""An entry of a typed list, and a source of the library, as they are compared."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from loccit._startup.regex import regex
from loccit.bibliography.duplicates import ComparedSource, words
from loccit.model import Source
from loccit.recognize.matching.people import Person, people_of
from loccit.recognize.matching.spelling import folded
from loccit.recognize.matching.work import Work
from loccit.recognize.typed_list import TypedEntry

#: A longer entry is an abstract, not a reference.
_LONGEST = 2000
#: "2nd ed.", "Third edition", in the text of an entry.
_EDITION = regex(
    r"(?i)\b(\d+)(?:st|nd|rd|th)? ed(?:n|ition)?\b|"
    r"\b(second|third|fourth|fifth|sixth|revised|rev\.?|updated) ed(?:n|ition)?\b"
)


class AskedEntry:
    """An entry, and what is compared of it."""

    def __init__(self, entry: TypedEntry) -> None:
        self.entry = entry
        self.work = Work(0, entry)
        self.compared = ComparedSource(entry.source)

    @cached_property
    def text_words(self) -> tuple[str, ...]:
        """The words of its text that distinguish it."""
        return words(self.entry.text[:_LONGEST])

    def has(self, phrase: Sequence[str]) -> bool:
        """Return whether its text has some words, one after the other."""
        return bool(phrase) and f" {' '.join(phrase)} " in self._joined_words

    @cached_property
    def _joined_words(self) -> str:
        return f" {' '.join(self.text_words)} "

    @cached_property
    def all_words(self) -> frozenset[str]:
        """The folded words of its text and of what was read of it."""
        return frozenset(folded(self.entry.text[:_LONGEST]))

    @cached_property
    def people(self) -> tuple[Person, ...]:
        """Its people, as far as they were read."""
        return people_of(self.entry.source)

    @cached_property
    def edition(self) -> str:
        """Its edition, also where it was not read; "" for the first."""
        found = _EDITION.search(self.entry.text)
        typed = self.compared.edition
        if typed or not found:
            return typed
        edition = ".".join(words(found[1] or found[2]))
        return "" if edition == "1" else edition

    def is_doubtful(self, variable: str) -> bool:
        """Return whether a variable may have been read wrong, or not at all."""
        has_it = variable in self.entry.source.variables
        return not has_it or variable in self.entry.doubtful


class ComparedWork:
    """A source of the library, and what is compared of it."""

    def __init__(self, source: Source) -> None:
        self.work = Work(source=source)
        self.compared = ComparedSource(source)

    @property
    def people(self) -> tuple[Person, ...]:
        """Its people."""
        return self.work.people

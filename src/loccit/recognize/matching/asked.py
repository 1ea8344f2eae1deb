"""A cite as it is compared with works, with what surrounds it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from loccit._startup.regex import regex
from loccit.bibliography.duplicates import words
from loccit.recognize.matching.people import TypedName, typed_name
from loccit.recognize.typed_citation import TypedCite

_DIGITS = regex(r"\d+")
_YEAR = regex(r"\d{3,4}")
#: "Li, Z., et al., 2025" and "Li Z 2025": initials after a surname.
_INITIAL = regex(r",?\s?([^\W\d_a-z])(?:\.(?!\s?\d)|(?=,|\s(?:et|and|&|\d{4})))")


class Asked:
    """A cite, and what is compared of it, each calculated when it is first needed."""

    def __init__(
        self,
        cite: TypedCite,
        text: str = "",
        sentence: str = "",
        acronyms: Mapping[str, str] | None = None,
        *,
        in_text: bool = False,
    ) -> None:
        """Args:
        cite: as it was read.
        text: the citation as it is typed, if it has one cite only.
        sentence: the sentence around it.
        acronyms: what abbreviations in the essay stand for, as it defines them.
        in_text: whether its names are not in the citation, but in the text before.
        """
        self.cite = cite
        self.text = text
        self.sentence = sentence
        self.acronyms = acronyms or {}
        self.in_text = in_text

    @cached_property
    def names(self) -> tuple[TypedName, ...]:
        """Its names."""
        named = map(typed_name, self.cite.names)
        return tuple(name for name in named if name.words)

    @property
    def first(self) -> TypedName:
        """The first name."""
        return self.names[0]

    @cached_property
    def whole(self) -> TypedName:
        """All names as one: a group's name or a title that was split at an "and"."""
        return typed_name(" and ".join(self.cite.names))

    @cached_property
    def title_words(self) -> tuple[str, ...]:
        """The words of the title that is in the place of names."""
        return words(", ".join(self.cite.names)) if self.cite.names else ()

    @cached_property
    def years(self) -> tuple[int, ...]:
        """The years, of which a reprint has two."""
        return tuple(map(int, _YEAR.findall(self.cite.year)))

    @property
    def is_undated(self) -> bool:
        """Whether it says that there is no date: n.d., in press."""
        return bool(self.cite.year) and not self.years

    @cached_property
    def plain_sentence(self) -> str:
        """The words of the sentence around it, each between spaces."""
        return f" {' '.join(words(self.sentence))} "

    @cached_property
    def sentence_words(self) -> frozenset[str]:
        """The words of the sentence around it."""
        return frozenset(words(self.sentence)) if self.sentence else frozenset()

    @cached_property
    def beside_names(self) -> str:
        """What is typed in the citation besides names and numbers."""
        typed = " ".join([self.text, self.cite.prefix, self.cite.after])
        for name in self.cite.names:
            typed = typed.replace(name, " ")
        return _DIGITS.sub(" ", typed)

    @cached_property
    def initial(self) -> str:
        """The first letter of the first author's given name, if it is typed."""
        name = self.first
        if name.initials:
            return name.initials[0]
        surname = name.text.split()[-1]
        start = self.text.find(surname)
        found = _INITIAL.match(self.text, start + len(surname)) if start >= 0 else None
        return found[1].casefold() if found else ""

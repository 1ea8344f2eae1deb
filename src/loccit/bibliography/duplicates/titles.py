"""Compare titles, which people type in different ways."""

from __future__ import annotations

from functools import cached_property
from typing import Literal

from loccit._startup.regex import regex
from loccit.bibliography.duplicates.normalize import is_typo, numbers, words

#: How two titles agree: in all words, in all but a letter, or in all that the one
#: without a subtitle has.
Likeness = Literal["", "same", "near", "short"]

#: Signs after which a subtitle begins.
_BREAK = regex(r"[:?!–—(\[]|\.(?=\s+\w{2})|\s-+\s|,(?=\s*\d)|;")
#: Words that mark a different work: one about a work, in answer to it, or made from it.
_ANSWERS = """
    abridged abstract addendum addenda answer answers appendix clarification comment commentary comments companion
    correction corrections corrigendum corrigenda discussion draft editorial erratum errata exercises foreword handout
    index instructor interview introduction lecture notes poster postscript preface presentation preview rebuttal
    rejoinder reply response retraction review reviews sequel slides solutions summary supplement supplementary
    supplemental supporting talk translation unabridged update updated workbook antwort rezension compte resena
"""
#: Words of titles that occur in every book and every issue.
_PARTS = """
    acknowledgments acknowledgements afterword announcements article bibliography book books chapter column conclusion
    conclusions contents correspondence editor editors einleitung epilogue from home homepage letter letters memoriam
    news note obituary page prologue to untitled vorwort welcome
"""
_OTHER_WORK = frozenset(_ANSWERS.split())
_COMMON = _OTHER_WORK.union(_PARTS.split())

#: The similarity, in percent, from which on two titles resemble each other.
_RESEMBLING = 90


class Title:
    """A title prepared for comparison."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.words = words(text)
        self.joined = "".join(self.words)

    @cached_property
    def main(self) -> tuple[str, ...]:
        """The words before the subtitle."""
        before_break = _BREAK.split(self._text.strip("([¿¡"), maxsplit=1)[0]
        return words(before_break) or self.words

    @cached_property
    def numbers(self) -> tuple[str, ...]:
        """The numbers in it."""
        return numbers(self.words)

    @cached_property
    def is_common(self) -> bool:
        """Whether many books and issues have such a title.

        >>> Title("From the Editor").is_common
        True
        >>> Title("Introduction to Sociology").is_common
        False
        """
        return _COMMON.issuperset(self.words)

    @cached_property
    def _other_work(self) -> frozenset[str]:
        return _OTHER_WORK.intersection(self.words)

    @cached_property
    def _other_main(self) -> frozenset[str]:
        return _OTHER_WORK.intersection(self.main)

    def like(self, other: Title) -> Likeness:
        """Return how the titles agree.

        >>> one = Title("The New Jim Crow: Mass Incarceration in the Age of Color")
        >>> one.like(Title("The new Jim Crow -- mass incarceration in the age of color"))
        'same'
        >>> one.like(Title("The New Jim Crow"))
        'short'
        >>> Title("The Crowd, Part I").like(Title("The Crowd, Part II"))
        ''
        """
        if not self.joined or not other.joined:
            return ""
        if self.joined == other.joined:
            return "same"
        same_kind = (
            self.numbers == other.numbers and self._other_work == other._other_work
        )
        if same_kind and _has_typo(self.words, other.words):
            return "near"
        if self._is_main_of(other) or other._is_main_of(self):
            return "short"
        return ""

    def resembles(self, other: Title) -> bool:
        """Return whether titles are alike enough to be one, typed badly: too little
        where nothing else identifies the works.

        >>> Title("Long-termand other effects").resembles(Title("Long-term and other effects"))
        True
        """
        from rapidfuzz import fuzz  # takes 20 ms to import

        if self.numbers != other.numbers or self._other_work != other._other_work:
            return False
        return fuzz.ratio(self.joined, other.joined) >= _RESEMBLING

    def _is_main_of(self, other: Title) -> bool:
        """Return whether this is the other title without its subtitle, and the other is
        not a part, a volume or an answer.
        """
        subtitle = other.words[len(other.main) :]
        return (
            self.main == self.words
            and "".join(other.main) == self.joined
            and self._other_work == other._other_work
            and all(len(number) == 4 for number in numbers(subtitle))
        )


def _has_typo(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Return whether one word has one mistyped letter, and all else is equal."""
    if len(one) != len(other):
        return False
    different = [pair for pair in zip(one, other, strict=True) if pair[0] != pair[1]]
    return len(different) == 1 and is_typo(*different[0])

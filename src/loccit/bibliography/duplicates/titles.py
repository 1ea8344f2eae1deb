"""Titles: which are the same, but for what people type otherwise."""

from __future__ import annotations

from functools import cached_property
from typing import Literal

from loccit._startup.regex import regex
from loccit.bibliography.duplicates.normalize import is_slip, numbers, words

#: How two titles agree: in all words, in all but a letter, or in all that the one
#: without a subtitle has.
Likeness = Literal["", "same", "near", "short"]

#: What a subtitle stands behind.
_BREAK = regex(r"[:?!–—(\[]|\.(?=\s+\w{2})|\s-+\s|,(?=\s*\d)|;")
#: Words that make another work of a title: what is written about a work, in answer to
#: it, or made from it.
_ANSWERS = """
    abridged abstract addendum addenda answer answers appendix clarification comment commentary comments companion
    correction corrections corrigendum corrigenda discussion draft editorial erratum errata exercises foreword handout
    index instructor interview introduction lecture notes poster postscript preface presentation preview rebuttal
    rejoinder reply response retraction review reviews sequel slides solutions summary supplement supplementary
    supplemental supporting talk translation unabridged update updated workbook antwort rezension compte resena
"""
#: Words of which titles are made that every book and every issue has.
_PARTS = """
    acknowledgments acknowledgements afterword announcements article bibliography book books chapter column conclusion
    conclusions contents correspondence editor editors einleitung epilogue from home homepage letter letters memoriam
    news note obituary page prologue to untitled vorwort welcome
"""
_OTHER_WORK = frozenset(_ANSWERS.split())
_COMMON = _OTHER_WORK.union(_PARTS.split())


class Title:
    """A title as it is compared."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.words = words(text)
        self.joined = "".join(self.words)

    @cached_property
    def main(self) -> tuple[str, ...]:
        """The words before the subtitle."""
        return (
            words(_BREAK.split(self._text.strip("([¿¡"), maxsplit=1)[0]) or self.words
        )

    @cached_property
    def numbers(self) -> tuple[str, ...]:
        """The numbers in it."""
        return numbers(self.words)

    @cached_property
    def is_common(self) -> bool:
        """Whether each book and each issue has such a one.

        >>> Title("From the Editor").is_common, Title("Introduction to Sociology").is_common
        (True, False)
        """
        return _COMMON.issuperset(self.words)

    @cached_property
    def _other_work(self) -> frozenset[str]:
        return _OTHER_WORK.intersection(self.words)

    @cached_property
    def _other_main(self) -> frozenset[str]:
        return _OTHER_WORK.intersection(self.main)

    def like(self, other: Title) -> Likeness:
        """How the titles agree.

        >>> one = Title("The New Jim Crow: Mass Incarceration in the Age of Colorblindness")
        >>> one.like(Title("The new Jim Crow -- mass incarceration in the age of color-blindness"))
        'same'
        >>> one.like(Title("The New Jim Crow")), Title("The Crowd, Part I").like(Title("The Crowd, Part II"))
        ('short', '')
        """
        if not self.joined or not other.joined:
            return ""
        if self.joined == other.joined:
            return "same"
        if self.numbers == other.numbers and self._other_work == other._other_work:
            if len(self.words) == len(other.words) and _has_slip(
                self.words, other.words
            ):
                return "near"
            return "short" if self._is_main_of(other) or other._is_main_of(self) else ""
        return "short" if self._is_main_of(other) or other._is_main_of(self) else ""

    def _is_main_of(self, other: Title) -> bool:
        """Whether this is the other's title without its subtitle, and that no part or
        volume or answer.
        """
        subtitle = other.words[len(other.main) :]
        return (
            self.main == self.words
            and "".join(other.main) == self.joined
            and self._other_work == other._other_work
            and all(len(number) == 4 for number in numbers(subtitle))
        )


def _has_slip(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether words differ in a single letter of one of them."""
    different = [pair for pair in zip(one, other, strict=True) if pair[0] != pair[1]]
    return len(different) == 1 and is_slip(*different[0])

"""The cites between semicolons within brackets: "Ade, 2011; Bell, 2009"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.lint.checked.citations.citation import CheckedCitation
from loccit.lint.checked.citations.cite_words import CiteWords, words_of
from loccit.recognize import TypedCite

_SIGN = regex(r"[()\[\];]")


class Unit(NamedTuple):
    """The works between two semicolons; they are mostly of the same authors.

    Attributes:
        words: of each cite.
        start, end: from the first cite's names to its end, `paragraph.text[start:end]`.
    """

    words: tuple[CiteWords, ...]
    start: int
    end: int

    @property
    def cites(self) -> Sequence[TypedCite]:
        """Its cites."""
        return [each.cite for each in self.words]

    @property
    def authors(self) -> tuple[tuple[str, ...], bool]:
        """The names of its first cite, and whether "et al." follows them."""
        return (self.cites[0].names, self.cites[0].et_al)

    @property
    def has_prefix(self) -> bool:
        """Whether words such as "see also" are before it."""
        return bool(self.cites[0].prefix)

    @property
    def is_plain(self) -> bool:
        """Whether it has names and years, and nothing else."""
        return not any(
            cite.locator or cite.after or cite.secondary or cite.personal
            for cite in self.cites
        )


def units_of(citation: CheckedCitation) -> Sequence[Unit]:
    """Return the units of a citation in brackets; none if what semicolons separate is
    not always a cite.
    """
    words = [*words_of(citation)]
    if not words or citation.mode != "parenthetical":
        return []
    units = [*_units(citation, words)]
    return units if all(unit.words for unit in units) else []


def _units(citation: CheckedCitation, words: Sequence[CiteWords]) -> Iterator[Unit]:
    text, end = citation.mapped.text, words[-1].tail.end
    start = citation.start + 1
    for stop in [*_semicolons(text, start, end), end]:
        own = tuple(each for each in words if start <= _start(each) < stop)
        first = _start(own[0]) if own else start
        yield Unit(own, first, first + len(text[first:stop].rstrip()))
        start = stop + 1


def _start(words: CiteWords) -> int:
    return words.citation.place_of(words.cite)[0]


def _semicolons(text: str, start: int, end: int) -> Iterator[int]:
    depth = 0
    for sign in _SIGN.finditer(text, start, end):
        if sign[0] == ";" and depth == 0:
            yield sign.start()
        elif sign[0] in "([":
            depth += 1
        elif sign[0] in ")]":
            depth -= 1

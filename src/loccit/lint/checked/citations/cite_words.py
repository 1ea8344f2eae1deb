"""The words of a citation that is worded in the essay: names, what joins them, "et al.",
year and what follows it, each with its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from loccit._startup.dataclass import dataclass
from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.lint.checked.citations.citation import CheckedCitation
from loccit.recognize import TypedCite, TypedMode
from loccit.recognize.citations.reading.tokens import tokens_of
from loccit.recognize.citations.reading.words import ET_AL
from loccit.recognize.citations.reading.years import Year, years_in

#: The shapes with brackets that have names, a year or a place in order.
_MODES: frozenset[TypedMode] = frozenset(
    ["parenthetical", "narrative", "year-only", "page-only"]
)
_ET_AL = regex(ET_AL, re.IGNORECASE)
#: The letters after a year: "a", "a, b", "a-c".
_LETTERS = regex(r"[a-z](?:\s?[,&–-]\s?[a-z])*\Z")
#: An acronym after the name of a group.
ACRONYM = regex(r"\s*[(\[][A-Z][\w&.-]{0,11}[)\]]")
#: How an entry begins, unlike a sentence: "Doe, J.".
_ENTRY = regex(r"[^\W\d_][\w’'-]+(?:\s[\w’'-]+)?,\s?[^\W\d_]\.")
_BRACKET = regex(r"[(\[)\]]")
_OPENING = "(["


class Word(NamedTuple):
    """A stretch of a paragraph's text, `text[start:end]`."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class CiteWords:
    """The words of a cite; places count in the text of its paragraph.

    Attributes:
        citation: the citation that it is in.
        cite: what was read of it.
        number: which cite of its citation it is, from 0.
        is_inside: whether its names, if it has any, are within the brackets.
        lead: what is between the cite before it, or the opening bracket, and it:
            separators, and words such as "see".
        names: its names, as typed; none where another cite has them.
        joiners: "and" and "&" between its names, and before "et al.".
        et_al: "et al." or what is in its place, in any spelling.
        gap: what is between its names and the year, or the bracket around it.
        year: its year, without letters.
        letters: what follows the year: "a", "a, b".
        tail: what follows that, up to the next cite or the closing bracket: the place
            in the work, and remarks.
    """

    citation: CheckedCitation
    cite: TypedCite
    number: int
    is_inside: bool
    lead: Word
    names: tuple[Word, ...]
    joiners: tuple[Word, ...]
    et_al: Word | None
    gap: Word
    year: Word | None
    letters: Word | None
    tail: Word


def words_of(citation: CheckedCitation) -> Iterator[CiteWords]:
    """Yield the words of each cite of a citation with brackets; none of numbers, notes
    and the like.
    """
    if not citation.is_worded or citation.mode not in _MODES or _is_entry(citation):
        return
    places = [citation.place_of(cite) for cite in citation.cites]
    previous = None
    for number, place in enumerate(places):
        if place != previous:  # it is not the second letter of "2010a, b"
            yield _Reader(citation, number, places).words()
        previous = place


class _Reader:
    """Reads the words of a cite."""

    def __init__(
        self,
        citation: CheckedCitation,
        number: int,
        places: Sequence[tuple[int, int]],
    ) -> None:
        self._citation = citation
        self._number = number
        self._places = places
        self._cite = citation.cites[number]
        self._text = citation.paragraph.text
        self._start, self._end = places[number]

    def words(self) -> CiteWords:
        year = self._year()
        is_inside = year is None or self._start < year.start
        first, last = self._before_year(year)
        et_al = self._et_al(first, last)
        names = tuple(self._names(first, et_al.start if et_al else last))
        return CiteWords(
            self._citation,
            self._cite,
            self._number,
            is_inside,
            self._lead(),
            names,
            tuple(self._joiners([*names, et_al] if et_al else names)),
            et_al,
            self._gap(et_al or names[-1], last) if names else self._word(last, last),
            self._digits(year) if year else None,
            self._letters(year) if year else None,
            self._tail(year),
        )

    def _word(self, start: int, end: int) -> Word:
        return Word(self._text[start:end], start, end)

    def _year(self) -> Year | None:
        cite = self._cite
        found = [
            year
            for year in years_in(self._text, self._start, self._end)
            if year.text == cite.year and cite.suffix in year.letters
        ]
        return found[-1] if found else None  # a title may have another

    def _lead(self) -> Word:
        if self._number:
            before = self._places[self._number - 1][1]
            return self._word(min(before, self._start), self._start)
        start = self._start
        while start > self._citation.start and self._text[start - 1] not in _OPENING:
            start -= 1
        return self._word(start, self._start)

    def _before_year(self, year: Year | None) -> tuple[int, int]:
        """Return the stretch that names are in: before the year, or its bracket."""
        if year is None:
            return self._start, self._start
        if self._start < year.start:
            return self._start, year.start
        start = self._citation.start
        if self._number or self._citation.mode != "narrative":
            return year.start, year.start
        bracket = max(self._text.rfind(sign, start, year.start) for sign in _OPENING)
        return start, bracket if bracket >= 0 else year.start

    def _et_al(self, first: int, last: int) -> Word | None:
        if not self._cite.et_al:
            return None
        found = [*_ET_AL.finditer(self._text, first, last)]
        if not found:
            return None
        start = found[-1].start()
        return self._word(start, start + len(found[-1][0].partition(",")[0]))

    def _names(self, first: int, last: int) -> Iterator[Word]:
        for name in self._cite.names:
            found = re.compile(_pattern(name)).search(self._text, first, last)
            if found:
                first = found.end()
                yield self._word(*found.span())

    def _joiners(self, joined: Sequence[Word]) -> Iterator[Word]:
        for one, other in pairwise(joined):
            for token in tokens_of(self._text, one.end, other.start):
                if token.is_and:
                    yield Word(token.text, token.start, token.end)

    def _gap(self, name: Word, last: int) -> Word:
        acronym = ACRONYM.match(self._text, name.end, last)
        return self._word(acronym.end() if acronym else name.end, last)

    def _digits(self, year: Year) -> Word:
        letters = self._letters(year)
        end = letters.start if letters else year.end
        return self._word(year.start, end)

    def _letters(self, year: Year) -> Word | None:
        if not year.letters:
            return None
        found = _LETTERS.search(self._text[year.start : year.end])
        return self._word(year.start + found.start(), year.end) if found else None

    def _tail(self, year: Year | None) -> Word:
        start = year.end if year else self._start
        end = self._citation.end
        if self._number + 1 < len(self._places):
            end = max(start, self._next_cite(start))
        return self._word(start, self._closing(start, end))

    def _next_cite(self, start: int) -> int:
        """Return where the next cite begins, with its prefix."""
        following = self._places[self._number + 1][0]
        prefix = self._citation.cites[self._number + 1].prefix
        found = self._text.rfind(prefix, start, following) if prefix else -1
        return found if found >= 0 else following

    def _closing(self, start: int, end: int) -> int:
        """Return where the bracket around a stretch closes, if it does before `end`."""
        depth = 0
        for bracket in _BRACKET.finditer(self._text, start, end):
            depth += 1 if bracket[0] in _OPENING else -1
            if depth < 0:
                return bracket.start()
        return end


def _is_entry(citation: CheckedCitation) -> bool:
    """Return whether it is the beginning of a list entry, where no list was found."""
    before = citation.paragraph.text[: citation.start]
    return not before.strip() and _ENTRY.match(citation.text) is not None


def _pattern(name: str) -> str:
    """Return what finds a name, which was read without line breaks."""
    words = [re.escape(word).replace(r"\-", r"\-\n?") for word in name.split()]
    return r"\s+".join(words)

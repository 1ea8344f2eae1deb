"""What is within brackets, taken apart into cites: "see Doe, 2001, p. 3; Roe, 1999"."""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.model import Locator
from loccit.recognize.citations.lexicon import Lexicon
from loccit.recognize.citations.reading.heads import read_head
from loccit.recognize.citations.reading.locators import (
    has_label,
    read_locator,
)
from loccit.recognize.citations.reading.names import NamesRead
from loccit.recognize.citations.reading.years import Year, years_in

#: Nothing, or the role of whoever is named before: "Doe (ed., 2001)".
_ONLY_SEPARATORS = regex(
    r"(?:[\s,;&/(\[]|and\b|und\b|et\b|y\b|e\b|(?:eds?|dir|hrsg|hg|coord|coords|comp|org|orgs"
    r"|trans)\b\.?)*\Z"
)
_SEPARATOR = regex(r"[;；]")
_COMMA_AND_YEAR = regex(r"[\s,;]*(?:(?:&|and|und|et|y|e)\s)?((?:1[5-9]|20)\d\d)(?!\d)")
#: A work is hardly cited beside one that is so much older.
_OLDEST = 150
_PAGE_LAST = regex(r"[,\s]+(?:pp?|pgs?|S|para?)\.?\s?\d[\d–-]*[,\s]*\Z")
_PAGE_FIRST = regex(r"\s*(?:pp?|pgs?|S|para?)\.?\s?\d")
_AROUND = " \n\t\u00a0,;.)]"
_SEPARATORS = " \n\t\u00a0,;."
_OPENING = {")": "(", "]": "["}
_CLOSING = tuple(_OPENING)


class _Place(NamedTuple):
    """A locator that is before the year, `text[start:end]`."""

    locator: Locator
    start: int
    end: int


class CiteRead(NamedTuple):
    """One cite within brackets.

    Attributes:
        start, end: its place in the text.
        names: what was read before its year; None where another cite has them.
        year: its year.
        locator: the place in the work.
        after: what follows.
    """

    start: int
    end: int
    names: NamesRead | None
    year: Year
    locator: Locator | None = None
    after: str = ""


def read_cluster(text: str, start: int, end: int, lexicon: Lexicon) -> list[CiteRead]:
    """Read the cites within brackets; none if no year is there.

    A cite without names has those of the cite before it; the first one's may be before
    the bracket.
    """
    cites: list[CiteRead] = []
    for first, last in _segments(text, start, end):
        found = _read_segment(text, first, last, lexicon)
        if cites and not found:
            cites[-1] = _with_place(text, cites[-1], first, last)
        cites += found
    return cites


def _with_place(text: str, cite: CiteRead, start: int, end: int) -> CiteRead:
    """Add a place that a semicolon separates from its cite: "Doe, 2001; p. 3"."""
    read = read_locator(text, start, end)
    if read is None or cite.locator or text[read.end : end].strip(_AROUND):
        return cite
    return cite._replace(locator=read.locator, end=read.end)


def _segments(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for separator in _SEPARATOR.finditer(text, start, end):
        yield start, separator.start()
        start = separator.end()
    yield start, end


def _read_segment(text: str, start: int, end: int, lexicon: Lexicon) -> list[CiteRead]:
    cites: list[CiteRead] = []
    place = _place_first(text, start, end)
    position = place.end if place else start
    for year in years_in(text, start, end):
        if year.start < position:
            continue  # it is a page
        head = None
        if not _ONLY_SEPARATORS.match(text, position, year.start):
            place = _place_last(text, position, year.start) or place
            stop = place.start if place and place.start > position else year.start
            head = read_head(text, position, stop, lexicon)
            if head is None:
                continue
        if cites:
            cites[-1] = _with_after(text, cites[-1], position, _start(text, year, head))
        cite = CiteRead(head.start if head else year.start, year.end, head, year)
        cite = _with_locator(text, cite, end, lexicon)
        if place and not cite.locator:
            cite = cite._replace(locator=place.locator)
        place = None
        position = cite.end
        cites.append(cite)
    if cites:
        cites[-1] = _with_after(text, cites[-1], position, end)
    return cites


def _place_first(text: str, start: int, end: int) -> _Place | None:
    """Read a place before the names: "p. 3, Doe, 2001"."""
    if not _PAGE_FIRST.match(text, start, end):
        return None
    stop = text.find(",", start, end)
    read = read_locator(text, start, stop) if stop >= 0 else None
    return _Place(read.locator, start, read.end) if read else None


def _place_last(text: str, start: int, end: int) -> _Place | None:
    """Read a place between names and year: "Doe, p. 3, 2001"."""
    found = _PAGE_LAST.search(text, start, end)
    read = read_locator(text, found.start(), end) if found else None
    return _Place(read.locator, found.start(), read.end) if found and read else None


def _start(text: str, year: Year, head: NamesRead | None) -> int:
    if head is None:
        return year.start
    return text.rfind(head.prefix, 0, head.start) if head.prefix else head.start


def _with_locator(text: str, cite: CiteRead, end: int, lexicon: Lexicon) -> CiteRead:
    """Read what follows a year as a locator, unless it is another year."""
    start = cite.year.end
    while start < end and text[start] in ")] ":
        start += 1
    following = _COMMA_AND_YEAR.match(text, start, end)
    may_be_year = following is not None and not has_label(text, start, end)
    if following and may_be_year and not _is_page(following[1], cite, lexicon):
        return cite
    read = read_locator(text, start, end)
    if read is None:
        return cite
    return cite._replace(locator=read.locator, end=read.end)


def _is_page(number: str, cite: CiteRead, lexicon: Lexicon) -> bool:
    """Return whether a number that may be a year is a page: "Doe 2018, 1630"."""
    if not cite.year.text[-1].isdecimal():
        return False
    known = lexicon.known(cite.names.names[0]) if cite.names else None
    if known and number in known.years:
        return False
    return int(cite.year.text[: len(number)]) - int(number) > _OLDEST


def _with_after(text: str, cite: CiteRead, start: int, end: int) -> CiteRead:
    after = _without_closing(text[start:end])
    return cite._replace(after=after) if after not in ("&", "and", "und") else cite


def _without_closing(text: str) -> str:
    """Leave out what is around words, but no bracket that closes one of their own.

    >>> _without_closing(", my italics)"), _without_closing(", pp. [39]–[52]")
    ('my italics', 'pp. [39]–[52]')
    """
    text = text.strip(_SEPARATORS)
    while text.endswith(_CLOSING) and _closes_nothing(text):
        text = text[:-1].rstrip(_SEPARATORS)
    return text


def _closes_nothing(text: str) -> bool:
    closing = text[-1]
    return text.count(closing) > text.count(_OPENING[closing])

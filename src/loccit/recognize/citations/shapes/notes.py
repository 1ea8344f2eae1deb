"""References in notes that are typed by hand: "Doe, *On Things*, 12."."""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.recognize.citations.essay import CitingEssay
from loccit.recognize.citations.passage import Passage
from loccit.recognize.citations.possible import Possible, PossibleCite
from loccit.recognize.citations.reading.locators import read_locator
from loccit.recognize.citations.reading.names_before import names_before
from loccit.recognize.citations.reading.years import years_in

_PRIOR = 0.0
#: The mark of a note that is typed as a paragraph: "[1] Doe, On Things, 12."
_MARK = regex(r"\s*\[\d{1,3}\]\s+")
#: Where one reference ends: a semicolon, or a full stop after a page or a bracket.
_END = regex(r";|(?<=[\d)ivxf])\.(?=\s|\Z)|\Z")
_COMMA = regex(r",")
#: A page at the end: ", 12–14", ": 9".
_PLACE = regex(
    r"[,:]\s*(?:[^\W\d_]{1,6}\.?\s)?(?:\d[\d–,-]*|[ivxlc]+(?:[–-][ivxlc]+)?)\Z"
)
#: How far into a reference its first author's name ends.
_LONGEST_NAMES = 80


def find(passage: Passage, essay: CitingEssay) -> Iterator[Possible]:
    """Yield references in notes: a listed name, a comma, and what follows."""
    text = passage.text
    mark = _MARK.match(text)
    if passage.paragraph.kind != "note" and not mark:
        return
    start = mark.end() if mark else 0
    while start < len(text):
        end = _END.search(text, start)
        stop = end.start() if end else len(text)
        possible = _possible(passage, start, stop, essay)
        if possible:
            yield possible
        start = max(stop + 1, start + 1)


def _possible(
    passage: Passage, start: int, stop: int, essay: CitingEssay
) -> Possible | None:
    text, limit = passage.text, min(stop, start + _LONGEST_NAMES)
    for comma in _COMMA.finditer(text, start, limit):
        names = names_before(text, comma.start(), essay.lexicon)
        if names and names.start >= start and essay.lexicon.is_person(names.names[0]):
            break
    else:
        return None
    if not _has_title(passage, comma.end(), stop):
        return None
    cite = PossibleCite(names.start, stop, names)
    years = [*years_in(text, comma.end(), stop)]
    if years:
        cite = cite._replace(year=years[-1].text, letters=years[-1].letters[:1])
    place = _PLACE.search(text, max(comma.end(), years[-1].end if years else 0), stop)
    if place:
        read = read_locator(text, place.start(), stop)
        cite = cite._replace(locator=read.locator if read else None)
    return Possible(passage, "note", names.start, stop, (cite,), _PRIOR)


def _has_title(passage: Passage, start: int, stop: int) -> bool:
    """Return whether italics, quotation marks follow the names."""
    text = passage.text
    first = start
    while first < stop and text[first].isspace():
        first += 1
    if first < stop and text[first] in '"“„«':
        return True
    return passage.is_emphasized(first, first + 1)

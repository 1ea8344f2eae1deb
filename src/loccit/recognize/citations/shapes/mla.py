"""Names without a year, as MLA has them: "(Doe 46)", "(“Title” 3)", "(Doe)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.model import Locator
from loccit.recognize.citations.essay import CitingEssay
from loccit.recognize.citations.lexicon import Lexicon
from loccit.recognize.citations.passage import Passage
from loccit.recognize.citations.possible import Possible, PossibleCite
from loccit.recognize.citations.reading.heads import read_head
from loccit.recognize.citations.reading.locators import label_of, read_locator
from loccit.recognize.citations.reading.years import years_in

_WITH_PAGE, _WITHOUT_PAGE = 0.0, -3.5
_LONGEST = 160
#: "see also, e.g.," is before a name, but no sentence.
_LONGEST_PREFIX = 3
#: A page, with or without a word for it, at the end.
_PAGE_AT_END = regex(
    r"(?<![\d=<>~±])[\s,:]+(?P<label>(?:at\s)?(?:[^\W\d_]{1,6}\.?\s?|[§¶]+\s?))?"
    r"(?:\d[\d\s,–—-]*(?:ff?\.?|n\d+)?|[ivxlc]+(?:\s?[-–—]\s?[ivxlc]+)?)\Z"
)
_NUMBER_AT_END = regex(
    r"(?<![\d=<>~±])[\s,:]+(?:\d[\d\s,:–—-]*(?:ff?\.?|n\d+)?"
    r"|[ivxlc]+(?:\s?[-–—]\s?[ivxlc]+)?)\Z"
)
_PAGE_FIRST = regex(r"\s*pp?\.?\s?\d")
_ROMAN = regex(r"[ivxlc]+(?:\s?[-–—]\s?[ivxlc]+)?\Z")
_SEPARATOR = regex(r";\s*")
#: What is before a cite; "like Solaris 10" is none.
_SIGNAL = regex(
    r"(?i)\b(?:see|also|cf|compare|e\.g|qtd|quoted|cited|contra|vgl|siehe|zit|zitiert|voir|cité"
    r"|cit|véase|ver|citado|cfr|vedi|zie)\b"
)
#: A number of more digits is no page.
_LONG_NUMBER = regex(r"\d{6}")


def find(passage: Passage, essay: CitingEssay) -> Iterator[Possible]:
    """Yield brackets that have names, and no year."""
    text = passage.text
    for bracket in passage.round_and_square:
        start, end = bracket.start + 1, bracket.end - 1
        if not 1 < end - start <= _LONGEST or any(years_in(text, start, end)):
            continue
        cites = [
            _cite(text, first, last, essay.lexicon)
            for first, last in _segments(text, start, end)
        ]
        read = [cite for cite in cites if cite]
        if not read or len(read) < len(cites):
            continue
        if not all(_is_like_name(cite, essay.lexicon) for cite in read):
            continue
        place = (bracket.start, bracket.end)
        if any(cite.locator for cite in read):
            yield Possible(passage, "mla", *place, tuple(read), _WITH_PAGE)
        elif not passage.char_before(bracket.start).isalnum():
            yield Possible(passage, "name-only", *place, tuple(read), _WITHOUT_PAGE)


def _is_like_name(cite: PossibleCite, lexicon: Lexicon) -> bool:
    """Return whether words are names, or what is listed: without a year, other words
    prove nothing.
    """
    if cite.read is None or len(cite.read.prefix.split()) > _LONGEST_PREFIX:
        return False
    if cite.locator and _LONG_NUMBER.search(cite.locator.value):
        return False
    if cite.read.prefix and not _SIGNAL.search(cite.read.prefix):
        return False
    if not cite.locator:
        return all(_is_listed(name, lexicon) for name in cite.names)
    if cite.read.is_literal and not cite.read.is_title:
        return lexicon.has_phrase(cite.names[0])
    return True


def _is_listed(name: str, lexicon: Lexicon) -> bool:
    return lexicon.has_phrase(name) or (
        lexicon.is_person(name) and len(name.split()) <= _LONGEST_PREFIX
    )


def _segments(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for separator in _SEPARATOR.finditer(text, start, end):
        yield start, separator.start()
        start = separator.end()
    yield start, end


def _cite(text: str, start: int, end: int, lexicon: Lexicon) -> PossibleCite | None:
    place, first, last = None, start, end
    page = _page_at_end(text, start, end)
    if _PAGE_FIRST.match(text, start, end):
        read = read_locator(text, start, end)
        place = read.locator if read else None
        first = read.end if read else start
    elif page and page.start() > start:
        place = _place(text, page.start(), end)
        last = page.start() if place else end
    names = read_head(text, first, last, lexicon)
    if names is None:
        return None
    return PossibleCite(start, end, names, locator=place, after=names.title)


def _place(text: str, start: int, end: int) -> Locator | None:
    """Read a page or a time at the end; a Roman number needs no word for it."""
    read = read_locator(text, start, end)
    if read and read.end >= end:
        return read.locator
    number = text[start:end].strip(" ,:\n")
    return Locator("page", number) if _ROMAN.match(number) else None


def _page_at_end(text: str, start: int, end: int) -> re.Match[str] | None:
    found = _PAGE_AT_END.search(text, start, end)
    if found and found["label"] and label_of(found["label"].strip()) is None:
        return _NUMBER_AT_END.search(text, start, end)  # "Doe 46"
    return found

"""The work cited last: "(ibid., p. 3)", "Doe, op. cit., 12"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.recognize.citations.essay import CitingEssay
from loccit.recognize.citations.passage import Bracket, Passage
from loccit.recognize.citations.possible import Possible, PossibleCite
from loccit.recognize.citations.reading.heads import read_head
from loccit.recognize.citations.reading.locators import read_locator
from loccit.recognize.citations.reading.names_before import names_before

_IN_BRACKETS, _IN_NOTE, _IN_TEXT = 3.0, 3.0, -1.5
#: A page, or the mark of a typed note before it, makes it likely in running text.
_WITH_PLACE = 2.5
_MARK = regex(r"\s*\[\d{1,3}\]\s")
_IBID = regex(
    r"\b(?:ibid(?:em)?\b\.?|(?:op|loc)(?:\.\s?|\s)cit\b\.?|ebd\.|ebenda\b|a\.\s?a\.\s?O\."
    r"|ob\.\s?cit\.|idem\b)",
    re.IGNORECASE,
)


def find(passage: Passage, essay: CitingEssay) -> Iterator[Possible]:
    """Yield "ibid." and its like, with the brackets around it."""
    done = 0
    for found in _IBID.finditer(passage.text):
        if found.start() < done or passage.is_verbatim(found.start()):
            continue
        bracket = _around(passage, found.start())
        possible = _possible(passage, essay, found, bracket)
        done = possible.end
        yield possible


def _around(passage: Passage, position: int) -> Bracket | None:
    """Return the innermost brackets around a position."""
    around = [each for each in passage.brackets_near(position) if each.end > position]
    return around[-1] if around else None


def _possible(
    passage: Passage,
    essay: CitingEssay,
    found: re.Match[str],
    bracket: Bracket | None,
) -> Possible:
    text = passage.text
    limit = bracket.end - 1 if bracket else len(text)
    place = read_locator(text, found.end(), limit)
    end = place.end if place else found.end()
    names = None
    if bracket:
        names = read_head(text, bracket.start + 1, found.start(), essay.lexicon)
    cite = PossibleCite(
        found.start(), end, names, locator=place.locator if place else None
    )
    if bracket:
        start = bracket.start
        before = names_before(text, start, essay.lexicon) if names is None else None
        if before and essay.lexicon.known(before.names[0]):
            cite = cite._replace(read=before)
            start = before.start
        return Possible(passage, "ibid", start, bracket.end, (cite,), _IN_BRACKETS)
    start = found.start()
    before = names_before(text, start, essay.lexicon)
    if before and essay.lexicon.is_person(before.names[-1]):
        cite = cite._replace(start=before.start, read=before)
        start = before.start
    prior = _IN_TEXT
    if passage.paragraph.kind == "note" or _MARK.match(text):
        prior = _IN_NOTE
    elif cite.locator:
        prior += _WITH_PLACE
    return Possible(passage, "ibid", start, end, (cite,), prior)

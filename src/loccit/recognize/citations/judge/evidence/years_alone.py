"""Years alone: the name or title further before."""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.recognize.citations.essay import CitingEssay
from loccit.recognize.citations.judge.evidence import Evidence
from loccit.recognize.citations.possible import Possible
from loccit.recognize.citations.reading.tokens import tokens_of
from loccit.recognize.typed_citation import Reason

_SENTENCE = 250
_TITLE = regex(r"[\"”»][,.]?\s*\Z")
_DIGITS = 4
_LONGEST_TITLE = 14


def weigh(possible: Possible, essay: CitingEssay) -> Iterator[Evidence]:
    """Look for a listed name or title with that year before it."""
    if possible.mode != "year-only":
        return
    text, start = possible.passage.text, possible.start
    year = possible.cites[0].year[:_DIGITS]
    tokens = [
        token
        for token in tokens_of(text, max(0, start - _SENTENCE), start)
        if token.is_word
    ]
    if _ends_with_title(text, start, [token.start for token in tokens], essay):
        yield Evidence(4.0, Reason("listed-title", "a listed title is before it"))
    elif any(_is_of_year(token.text, year, essay) for token in tokens):
        yield Evidence(
            3.0, Reason("listed-before", "the list has a name before it with the year")
        )
    elif essay.lexicon:
        yield Evidence(-2.0, Reason("unlisted", "no listed name is before it"))
    if _TITLE.search(possible.before):
        yield Evidence(1.0, Reason("after-title", "a title or quotation is before it"))


def _ends_with_title(
    text: str, end: int, starts: list[int], essay: CitingEssay
) -> bool:
    return any(
        essay.lexicon.has_group_or_title(text[start:end])
        for start in starts[-_LONGEST_TITLE:-1]
    )


def _is_of_year(word: str, year: str, essay: CitingEssay) -> bool:
    if not word[0].isupper():
        return False
    known = essay.lexicon.known(word.removesuffix("'s").removesuffix("’s"))
    return known is not None and year in known.years

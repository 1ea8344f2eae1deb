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
#: Where a sentence ends, or the brackets of another citation do.
_SENTENCE_END = regex(r"[.!?][\"”’)]*\s+(?=[^\Wa-z])|\d[a-z]?\)")
#: The volume and issue of a journal, whose year follows: "Race 7, no. 1 (1990)".
_ISSUE = regex(r"(?:\d|\bno\. \d+)\s\Z")
#: Words for the time that a year is.
_TIME = regex(
    r"(?i)\b(?:years?|months?|century|in|since|until|by|time|today|then|now|jahr|année"
    r"|año|anno|jaar)\s\Z"
)
_DIGITS = 4
_LONGEST_TITLE = 14


def weigh(possible: Possible, essay: CitingEssay) -> Iterator[Evidence]:
    """Look for a listed name or title with that year before it."""
    if possible.mode != "year-only":
        return
    text, start = possible.passage.text, possible.start
    years = {cite.year[:_DIGITS] for cite in possible.cites}
    window = max(0, start - _SENTENCE)
    ends = [found.end() for found in _SENTENCE_END.finditer(text, window, start)]
    tokens = [
        token
        for token in tokens_of(text, ends[-1] if ends else window, start)
        if token.is_word
    ]
    if _TIME.search(possible.before):
        yield Evidence(-3.0, Reason("time", "it says when something was"))
    if _ISSUE.search(possible.before):
        yield Evidence(-5.0, Reason("issue", "a volume or an issue is before it"))
    if _ends_with_title(text, start, [token.start for token in tokens], essay):
        yield Evidence(4.0, Reason("listed-title", "a listed title is before it"))
    elif any(_is_of_years(token.text, years, essay) for token in tokens):
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


def _is_of_years(word: str, years: set[str], essay: CitingEssay) -> bool:
    if not word[0].isupper():
        return False
    known = essay.lexicon.known(word.removesuffix("'s").removesuffix("’s"))
    return known is not None and known.is_sure and not years.isdisjoint(known.years)

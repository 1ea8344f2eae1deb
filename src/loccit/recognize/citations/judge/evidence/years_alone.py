"""Years alone: the name or title further before."""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.recognize.citations.essay import CitingEssay
from loccit.recognize.citations.judge.evidence import Evidence
from loccit.recognize.citations.possible import Possible
from loccit.recognize.citations.reading.tokens import Token, tokens_of
from loccit.recognize.typed_citation import Reason

_SENTENCE = 250
#: The sentence before a page that follows a quotation may be longer.
_QUOTING = 800
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
_POSSESSIVE = regex(r"['’]s\Z|(?<=s)['’]\Z")
#: The words of a work after the name of its author.
_NEAR = 6
_LONGEST_TITLE = 14


def weigh(possible: Possible, essay: CitingEssay) -> Iterator[Evidence]:
    """Look for a listed name or title with that year before it."""
    if possible.mode != "year-only":
        return
    if _TIME.search(possible.before):
        yield Evidence(-3.0, Reason("time", "it says when something was"))
    if _ISSUE.search(possible.before):
        yield Evidence(-5.0, Reason("issue", "a volume or an issue is before it"))
    if _TITLE.search(possible.before):
        yield Evidence(1.0, Reason("after-title", "a title or quotation is before it"))
    if evidence := _of_list(possible, essay):
        yield evidence


def _of_list(possible: Possible, essay: CitingEssay) -> Evidence | None:
    years = {cite.year[:_DIGITS] for cite in possible.cites}
    words = _words_before(possible)
    named = words
    if possible.cites[0].locator:
        named = _words_before(possible, sentences=2)
    if _ends_with_title(possible, words, years, essay):
        return Evidence(4.0, Reason("listed-title", "a listed title is before it"))
    if any(_is_of_years(word.text, years, essay) for word in named):
        text = "the list has a name before it with the year"
        return Evidence(3.0, Reason("listed-before", text))
    if any(_is_owner(word.text, essay) for word in words[-_NEAR:]):
        text = "a name that the essay surely cites is before it"
        return Evidence(3.0, Reason("cited-before", text))
    if essay.lexicon:
        reason = Reason("unlisted", "no listed name is before it")
        return Evidence(-2.0, reason)
    return None


def _is_owner(word: str, essay: CitingEssay) -> bool:
    """Return whether a word is the possessive of a name that is surely cited: "Doe's
    Weather Map (2001)".
    """
    name = _POSSESSIVE.sub("", word)
    return name != word and name[:1].isupper() and essay.has_cited(name)


def _words_before(possible: Possible, sentences: int = 1) -> list[Token]:
    """Return the words before it in its sentence, or in so many."""
    text, start = possible.passage.text, possible.start
    is_quoting = possible.cites[0].locator and _TITLE.search(possible.before)
    length = _QUOTING if is_quoting else _SENTENCE
    window = max(0, start - sentences * length)
    ends = [found.end() for found in _SENTENCE_END.finditer(text, window, start)]
    first = ends[-sentences] if len(ends) >= sentences else window
    tokens = tokens_of(text, first, start)
    return [token for token in tokens if token.is_word]


def _ends_with_title(
    possible: Possible, words: list[Token], years: set[str], essay: CitingEssay
) -> bool:
    """Return whether the words end with the title of a listed work of that year."""
    text = possible.passage.text
    titles = [text[word.start : possible.start] for word in words[-_LONGEST_TITLE:-1]]
    listed = filter(essay.lexicon.has_group_or_title, titles)
    known = [essay.lexicon.known(title) for title in listed]
    return any(each and not years.isdisjoint(each.years) for each in known)


def _is_of_years(word: str, years: set[str], essay: CitingEssay) -> bool:
    if not word[0].isupper():
        return False
    known = essay.lexicon.known(word.removesuffix("'s").removesuffix("’s"))
    return known is not None and known.is_sure and not years.isdisjoint(known.years)

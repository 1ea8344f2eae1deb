"""Find the date of a work."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.model import Span
from loccit.recognize.references.rules.draft import CERTAIN, Draft
from loccit.values.date_words import month_number

_YEAR = r"(?:1[4-9]|20)\d\d"
_NO_YEAR = (
    r"(?:n\.\s?d\.?|no date|undated|o\.\s?J\.|s\.\s?f\.|s\.\s?d\.|in press|forthcoming"
    r"|im Druck|to appear|submitted)(?:[-–]?[a-z]\b)?"
)
_YEARS = rf"(?:c(?:a|irca)?\.?\s?)?{_YEAR}(?:\s?[-–/]\s?(?:{_YEAR}|\d\d))?[a-z]?"
_WORD = r"(?:\d{1,2}(?:st|nd|rd|th)?|[^\W\d_]{3,10})\.?"
_WORDS = rf"{_WORD}(?:[\s,–/-]{{1,3}}{_WORD}){{0,4}}"
#: "(2010)", "(2010, May 3)", "(May 2010)", "(n.d.)", "(1962/2012)", "[1940] (1984)", and
#: "(1984; original work published 1940)".
_IN_BRACKETS = regex(
    rf"[(\[]\s?(?P<date>{_YEARS}(?:[\s,.;-]{{1,3}}{_WORDS})?|{_WORDS}[\s,.]{{1,3}}{_YEARS}"
    rf"|{_NO_YEAR})\s?(?:[;,]?\s?(?:orig|first)[^()\[\]\0]{{0,40}})?[)\]]",
    re.IGNORECASE,
)
_REPRINT = regex(rf"(?P<date>[(\[]{_YEAR}[)\]],?\s[(\[]?{_YEAR}[)\]]?)(?=[\s.,:;\0]|$)")
#: A year with the day and the month before or after it.
_BARE = regex(
    rf"(?P<before>(?:{_WORD}[\s,./–-]{{1,3}}){{0,4}})"
    rf"(?P<year>(?<![\w–-]){_YEARS})(?![\w–-])"
    rf"(?P<after>(?:[\s,.-]{{1,2}}{_WORD}){{0,3}})",
    re.IGNORECASE,
)
_BARE_NO_YEAR = regex(
    rf"(?<=[\s,.])(?P<date>{_NO_YEAR})(?=[\s,.:;\0]|$)", re.IGNORECASE
)
#: "12.3.2018", which looks like a volume and an issue.
_DAY_IN_NUMBERS = regex(
    rf"(?<![\w./-])(?P<date>\d{{1,2}}\.\s?\d{{1,2}}\.\s?{_YEAR})(?![\w-])"
)
_TOKEN = regex(r"[^\W_]+")
_ORDINAL = regex(r"(\d{1,2})(?:st|nd|rd|th)", re.IGNORECASE)
#: Words in dates besides months.
_SMALL_WORDS = frozenset(
    "spring summer fall autumn winter ca circa st nd rd th of de and".split()  # noqa: SIM905
)
_LONGEST_DAY, _LAST_DAY = 2, 31
_OPENING_QUOTES = '“"‘«'
_ENDS_OF_NAMES = (".", ",", ")")
_ENDS_OF_YEAR = (".", ",", ":", ")", "")


def find_date(draft: Draft) -> None:
    """Label the date of a reference.

    A year in brackets counts before others, then a year after the authors, then the
    last one outside quotation marks.
    """
    if draft.first("date"):
        return
    day = _DAY_IN_NUMBERS.search(draft.free)
    if day:
        draft.label_groups(day, CERTAIN)
        return
    found = _REPRINT.search(draft.free) or next(_in_brackets(draft), None)
    if found:
        draft.label_groups(found, 0.95)
        return
    bare = _bare(draft)
    if bare:
        span = _with_day(bare)
        draft.label("date", span.start, span.end, 0.9)
    elif found := _BARE_NO_YEAR.search(draft.free):
        draft.label_groups(found, 0.9)


def _in_brackets(draft: Draft) -> Iterator[re.Match[str]]:
    """Yield dates in brackets; all their words must be those of dates."""
    for found in _IN_BRACKETS.finditer(draft.free):
        words = _TOKEN.findall(found["date"])
        has_year = any(word.isdecimal() for word in words)
        if not has_year or all(map(_is_of_date, words)):
            yield found


def _is_of_date(word: str) -> bool:
    return word[0].isdecimal() or len(word) == 1 or _is_month(word)


def _is_month(word: str) -> bool:
    return word.lower() in _SMALL_WORDS or month_number(word) is not None


def _bare(draft: Draft) -> re.Match[str] | None:
    """Return the likeliest of the years without brackets."""
    outside = []
    for found in _BARE.finditer(draft.free):
        if _follows_authors(draft, found):
            return found
        if not _is_quoted(draft, found):
            outside.append(found)
    return outside[-1] if outside else None


def _follows_authors(draft: Draft, found: re.Match[str]) -> bool:
    """Return whether a year is between stops, and nothing before it is a title."""
    before = draft.free[: found.start("year")].rstrip()
    after = draft.free[found.end("year") :][:1]
    if not before.endswith(_ENDS_OF_NAMES) or after not in _ENDS_OF_YEAR:
        return False
    if any(quote in before for quote in _OPENING_QUOTES):
        return False
    return before.count(". ") <= before.count(",") + 2


def _is_quoted(draft: Draft, found: re.Match[str]) -> bool:
    """Return whether a year is in a title in quotation marks."""
    before, after = draft.text[: found.start("year")], draft.text[found.end("year") :]
    return before.rfind("“") > before.rfind("”") and "”" in after


def _with_day(found: re.Match[str]) -> Span:
    """Return the place of a year with the month and the day beside it."""
    start, end = found.span("year")
    for token in reversed([*_TOKEN.finditer(found.string, *found.span("before"))]):
        if not _is_near(token[0]):
            break
        start = token.start()
    for token in _TOKEN.finditer(found.string, *found.span("after")):
        if not _is_near(token[0]):
            break
        end = token.end()
    return Span(start, end)


def _is_near(word: str) -> bool:
    """Return whether a word is a day or a month."""
    if ordinal := _ORDINAL.fullmatch(word):
        word = ordinal[1]
    if word.isdecimal():
        return len(word) <= _LONGEST_DAY and 0 < int(word) <= _LAST_DAY
    return _is_month(word)

"""A month or day in the date of a journal article, or no day in that of the news.

## What it does

Finds journal articles and books with more than a year, and articles of newspapers with a
year alone.

## Why is this bad?

APA dates articles of newspapers and magazines, posts and talks to the day, and journal
articles and books to the year (section 9.14).

## Example

    Neighborhoods changed (Alexander, 2010).

    # References

    Alexander, M. (2010, March). Quiet streets. *Journal of Cities*, *12*(3), 1–9.

## Use instead

    Neighborhoods changed (Alexander, 2010).

    # References

    Alexander, M. (2010). Quiet streets. *Journal of Cities*, *12*(3), 1–9.

## Fix safety

This fix is safe: it leaves out the month and the day.  Where they are missing, there is
no fix.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEntry, CheckedEssay
from loccit.lint.prose.entry_mistakes.expected import expected
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety
from loccit.recognize.segments import Segment

FIX_SAFETY: Safety = "safe"

_JOURNAL = regex(
    r"\b(?:journal of|journal|annals|quarterly|transactions|archives of|acta|studies"
    r"|bulletin of|plos|bmc|frontiers in|international)\b",
    re.IGNORECASE,
)
#: Newspapers, and words of the names of others.
_NEWSPAPER = regex(
    r"(?:the )?(?:\w+ ){0,3}(?:times|guardian|herald|tribune|gazette|daily \w+|chronicle"
    r"|telegraph|washington post|morning post|observer|independent|haaretz|daily mail"
    r"|wall street journal|newsweek|usa today|le monde|zeitung|globe|\w+ post|sun-times"
    r"|inquirer|examiner|dispatch|sentinel|mercury news)",
    re.IGNORECASE,
)
_MORE = regex(r"(?P<year>(?:1[4-9]|20)\d\d[a-z]?),? [^\W\d_]{3,}\.?(?: \d{1,2})?")
_YEAR = regex(r"(?:1[4-9]|20)\d\d[a-z]?")
_OPENING = ("(", "[")


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    for entry in essay.ordinary_entries:
        dates = entry.segments("date")
        if len(dates) == 1 and entry.text[dates[0].start - 1] in _OPENING:
            yield from _too_much(essay, entry, dates[0])
            yield from _too_little(entry, dates[0])


def _too_much(
    essay: CheckedEssay, entry: CheckedEntry, date: Segment
) -> Iterator[Mistake]:
    more = _MORE.fullmatch(entry.text, date.start, date.end)
    if more and (_is_in_a_journal(entry) or _is_a_book(entry)):
        message = "The date of a journal article or book has more than the year."
        yield expected(essay, entry, date.start, date.end, more["year"], message)


def _is_in_a_journal(entry: CheckedEntry) -> bool:
    source = entry.source
    if source.type != "article-journal" or not entry.is_sure("container-title"):
        return False
    container = source.plain("container-title")
    if not entry.is_sure("volume") or _NEWSPAPER.fullmatch(container):
        return False
    return bool(_JOURNAL.search(container)) or bool(source.text("DOI"))


def _is_a_book(entry: CheckedEntry) -> bool:
    source = entry.source
    has_more = {"URL", "container-title", "genre", "number"} & source.variables.keys()
    return source.type == "book" and entry.is_sure("publisher") and not has_more


def _too_little(entry: CheckedEntry, date: Segment) -> Iterator[Mistake]:
    if not _YEAR.fullmatch(entry.text, date.start, date.end):
        return
    source = entry.source
    container = source.plain("container-title")
    is_journal = {"volume", "issue", "DOI"} & source.variables.keys()
    if not is_journal and _NEWSPAPER.fullmatch(container):
        year = entry.text[date.start : date.end]
        message = f"The date of an article in {container} lacks the day."
        advice = f"Expected: ({year}, month day)."
        yield Mistake(entry.mapped, date.start, date.end, message, advice)

"""No name of the site in the entry of a web page, or one that is the author.

## What it does

Finds web pages by persons without the name of the site, and pages by groups whose site has
the same name.

## Why is this bad?

APA names the site before the address of a web page, unless it has the author's name
(section 9.33).

## Example

    Neighborhoods changed (City Council, 2011).

    # References

    City Council. (2011, May 3). *Quiet streets*. City Council. https://council.example.org/a

## Use instead

    Neighborhoods changed (City Council, 2011).

    # References

    City Council. (2011, May 3). *Quiet streets*. https://council.example.org/a

## Fix safety

This fix is safe: it removes the second mention alone.  A missing name has no fix, and is a
suggestion, because what is on a page is not always a page of a site.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEntry, CheckedEssay
from loccit.lint.checked.entries.difference import Difference
from loccit.lint.prose.entry_mistakes.addresses import is_web_page, urls
from loccit.lint.prose.entry_mistakes.expected import corrected
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety
from loccit.recognize.matching.people import people_of
from loccit.recognize.matching.spelling import folded

FIX_SAFETY: Safety = "safe"

#: What is between the title of a page and its address if there is no site.
_NOTHING = regex(r"[.\"”’]*\s*(?:Retrieved\s[^.]{0,40}\sfrom\s+|Retrieved from\s+)?<?")
_STOP = regex(r"[.,]\s+")


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    for entry in essay.ordinary_entries:
        titles, addresses = entry.segments("title"), [*urls(entry)]
        if not is_web_page(entry) or len(addresses) != 1 or len(titles) != 1:
            continue
        people = people_of(entry.source)
        if len(people) == 1 and people[0].is_group:
            yield from _same_name(essay, entry, people[0].family)
        elif people and not any(person.is_group for person in people):
            yield from _missing(entry, titles[0].end, addresses[0].start)


def _same_name(
    essay: CheckedEssay, entry: CheckedEntry, author: tuple[str, ...]
) -> Iterator[Mistake]:
    for part in entry.segments("container-title", "publisher"):
        name = entry.text[part.start : part.end]
        stop = _STOP.match(entry.text, part.end)
        if folded(name) == author and stop:
            message = f"The site has the name of the author, `{name}`."
            change = Difference(part.start, stop.end(), "")
            wanted = entry.text[stop.end() :].rstrip(".")
            yield corrected(essay, entry, [change], wanted, message)


def _missing(entry: CheckedEntry, start: int, end: int) -> Iterator[Mistake]:
    are_sure = entry.is_sure("title") and entry.is_sure("author")
    if are_sure and _NOTHING.fullmatch(entry.text, start, end):
        address_end = len(entry.text[end:].split()[0]) + end
        message = "The name of the site is missing before the address."
        advice = "Add it, and a stop."
        yield Mistake(entry.mapped, end, address_end, message, advice, severity="note")

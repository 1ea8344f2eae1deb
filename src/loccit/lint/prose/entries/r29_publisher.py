"""A publisher that is the author, or that has "Inc." or the like.

## What it does

Finds publishers that have the same name as the author, and abbreviations for kinds of
companies after a publisher's name.

## Why is this bad?

APA leaves out a publisher that is also the author, and words such as "Inc.", "Ltd." and
"LLC" (section 9.29).

## Example

    Neighborhoods changed (Cole, 2011).

    # References

    Cole, A. (2011). *Quiet streets*. North House, Inc.

## Use instead

    Neighborhoods changed (Cole, 2011).

    # References

    Cole, A. (2011). *Quiet streets*. North House.

## Fix safety

This fix is safe: the work can be found without these words.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.dataclass import replace
from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEntry, CheckedEssay
from loccit.lint.prose.entry_mistakes.addresses import is_web_page
from loccit.lint.prose.entry_mistakes.expected import expected
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety
from loccit.recognize.matching.people import people_of
from loccit.recognize.matching.spelling import folded

FIX_SAFETY: Safety = "safe"

#: Kinds of companies after a name; "& Co." is a part of it.
_KIND = regex(
    r",?(?<!&)(?<!and)\s+(?:Inc|Incorporated|Ltd|Limited|LLC|L\.L\.C|GmbH|PLC|plc|Corp"
    r"|Co|Pty(?:\.?,? (?:Ltd|Limited))?|Pvt(?:\.?,? Ltd)?)\b(?=\.?(?:\s|$|[,;)]))"
)
#: A longer name is more than one.
_LONGEST = 60
_STOP = regex(r"[.,;]*\s*")


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    for entry in essay.ordinary_entries:
        yield from _as_author(essay, entry)
        yield from _kinds(essay, entry)


def _as_author(essay: CheckedEssay, entry: CheckedEntry) -> Iterator[Mistake]:
    people, parts = people_of(entry.source), entry.segments("publisher")
    if len(people) != 1 or len(parts) != 1 or not people[0].is_group:
        return
    if is_web_page(entry):
        return
    start, end = parts[0].start, parts[0].end
    publisher = entry.text[start:end]
    if folded(publisher) != people[0].family:
        return
    stop = _STOP.match(entry.text, end)
    assert stop
    message = f"`{publisher}` is the author, too."
    following = entry.text[stop.end() :].split(" ")[0]
    new_end = stop.end() + len(following)
    if not following:  # it is at the end
        before = len(entry.text[:start].rstrip())
        start = entry.text.rfind(" ", 0, before) + 1
        following = entry.text[start:before]
    mistake = expected(essay, entry, start, new_end, following, message)
    yield replace(mistake, advice="Leave it out.")


def _kinds(essay: CheckedEssay, entry: CheckedEntry) -> Iterator[Mistake]:
    for part in entry.segments("publisher"):
        end = min(len(entry.text), part.end + len(", Incorporated"))
        found = _KIND.search(entry.text, part.start, end)
        if found and found.start() <= min(part.end, part.start + _LONGEST):
            name = entry.text[part.start : found.start()]
            message = f"`{found[0].strip(' ,')}` follows the name of the publisher."
            yield expected(essay, entry, part.start, found.end(), name, message)

"""A translator, or the year of the original, in the wrong form.

## What it does

Finds "Translated by T. Roe" and the like, and "(Original work published 1943)" with a stop
or in other words.

## Why is this bad?

APA gives the translator in parentheses after the title, "(T. Roe, Trans.)", and ends the
entry with "(Original work published 1943)", without a stop (sections 9.39 to 9.41).

## Example

    Neighborhoods changed (Cole, 1943/2011).

    # References

    Cole, A. (2011). *Quiet streets* (Translated by T. Roe). North Press.

## Use instead

    Neighborhoods changed (Cole, 1943/2011).

    # References

    Cole, A. (2011). *Quiet streets* (T. Roe, Trans.). North Press.

## Fix safety

This fix is safe: names and years stay the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEntry, CheckedEssay
from loccit.lint.prose.entry_mistakes.expected import expected
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety

FIX_SAFETY: Safety = "safe"

#: Words before a translator's name, and after it.
_BEFORE = regex(
    r"(?P<gap>[.,;]?\s+)(?P<open>[(\[]?)(?:translated by|transl?\. by|transl?\.:?|trans:?"
    r"|tr\.(?: by)?)\s+$",
    re.IGNORECASE,
)
_BEFORE_NAME = regex(r"(?P<gap>[.,;]?\s+)(?P<open>[(\[]?)$")
_AFTER_NAME = regex(
    r",?\s*(?:\((?:trans(?:l|lators?)?\.?)\)|(?:trans(?:l|lators?)?\b\.?))[)\]]?",
    re.IGNORECASE,
)
#: What follows the last translator.
_ENDS = regex(r"[.)\]]|$")
#: The translators as the style prints them.
_PRINTED = regex(r"\(([^()]+), Trans\.\)")
_ORIGINAL = regex(
    r"[(\[]?\b(?:original(?:ly)?(?: work)? published(?: in)?|first published(?: in)?"
    r"|original published|originally pub\.)\s+(?P<year>1\d{3}|20\d\d)[)\]]?(?P<stop>\.?)",
    re.IGNORECASE,
)


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    for entry in essay.ordinary_entries:
        yield from _translator(essay, entry)
        yield from _original(essay, entry)


def _translator(essay: CheckedEssay, entry: CheckedEntry) -> Iterator[Mistake]:
    parts = entry.segments("translator")
    if len(parts) != 1 or not entry.is_sure("translator"):
        return
    printed = _PRINTED.search(essay.expected[entry.number].text.plain)
    if not printed:
        return
    start, end = parts[0].start, parts[0].end
    before = _BEFORE.search(entry.text, 0, start)
    after = None if before else _AFTER_NAME.match(entry.text, end)
    place = before or (after and _BEFORE_NAME.search(entry.text, 0, start))
    if not place or (before and not _ENDS.match(entry.text, end)):
        return
    end = after.end() if after else end + entry.text.startswith((")", "]"), end)
    wanted = f"({printed[1]}, Trans.)"
    first = place.start("open") if place["open"] else place.start()
    typed = " ".join(entry.text[first:end].split())
    if typed.strip(" .,") != wanted:
        new = wanted if place["open"] else f" {wanted}"
        message = f"`{typed.strip(' .,')}` is not how a translator is given."
        yield expected(essay, entry, first, end, new, message)


def _original(essay: CheckedEssay, entry: CheckedEntry) -> Iterator[Mistake]:
    for found in _ORIGINAL.finditer(entry.text):
        if entry.text[found.end() :].strip():
            continue
        wanted = f"(Original work published {found['year']})"
        if found[0] != wanted:
            message = f"`{found[0]}` is not how the original is given."
            yield expected(essay, entry, *found.span(), wanted, message)

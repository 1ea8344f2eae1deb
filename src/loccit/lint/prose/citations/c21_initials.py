"""No initials where two first authors share a surname.

## What it does

Finds citations by surname alone of first authors whose surname another first author of
the list has, too.

## Why is this bad?

Readers can't know whose work is meant.  APA gives the initials in every citation of
either author, even if the years differ (section 8.20).

## Example

    Grass grows (Park, 2015).

    # References

    Park, H. (2015). *On grass*. North Press.

    Park, S. (2019). *On moss*. South Press.

## Use instead

    Grass grows (H. Park, 2015).

    # References

    Park, H. (2015). *On grass*. North Press.

    Park, S. (2019). *On moss*. South Press.

## Fix safety

This fix is safe: year and other names say which of the authors it is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Set

from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEssay, CiteWords
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety

FIX_SAFETY: Safety = "safe"

#: What the style prints before a surname that is not enough.
_INITIALS = regex(
    r"\((?P<initials>(?:[^\W\d_a-z]\.[ -]?)+ )(?=(?P<surname>[^\W\d_].*))"
)
#: Initials that are typed already, or a given name.
_NAMED = regex(r"[^\W\d_a-z](?:\.|[\w’'-]+)\s?\Z")
_NAMED_AFTER = regex(r",\s[^\W\d_a-z]\.")
_SURE = 0.9


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    shared = _shared_surnames(essay)
    for words in essay.cite_words:
        initials = _initials(essay, words)
        if not initials or words.names[0].text not in shared:
            continue
        name, mapped = words.names[0], words.citation.mapped
        edits = essay.retyped(mapped, name.start, name.start, initials)
        message = f"Several first authors of the list are called `{name.text}`."
        advice = f"Write `{initials}{name.text}`."
        yield Mistake(mapped, name.start, name.end, message, advice, edits)


def _shared_surnames(essay: CheckedEssay) -> Set[str]:
    """Return the surnames of first authors whose given names begin differently."""
    initials: dict[str, set[str]] = defaultdict(set)
    for source in essay.works.values():
        for name in source.names("author")[:1]:
            initials[name.family].add(name.given[:1].casefold())
    return {family for family, known in initials.items() if len(known - {""}) > 1}


def _initials(essay: CheckedEssay, words: CiteWords) -> str:
    """Return the initials that a citation lacks."""
    work = essay.work_of(words.cite)
    if not words.names or not work or words.cite.confidence < _SURE:
        return ""
    found = _INITIALS.match(essay.in_print.alone[work])
    if not found or not found["surname"].startswith(words.names[0].text):
        return ""
    start = words.names[0].start
    text = words.citation.mapped.text
    before = text[words.citation.start : start]
    if _NAMED.search(before) or _NAMED_AFTER.match(text, words.names[0].end):
        return ""
    return found["initials"].replace("\xa0", " ")

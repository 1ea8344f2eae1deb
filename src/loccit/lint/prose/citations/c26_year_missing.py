"""A citation in brackets without the year.

## What it does

Finds citations in brackets that name a listed work by its author alone, or by author and
page.

## Why is this bad?

A citation in brackets always has its year; only in the sentence may it be left out, when
a work is named again in the same paragraph (APA, section 8.16).

## Example

    Sleep helps memory (Bell). It helps at any age (Lyon, 2014).

    # References

    Bell, R. (2009). *On sleep*. North Press.

    Lyon, K. (2014). *On memory*. South Press.

## Use instead

    Sleep helps memory (Bell, 2009). It helps at any age (Lyon, 2014).

    # References

    Bell, R. (2009). *On sleep*. North Press.

    Lyon, K. (2014). *On memory*. South Press.

## Fix safety

This fix is unsafe: it takes the year of the only work that the list has by this author.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from loccit._startup.regex import regex
from loccit.essays.mapped_text import MappedText
from loccit.lint.checked import CheckedCitation, CheckedEntry, CheckedEssay
from loccit.lint.checked.citations.abbreviated_groups import group_name, is_abbreviation
from loccit.lint.checked.citations.semicolons import is_between_authors
from loccit.lint.checked.prose import Found, found_in_prose
from loccit.lint.prose.rule import Mistake
from loccit.model import Cite, Edit, RichText, Safety
from loccit.recognize import TypedCite
from loccit.values.date_words import month_number

FIX_SAFETY: Safety = "unsafe"

_LIKELY = 0.7
#: Pages make a shape of their own.
_PLACE = (
    r"(?:Chapter|[Cc]hap\.|[Cc]h\.|Section|Part|Figure|Table|[Pp]aras?\.|Act|Book|Line)"
)
_SURNAME = r"[^\W\d_a-z][\w’'-]+"
_LAST_WORD = regex(r"([A-Z][\w.]+)\s\Z")
_ADVICE = "Add it."

Listed = Mapping[str, Sequence[CheckedEntry]]


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    listed = _first_authors(essay)
    if listed:
        yield from _names_alone(essay, listed)
    for citation in essay.worded:
        if citation.mode == "mla" and citation.text.startswith("("):
            yield from _names_and_page(essay, citation)


def _first_authors(essay: CheckedEssay) -> Listed:
    """Return the names of first authors, with their entries; not "May"."""
    found: dict[str, list[CheckedEntry]] = defaultdict(list)
    for entry in essay.entries:
        for name in entry.source.names("author")[:1]:
            shown = name.family or group_name(name.literal)
            if entry.is_sure("author") and month_number(shown) is None:
                found[shown].append(entry)
    return found


def _names_alone(essay: CheckedEssay, listed: Listed) -> Iterator[Mistake]:
    """Yield listed names that are alone in brackets, or between semicolons there."""
    for found in found_in_prose(essay, _pattern(listed)):
        start, end = found.match.span("names")
        if _explains(found):
            continue
        entries = listed[found.match["first"]]
        text = found.mapped.text
        if any(is_between_authors(text, end, each.source) for each in entries):
            continue
        edits: tuple[Edit, ...] = ()
        if len(entries) == 1 and (year := _year(essay, entries[0])):
            edits = essay.retyped(found.mapped, end, end, f", {year}")
        yield _mistake(found.mapped, start, end, edits)


def _explains(found: Found) -> bool:
    """Return whether brackets say what an abbreviation stands for: "WHO (World ...)"."""
    before = _LAST_WORD.search(found.mapped.text, 0, found.match.start())
    return before is not None and is_abbreviation(before[1], found.match["names"])


def _pattern(listed: Listed) -> re.Pattern[str]:
    """Return what finds names after a bracket, "see" or a year and a semicolon."""
    first = "|".join(map(re.escape, sorted(listed, key=len, reverse=True)))
    return re.compile(
        rf"(?:\((?:see(?:\salso)?\s|e\.g\.,\s|cf\.\s)?|\d[a-z]?;\s)"
        rf"(?P<names>(?P<first>{first})"
        rf"(?:\set\sal\.?|(?:,\s{_SURNAME})*,?\s(?:&|and)\s{_SURNAME})?)"
        rf"(?=(?:,\s{_PLACE}\s[^();]*)?\)|;\s[^();]*\d[a-z]?[;)])"
    )


def _year(essay: CheckedEssay, entry: CheckedEntry) -> str:
    """Return the year that the style prints in citations of an entry."""
    printed = essay.in_print.alone[entry.key]
    return printed.rpartition(", ")[2].rstrip(")")


def _names_and_page(
    essay: CheckedEssay, citation: CheckedCitation
) -> Iterator[Mistake]:
    is_likely = citation.read.confidence >= _LIKELY
    if is_likely and all(map(essay.entry_of, citation.cites)):
        edits = _edits(essay, citation)
        yield _mistake(citation.mapped, citation.start, citation.end, edits)


def _mistake(
    mapped: MappedText, start: int, end: int, edits: tuple[Edit, ...]
) -> Mistake:
    message = f"`{mapped.text[start:end]}` has no year."
    return Mistake(mapped, start, end, message, _ADVICE, edits)


def _edits(essay: CheckedEssay, citation: CheckedCitation) -> tuple[Edit, ...]:
    """Return the edits that print the citation as the style does."""
    if any(cite.after for cite in citation.cites):
        return ()
    printed = essay.in_print.together([_cite(essay, each) for each in citation.cites])
    return essay.retyped(citation.mapped, citation.start, citation.end, printed)


def _cite(essay: CheckedEssay, cite: TypedCite) -> Cite:
    prefix = RichText.of(f"{cite.prefix} ") if cite.prefix else RichText()
    return Cite(essay.work_of(cite) or "", prefix=prefix, locator=cite.locator)

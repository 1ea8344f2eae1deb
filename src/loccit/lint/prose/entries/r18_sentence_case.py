"""A title of a work with the capitals of a headline.

## What it does

Finds titles of works that are typed like headlines, and subtitles that begin with a small
letter.

## Why is this bad?

APA sets titles of articles, books and other works in sentence case: capitals begin the
title, the subtitle, and names (sections 9.19, 6.17).

## Example

    Neighborhoods changed (Alexander, 2010).

    # References

    Alexander, M. (2010). *The Quiet Street: A History of Noise*. New Press.

## Use instead

    Neighborhoods changed (Alexander, 2010).

    # References

    Alexander, M. (2010). *The quiet street: A history of noise*. New Press.

## Fix safety

This fix is unsafe: a list of names decides which words keep their capitals, and how the
essay itself writes them; but no list has all names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEntry, CheckedEssay
from loccit.lint.checked.entries.difference import Difference
from loccit.lint.checked.entries.letter_cases import LetterCases, letter_cases
from loccit.lint.prose.entry_mistakes.expected import corrected
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety, Severity
from loccit.values.letter_case.proper_nouns import proper_nouns

#: No list has all names, so what is expected is too often wrong about one.
SEVERITY: Severity = "note"
FIX_SAFETY: Safety = "unsafe"

_WORD = regex(r"[^\W_]+")
#: After the name of a journal, of which a volume is cited, or all of them: "Annals of
#: Botany. 1–14."
_VOLUMES = regex(r"\.\s\d+(?:[–-]\d+)?\.?\s*$|,\s\d")
#: Shorter words that are not names are known.
_RARE = 7
#: A title with another title, or a description, or what is not a title, or capitals for
#: letters.
_MIXED = regex(
    r"\s[“‘\"'«„]\w|\w[”\"»][:,.\s]|[\[|]|\.,|[A-Z]{4,}\s[A-Z]{4,}.*[a-z]{3}",
)
#: The name of an instrument keeps its capitals.
_INSTRUMENT = regex(
    r"(?:[A-Z][\w-]+ ){1,5}(?:Index|Inventory|Questionnaire|Scale|Test)\b"
    r"(?:[\s–—-]{1,2}(?:[A-Z]\w+ )?(?:Form|Revised|Version))?"
)
#: APA has "Part 2" and "Study I" with a capital.
_NUMBERED = regex(r"\s(?:\d{1,2}|[IVX]+)\b")
#: So does that of a body or a law.
_BODY = regex(r"(?:[A-Z][\w-]+ ){1,3}(?:Department|Association|Commission|Act)\b")
#: A title that goes on was not read to its end: by a word, or by a colon after the title
#: of another work.
_CUT = regex(r"(?<![?!])\s[^\W_]|[”\"’'»]:")
#: What is before a word with which a subtitle begins.
_COLON = regex(r"[:?!.—]\s*[\"“‘']?$")


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    cases = letter_cases(essay)
    for entry in essay.ordinary_entries:
        yield from _mistakes(essay, entry, cases)


def _mistakes(
    essay: CheckedEssay, entry: CheckedEntry, cases: LetterCases
) -> Iterator[Mistake]:
    titles = entry.segments("title")
    printed = essay.expected.get(entry.number)
    if len(titles) != 1 or not printed or not entry.is_clear(titles[0]):
        return
    if _VOLUMES.match(entry.text, titles[0].end):
        return
    start, end = titles[0].start, titles[0].end
    typed = entry.text[start:end]
    if _MIXED.search(typed) or _CUT.match(entry.text, start + len(typed.rstrip())):
        return
    changes = _changes(typed, printed.between("title"), cases)
    if changes:
        moved = [
            Difference(start + each.start, start + each.end, each.new)
            for each in changes
        ]
        message = "The title is not in sentence case."
        wanted = _with(typed, changes)
        if any(each.new.islower() for each in changes):
            wanted += "; names keep their capitals"
        yield corrected(essay, entry, moved, wanted, message)


def _changes(typed: str, printed: str, cases: LetterCases) -> list[Difference]:
    """Return the words that differ in their capitals; none if other things differ."""
    words = [*_WORD.finditer(typed)]
    others = _WORD.findall(printed)
    if [word[0].lower() for word in words] != [word.lower() for word in others]:
        return []
    pairs = [*zip(words, others, strict=True)]
    is_headline = any(word[0][0].isupper() and other.islower() for word, other in pairs)
    found = []
    for word, other in pairs:
        wanted = _wanted(typed, word, other, cases) if is_headline else other
        if _is_of_name(typed, word.start()) or _NUMBERED.match(typed, word.end()):
            continue
        if word[0] != wanted and _counts(typed, word.start(), word[0]):
            found.append(Difference(word.start(), word.end(), wanted))
    return found


def _is_of_name(typed: str, start: int) -> bool:
    """Return whether a word is of the name of an instrument, a body, or a law."""
    return any(
        found.start() <= start < found.end()
        for names in (_INSTRUMENT, _BODY)
        for found in names.finditer(typed)
    )


def _wanted(typed: str, word: re.Match[str], other: str, cases: LetterCases) -> str:
    """Return a word of a headline with the letters that the essay gives it, if it says
    so; the list of names does not know whether rare words are names.
    """
    lower = word[0].lower()
    if lower in cases.names and other.islower():
        return word[0]
    begins = not word.start() or _COLON.search(typed, 0, word.start())
    is_known = other in proper_nouns().words
    is_rare = len(lower) >= _RARE and lower.capitalize() == other and not is_known
    if is_rare and not begins and lower in cases.small:
        return lower
    return other


def _counts(typed: str, start: int, word: str) -> bool:
    """Return whether a word is lowered, or raised where a title or a subtitle begins;
    one before a colon may be the name of a program.
    """
    if word[0].isupper():
        return True
    if not word.isalpha() or typed[start + len(word) :][:1] in (":", "/", ".", "-"):
        return False
    return start == 0 or _COLON.search(typed, 0, start) is not None


def _with(typed: str, changes: list[Difference]) -> str:
    new, done = "", 0
    for each in changes:
        new += typed[done : each.start] + each.new
        done = each.end
    return new + typed[done:]

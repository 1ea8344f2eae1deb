"""A name is spelt differently in a citation and in the list, or left out.

## What it does

Finds citations of a listed work in which the name of an author differs from the list in a
few letters, in an accent, or in being the given name, or that name one of two authors.

## Why is this bad?

One of the two is wrong, and readers look for the entry by its name (APA, section 8.4).

## Example

    Prisons replaced the old order (Marchetti, 2010).

    # References

    Marcheti, L. (2010). *Walls*. Harbor Press.

## Use instead

    Prisons replaced the old order (Marcheti, 2010).

    # References

    Marcheti, L. (2010). *Walls*. Harbor Press.

## Fix safety

This fix is unsafe: it writes the name as the list has it, and the list may be wrong, or
another work be meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEntry, CheckedEssay, CiteWords, Word
from loccit.lint.checked.citations.people import (
    names_to_print,
    number_of_names,
    renamed,
)
from loccit.lint.checked.citations.people import people_of as sure_people
from loccit.lint.checked.citations.semicolons import is_between_authors
from loccit.lint.prose.rule import Mistake
from loccit.model import Name, Safety
from loccit.recognize.matching.people import PARTICLES, Person, people_of
from loccit.recognize.matching.spelling import folded, spelling

IN_EVERY_STYLE = True
FIX_SAFETY: Safety = "unsafe"

_TWO = 2
_LETTER = regex(r"[^\W\d_]")


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    misspelt = {
        each.cite.span: each.nearest
        for each in essay.cross_check.unlisted
        if each.is_misspelt
    }
    for words in essay.cite_words:
        entry = essay.entry_of(words.cite) or misspelt.get(words.cite.span)
        if entry:
            yield from _of_cite(words, entry, essay)
            yield from _second(words, essay)


def _of_cite(
    words: CiteWords, entry: CheckedEntry, essay: CheckedEssay
) -> Iterator[Mistake]:
    mapped = words.citation.mapped
    for word, person in zip(words.names, people_of(entry.source), strict=False):
        surname = _without_particles(person.shown)
        typed = _last_words(word, len(surname.split()))
        if _is_given_name(word, person, words):
            typed = word
        elif not _differs(typed.text, surname, is_listed=words.cite.entry is not None):
            continue
        edits = essay.retyped(mapped, typed.start, typed.end, surname)
        message = f"`{typed.text}` is `{surname}` in the list."
        advice = "Correct one of the two."
        yield Mistake(mapped, typed.start, typed.end, message, advice, edits)


def _second(words: CiteWords, essay: CheckedEssay) -> Iterator[Mistake]:
    """Report that one of two authors is left out; C05 does it where there are more."""
    names = words.names
    people = sure_people(essay, words.cite)
    if len(names) != 1 or words.et_al or len(people) != _TWO:
        return
    if _names_both(words, people[1], essay):
        return
    right = names_to_print(essay, words)
    if number_of_names(right) == _TWO:
        start, end = names[0].start, names[0].end
        edits = renamed(essay, words, right)
        message = f"The list has two authors: `{right}`."
        advice = "Name both, or correct the list."
        yield Mistake(words.citation.mapped, start, end, message, advice, edits)


def _names_both(words: CiteWords, second: Name, essay: CheckedEssay) -> bool:
    """Return whether what was read as one name has both: "Bell e Roe", "BELL; ROE"."""
    name, source = words.names[0], essay.source_of(words.cite)
    if second.family in name.text.split()[1:]:
        return True
    text = words.citation.paragraph.text
    return source is not None and is_between_authors(text, name.start - 2, source)


def _is_given_name(word: Word, person: Person, words: CiteWords) -> bool:
    reasons = [reason.code for reason in words.cite.reasons]
    return "given-name" in reasons and folded(word.text) == person.given[:1]


def _differs(typed: str, surname: str, *, is_listed: bool) -> bool:
    """Return whether a name is that surname in another spelling.

    Args:
        is_listed: whether the cite was matched with the entry by its names; one that
            is nearest to it by its names has a wrong one.
    """
    if _letters(typed) == _letters(surname):
        return False
    if folded(typed) == folded(surname):
        return True  # an accent differs
    alike = spelling("".join(folded(typed)), "".join(folded(surname)))
    return bool(alike) or not is_listed


def _without_particles(surname: str) -> str:
    """Leave out particles in small letters, which some leave out in citations."""
    words = surname.split()
    while len(words) > 1 and words[0] in PARTICLES:
        words.pop(0)
    return " ".join(words)


def _last_words(word: Word, count: int) -> Word:
    last = " ".join(word.text.split()[-count:])
    if not word.text.endswith(last):
        return word
    return Word(last, word.end - len(last), word.end)


def _letters(name: str) -> str:
    return "".join(_LETTER.findall(name)).casefold()

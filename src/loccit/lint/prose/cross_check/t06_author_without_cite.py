"""An author of the list is named in a paragraph that cites nothing of theirs.

## What it does

Finds the surname of the first author of a listed work in a paragraph that has no citation
of a work by that author.  It is off unless it is selected, because a text may name people
without resting on their works.

## Why is this bad?

Readers can't see which work is meant (APA, section 8.1).

## Example

    Marchetti (2010) counted the walls.

    It was Marchetti who had asked first.

    # References

    Marchetti, L. (2010). *Walls*. Harbor Press.

## Use instead

    Marchetti (2010) counted the walls.

    It was Marchetti (2010) who had asked first.

    # References

    Marchetti, L. (2010). *Walls*. Harbor Press.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEssay
from loccit.lint.prose.rule import Mistake
from loccit.recognize.matching.people import people_of

IN_EVERY_STYLE = True
IS_OFF = True

#: A shorter surname is another word as often.
_SHORTEST = 4
#: A capitalized word, without a possessive.
_NAME = regex(r"(?<![\w.-])[^\W\d_a-z][\w-]*?(?=['’]s?\b|['’]?(?![\w'’-]))")


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    authors = _authors(essay)
    listed = essay.typed_list.paragraphs if essay.typed_list else frozenset()
    for index, paragraph in enumerate(essay.paragraphs):
        if index in listed or paragraph.kind == "heading":
            continue
        cited = set(_cited_in(index, essay))
        seen = {name for name, entries in authors.items() if entries & cited}
        for name in _NAME.finditer(paragraph.text):
            if name[0] in authors and name[0] not in seen:
                seen.add(name[0])
                message = f"`{name[0]}` is named, and no work of theirs is cited here."
                yield Mistake(paragraph.mapped, *name.span(), message, "Cite the work.")


def _authors(essay: CheckedEssay) -> Mapping[str, set[int]]:
    """Return the surnames of first authors, with the numbers of their entries."""
    authors: dict[str, set[int]] = {}
    for entry in essay.entries:
        for person in people_of(entry.source)[:1]:
            if not person.is_group and len(person.shown) >= _SHORTEST:
                authors.setdefault(person.shown, set()).add(entry.number)
    return authors


def _cited_in(index: int, essay: CheckedEssay) -> Iterator[int]:
    """Yield the numbers of the entries that a paragraph cites."""
    for citation in essay.citations:
        if citation.read.paragraph == index:
            for cite in citation.cites:
                entry = essay.entry_of(cite)
                if entry:
                    yield entry.number

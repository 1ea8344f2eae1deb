"""A full stop before the citation of a short quotation.

## What it does

Finds full stops at the end of quotations in the text, before the brackets of the
citation.

## Why is this bad?

The citation is part of the sentence, which ends after it (section 8.26). Question and
exclamation marks of the source stay in the quotation.

## Example

    The street is where "neighbors learn to trust each other." (Bell, 2009, p. 4)

## Use instead

    The street is where "neighbors learn to trust each other" (Bell, 2009, p. 4).

## Fix safety

This fix is safe: it moves the full stop.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEssay, Quotation
from loccit.lint.checked.sentences import NEXT_SENTENCE
from loccit.lint.prose.rule import Mistake
from loccit.model import Edit, Safety

FIX_SAFETY: Safety = "safe"

#: A full stop of a sentence: no ellipsis, none of initials or of an abbreviation.
_STOP = regex(
    r"(?<![.…\s])(?<!\b[A-Z])(?<!\betc)(?<!\bInc)(?<!\bLtd)(?<!\bCo)(?<!\b[JS]r)"
    r"(?P<stop>[.])[’'”\"»“]+\s*(?P<after>[.,])?\s*\Z"
)
_REACH = 12


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    for quotation in essay.quotations:
        bracket, last = quotation.bracket, quotation.last
        if quotation.is_block or bracket is None:
            continue
        text = last.paragraph.text
        first = max(last.start + 1, last.end - _REACH)
        found = _STOP.search(text, first, bracket.start)
        if found:
            yield _mistake(quotation, found.start("stop"), essay)


def _mistake(quotation: Quotation, stop: int, essay: CheckedEssay) -> Mistake:
    return Mistake(
        quotation.last.paragraph.mapped,
        stop,
        stop + 1,
        "The full stop is before the citation.",
        "Move it after the citation.",
        _edits(quotation, stop, essay),
    )


def _edits(quotation: Quotation, stop: int, essay: CheckedEssay) -> tuple[Edit, ...]:
    """Return the edits that move a full stop after the citation, or remove it where
    there is one, or where the sentence goes on.
    """
    assert quotation.bracket
    mapped, end = quotation.last.paragraph.mapped, quotation.bracket.end
    removed = essay.retyped(mapped, stop, stop + 1, "")
    if not NEXT_SENTENCE.match(mapped.text, end):
        return removed
    added = essay.inserted(mapped, end, ".")
    return (*removed, *added) if removed and added else ()

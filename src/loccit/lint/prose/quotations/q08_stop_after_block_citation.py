"""A full stop after the citation of a block quotation.

## What it does

Finds block quotations whose citation is before the full stop, or has a full stop after
it.

## Why is this bad?

A block ends with its full stop; the citation in brackets comes after it, without a stop
(section 8.27).

## Example

    The mayor wrote of the old streets:

    > Streets are where we meet. We meet there in the morning on our way to work,
    > and we meet there in the evening on our way home, and if nobody has a bench to
    > sit on, then we stand and talk all the same (Bell, 2009, p. 4).

## Use instead

    The mayor wrote of the old streets:

    > Streets are where we meet. We meet there in the morning on our way to work,
    > and we meet there in the evening on our way home, and if nobody has a bench to
    > sit on, then we stand and talk all the same. (Bell, 2009, p. 4)

## Fix safety

This fix is safe: it moves or removes the full stop.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEssay, Quotation
from loccit.lint.checked.quotations.quotation import Stretch
from loccit.lint.prose.rule import Mistake
from loccit.model import Edit, Safety

FIX_SAFETY: Safety = "safe"

_STOP = regex(r"[ \t]*(\.)\s*\Z")
_ENDED = regex(r"[.!?…:]\W{0,3}\Z")
_REACH = 5


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    for quotation in essay.quotations:
        bracket = quotation.bracket
        if not quotation.is_block or bracket is None:
            continue
        if bracket.paragraph is not quotation.last.paragraph:
            continue
        stop = _STOP.match(bracket.paragraph.text, bracket.end)
        if stop:
            yield _mistake(quotation, bracket, stop.start(1), essay)


def _mistake(
    quotation: Quotation, bracket: Stretch, stop: int, essay: CheckedEssay
) -> Mistake:
    return Mistake(
        bracket.paragraph.mapped,
        stop,
        stop + 1,
        "The full stop of the block quotation is after its citation.",
        "Put it before the citation.",
        _edits(quotation.last, stop, essay),
    )


def _edits(last: Stretch, stop: int, essay: CheckedEssay) -> tuple[Edit, ...]:
    mapped = last.paragraph.mapped
    removed = essay.retyped(mapped, stop, stop + 1, "")
    if _ENDED.search(last.text, max(0, len(last.text) - _REACH)):
        return removed
    added = essay.inserted(mapped, last.end, ".")
    return (*added, *removed) if removed and added else ()

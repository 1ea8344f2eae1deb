"""The note [sic] without square brackets or italics.

## What it does

Finds "(sic)", "[sic]" that is not in italics, and "sic" with an exclamation mark or a full
stop.

## Why is this bad?

A reader must see that the word is not of the source; APA has it in italics, in square
brackets, directly after the error.

## Example

    The street is where "neighbors learns (sic) to trust" (Bell, 2009, p. 4).

## Use instead

    The street is where "neighbors learns [*sic*] to trust" (Bell, 2009, p. 4).

## Fix safety

This fix is safe: it changes the brackets and the look of the note alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.essays.paragraph import Paragraph
from loccit.lint.checked import CheckedEssay
from loccit.lint.checked.italics import can_show_italics, is_in_italics
from loccit.lint.prose.rule import Mistake
from loccit.model import Mark, Marked, RichText, Safety

FIX_SAFETY: Safety = "safe"

_SIC = regex(r"\((?:sic|Sic|SIC)[.!]?\)|\[(?:sic|Sic|SIC)[.!]?\]")
_ITALIC = Mark("font-style", "italic")


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    can_be_italic = can_show_italics(essay)
    for paragraph in essay.paragraphs:
        for found in _SIC.finditer(paragraph.text):
            start, end = found.span()
            is_italic = is_in_italics(paragraph, start + 1, end - 1)
            if found[0] != "[sic]" or (can_be_italic and not is_italic):
                yield _mistake(paragraph, start, end, essay)


def _mistake(
    paragraph: Paragraph, start: int, end: int, essay: CheckedEssay
) -> Mistake:
    word = Marked(_ITALIC, RichText.of("sic"))
    place = paragraph.marked_span(start, end)
    whole = paragraph.span(start, end)
    note = RichText(("[", word, "]"))
    edits = essay.retyped(paragraph.mapped, start, end, note) if place == whole else ()
    message = "The note `[sic]` is not in square brackets, or not in italics."
    return Mistake(paragraph.mapped, start, end, message, "Write `[*sic*]`.", edits)

"""Another spelling of "et al.".

## What it does

Finds "et al" without its full stop, with one after "et", in italics, as one word, or with
a comma between it and a single name.

## Why is this bad?

"al." stands for "alii", others, and so has a full stop; "et" is a whole word. APA sets
both upright (section 8.17).

## Example

    Others counted again (Kim et. al, 2019).

## Use instead

    Others counted again (Kim et al., 2019).

## Fix safety

This fix is safe: it changes the spelling of these words alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.essays.paragraph import Mark
from loccit.lint.checked import CheckedEssay, CiteWords, Word
from loccit.lint.checked.citations.people import is_et_al
from loccit.lint.prose.rule import Mistake
from loccit.model import Edit, RichText, Safety

FIX_SAFETY: Safety = "safe"

_COMMA = regex(r",\s*")
_RIGHT = regex(r"et\sal\.")


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    for words in essay.cite_words:
        et_al = words.et_al
        if et_al is None or not is_et_al(et_al):
            continue
        yield from _after_comma(essay, words, et_al)
        misspelt = [*_misspelt(essay, words, et_al)]
        yield from misspelt or _in_italics(essay, words, et_al)


def _misspelt(essay: CheckedEssay, words: CiteWords, et_al: Word) -> Iterator[Mistake]:
    if not _RIGHT.fullmatch(et_al.text):
        mapped = words.citation.mapped
        edits = _edits(essay, words, et_al)
        message = f"`{et_al.text}` is not how `et al.` is spelled."
        advice = "Write `et al.`, with one full stop, after `al`."
        yield Mistake(mapped, et_al.start, et_al.end, message, advice, edits)


def _edits(essay: CheckedEssay, words: CiteWords, et_al: Word) -> tuple[Edit, ...]:
    """Return the edits that spell "et al." rightly, without its italics."""
    mark = _italics(words, et_al)
    if mark and mark.whole and (mark.start, mark.end) == (et_al.start, et_al.end):
        part = words.citation.mapped.part
        return essay.rewritten(mark.whole, part, RichText.of("et al."))
    return essay.retyped(words.citation.mapped, et_al.start, et_al.end, "et al.")


def _after_comma(
    essay: CheckedEssay, words: CiteWords, et_al: Word
) -> Iterator[Mistake]:
    if len(words.names) != 1:
        return  # "Kim, Roy, et al." distinguishes two works
    start = words.names[0].end
    mapped = words.citation.mapped
    if _COMMA.fullmatch(mapped.text, start, et_al.start):
        edits = essay.retyped(mapped, start, start + 1, "")
        message = "A comma separates one name from `et al.`."
        yield Mistake(mapped, start, start + 1, message, "Remove it.", edits)


def _in_italics(
    essay: CheckedEssay, words: CiteWords, et_al: Word
) -> Iterator[Mistake]:
    mark = _italics(words, et_al)
    if mark:
        mapped = words.citation.mapped
        edits = essay.upright(words.citation.paragraph, mark)
        message = "`et al.` is in italics."
        yield Mistake(mapped, mark.start, mark.end, message, "Set it upright.", edits)


def _italics(words: CiteWords, et_al: Word) -> Mark | None:
    """Return the italics of "et al." alone."""
    marks = words.citation.paragraph.marks_in(et_al.start, et_al.end)
    return next((mark for mark in marks if mark.kind == "emphasis"), None)

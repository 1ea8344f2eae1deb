"""A Latin abbreviation outside brackets, or without the comma after it.

## What it does

Finds "e.g.", "i.e." and "etc." in running text, and "e.g." and "i.e." in brackets
without both stops and the comma.

## Why is this bad?

APA keeps these abbreviations for brackets, and sets a comma after "e.g." and "i.e.";
running text has the English words, which is a note.

## Example

    Sleep helps memory (e.g. Bell, 2009).

## Use instead

    Sleep helps memory (e.g., Bell, 2009).

## Fix safety

This fix is safe: it adds stops and the comma.  In running text, where it writes "for
example" and "that is", it is unsafe.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEssay
from loccit.lint.checked.prose import Found, brackets_around, found_in_prose
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety

FIX_SAFETY: Safety = "safe"

#: With or without stops, and what follows.
_ABBREVIATION = regex(
    r"(?<![\w.@/-])(?P<word>[Ee]\.?\s?[Gg]\.?|[Ii]\.?\s?[Ee]\.?|etc\b\.?)(?P<comma>,?)"
    r"(?![\w.@/-])"
)
#: Without stops it may be anything in running text, as in a list of names.
_WITH_STOP = regex(r"[EeIi]\.\s?[GgEe]|etc")
_WITH_COMMA = {"eg": "e.g.,", "ie": "i.e.,"}
_IN_ENGLISH = {"eg": "for example,", "ie": "that is,"}


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    if not essay.is_english:
        return
    for found in found_in_prose(essay, _ABBREVIATION):
        if _is_quoted(found, essay):
            continue
        if _is_in_brackets(found):
            yield from _in_brackets(found, essay)
        elif _WITH_STOP.match(found.match["word"]):
            yield _in_text(found, essay)


def _is_quoted(found: Found, essay: CheckedEssay) -> bool:
    """Return whether somebody else's words are quoted, which stay as they are; the
    citation of a block quotation is not theirs.
    """
    start = found.match.start()
    if any(
        each.paragraph is found.paragraph and each.start <= start < each.end
        for each in essay.citations
    ):
        return False
    return found.paragraph.is_quoted or any(
        each.paragraph is found.paragraph and each.start <= start < each.end
        for each in essay.quotations
    )


def _is_in_brackets(found: Found) -> bool:
    text, start = found.mapped.text, found.match.start()
    is_in_square = text.rfind("[", 0, start) > text.rfind("]", 0, start)
    return is_in_square or brackets_around(text, start) is not None


def _letters(found: Found) -> str:
    return "".join(filter(str.isalpha, found.match["word"].lower()))


def _in_brackets(found: Found, essay: CheckedEssay) -> Iterator[Mistake]:
    typed = found.match[0]
    right = _WITH_COMMA.get(_letters(found))
    if right is None or typed == right:
        return
    start, end = found.match.span()
    edits = essay.retyped(found.mapped, start, end, right)
    message = f"`{typed}` lacks a stop or the comma after it."
    yield Mistake(found.mapped, start, end, message, f"Write `{right}`.", edits)


def _in_text(found: Found, essay: CheckedEssay) -> Mistake:
    start, end = found.match.span()
    word = found.match["word"]
    english = _IN_ENGLISH.get(_letters(found))
    message = f"`{word}` is outside brackets."
    if english is None or word[0].isupper():
        advice = "Write it in English words, or put the remark into brackets."
        return Mistake(found.mapped, start, end, message, advice, severity="note")
    edits = essay.retyped(found.mapped, start, end, english)
    advice = f"Write `{english}`"
    return Mistake(found.mapped, start, end, message, advice, edits, "unsafe", "note")

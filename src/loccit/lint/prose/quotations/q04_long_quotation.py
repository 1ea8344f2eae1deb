"""A quotation of 40 words or more that is not a block.

## What it does

Finds quotations of 40 words or more that are in the text, between quotation marks.

## Why is this bad?

APA sets a quotation of 40 words or more as a block, indented and without quotation marks;
its citation follows its full stop (section 8.27).

## Example

    The mayor wrote: "Streets are where we meet. We meet there in the morning on
    our way to work, and we meet there in the evening on our way home, and if
    nobody has a bench to sit on, then we stand and talk all the same" (Bell, 2009, p. 4).

## Use instead

    The mayor wrote:

    > Streets are where we meet. We meet there in the morning on
    our way to work, and we meet there in the evening on our way home, and if
    nobody has a bench to sit on, then we stand and talk all the same. (Bell, 2009, p. 4)

## Fix safety

This fix is unsafe: it divides the paragraph, and what is in single marks should be in
double ones then. Only Markdown and LaTeX have it, where the citation directly follows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEssay, Quotation
from loccit.lint.prose.rule import Mistake
from loccit.model import Edit, Safety, Span

FIX_SAFETY: Safety = "unsafe"

#: What begins and ends a block in the markup of a format.
_MARKUP = {
    "markdown": ("\n\n> ", "\n\n"),
    "latex": ("\n\n\\begin{quotation}\n", "\n\\end{quotation}\n\n"),
}
_STOP = regex(r"[.!?…]")
_AFTER = regex(r"\.?\s*")
_BLANKS = " \t\n\xa0"


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    if not essay.citations:
        return
    for quotation in essay.quotations:
        if quotation.is_run_in_block:
            yield _mistake(quotation, essay)


def _mistake(quotation: Quotation, essay: CheckedEssay) -> Mistake:
    return Mistake(
        quotation.paragraph.mapped,
        quotation.start,
        quotation.start + 1,
        f"This quotation of {quotation.length} words is not a block.",
        "Indent it on a new line, without marks, and put the citation after its full stop.",
        tuple(_edits(quotation, essay)),
    )


def _edits(quotation: Quotation, essay: CheckedEssay) -> Iterator[Edit]:
    """Yield the edits that set a quotation and its citation as a block."""
    bracket, paragraph = quotation.bracket, quotation.paragraph
    markup = _MARKUP.get(essay.essay.document.markup)
    if not markup or not bracket or len(quotation.stretches) > 1:
        return
    if paragraph.kind != "paragraph" or quotation.last.paragraph is not paragraph:
        return
    text, mapped = paragraph.text, paragraph.mapped
    before = len(text[: quotation.start].rstrip(_BLANKS))
    stop = "" if _STOP.match(text, quotation.end - 2) else "."
    after = _AFTER.match(text, bracket.end)
    end = after.end() if after else bracket.end
    places: Sequence[tuple[int, int, str]] = (
        (before, quotation.start + 1, markup[0] if before else markup[0].lstrip("\n")),
        (quotation.end - 1, bracket.start, f"{stop} "),
        (bracket.end, end, markup[1] if end < len(text) else markup[1].rstrip("\n")),
    )
    for first, last, new in places:
        span = mapped.span(first, last)
        if first < last or new:
            yield Edit(Span(span.start, span.end), new, paragraph.part)

"""Entries with numbers or bullets.

## What it does

Finds lists whose entries have numbers or bullets.

## Why is this bad?

APA sorts the list by names, and sets the entries apart by a hanging indent; nothing refers
to a number (section 9.43). The list is reported once.

## Example

    The street is old (Bell, 2009; Roe, 2012).

    # References

    - Bell, R. (2009). *Streets of trust*. Harbor Press.
    - Roe, J. (2012). *Towns that talk*. Harbor Press.

## Use instead

    The street is old (Bell, 2009; Roe, 2012).

    # References

    Bell, R. (2009). *Streets of trust*. Harbor Press.

    Roe, J. (2012). *Towns that talk*. Harbor Press.

## Fix safety

This fix is safe: it removes the numbers or bullets, and puts blank lines between the
entries. Those that a word processor makes stay.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.essays.paragraph import Paragraph
from loccit.lint.checked import CheckedEntry, CheckedEssay
from loccit.lint.checked.entries.rearranged import rearranged
from loccit.lint.prose.rule import Mistake
from loccit.model import Edit, Safety

FIX_SAFETY: Safety = "safe"

_NUMBER = regex(r"[^\W_]")
#: A sign that is typed before an entry in the text of its paragraph.
_TYPED = regex(r"\s*(?:[•◦▪■●○►‣⁃·–—-]|\d{1,3}[.)]|\[\d{1,3}\]|\(\d{1,3}\))\s*(?=\S)")
_MARKUPS = frozenset(["markdown", "org", "plain_text", "rst", "typst"])


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    marked = [(each, sign) for each in essay.entries if (sign := _sign(each, essay))]
    if not marked or essay.essay.document.markup == "latex":  # its labels stay unseen
        return
    entry, sign = marked[0]
    what = "numbers" if _NUMBER.search(sign) else "bullets"
    yield Mistake(
        entry.mapped,
        0,
        len(entry.text),
        f"The entries have {what}.",
        "Remove them." if len(marked) > 1 else f"Remove `{sign}`.",
        tuple(_edits(essay)),
    )


def _paragraph(entry: CheckedEntry, essay: CheckedEssay) -> Paragraph | None:
    index = essay.index_at(entry.read.span.start, entry.read.part)
    return None if index is None else essay.paragraphs[index]


def _sign(entry: CheckedEntry, essay: CheckedEssay) -> str:
    """Return the number or bullet of an entry."""
    paragraph = _paragraph(entry, essay)
    if paragraph is None or entry.read.number:
        return entry.read.number
    typed = _TYPED.match(paragraph.text)
    is_before = typed and typed.end() <= paragraph.mapped.position(
        entry.read.span.start
    )
    return typed[0].strip() if typed and is_before else paragraph.marker


def _edits(essay: CheckedEssay) -> Iterator[Edit]:
    """Yield the edits that put the entries alone in the place of the list."""
    typed, document = essay.typed_list, essay.essay.document
    assert typed
    if document.markup not in _MARKUPS:
        yield from _without_typed_signs(essay)
        return
    spans = [entry.span for entry in typed.entries]
    for stretch in document.entry_stretches(spans, typed.part):
        own = [spans[number] for number in stretch.entries]
        yield from rearranged(essay, stretch, own)


def _without_typed_signs(essay: CheckedEssay) -> Iterator[Edit]:
    for entry in essay.entries:
        paragraph = _paragraph(entry, essay)
        found = _TYPED.match(paragraph.text) if paragraph else None
        if paragraph and found:
            yield from essay.retyped(paragraph.mapped, *found.span(), "")

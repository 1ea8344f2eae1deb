"""A title or a suffix of a person in a citation.

## What it does

Finds "Dr.", "Prof." and the like before the names of a citation, and "Jr." and the like
after them.

## Why is this bad?

APA cites by surname alone (section 8.10). A suffix is in the list only.

## Example

    Love was the method (King Jr., 1963).

## Use instead

    Love was the method (King, 1963).

## Fix safety

This fix is safe: it removes the title or suffix alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEssay, CiteWords, Word
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety

FIX_SAFETY: Safety = "safe"

_TITLE = regex(r"\b(?:Drs?|Prof(?:essor|s)?|Mr|Mrs|Ms)\b\.?\s+")
_TITLE_BEFORE = regex(rf"{_TITLE.pattern}\Z")
_SUFFIX = regex(r",?\s+(?:Jr|Sr)\b\.?")
#: Numbers are suffixes only where the list says so: Elizabeth II has no other name.
_NUMBER = regex(r",?\s+(?:III?|IV)\b")
_LONGEST_TITLE = 12


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    for words in essay.cite_words:
        for found in _extra(essay, words):
            mapped = words.citation.mapped
            edits = essay.retyped(mapped, found.start, found.end, "")
            title = found.text.strip(",").strip()
            message = f"`{title}` is beside the surname in a citation."
            yield Mistake(mapped, found.start, found.end, message, "Remove it.", edits)


def _extra(essay: CheckedEssay, words: CiteWords) -> Iterator[Word]:
    """Yield titles and suffixes."""
    if not words.names or _is_in_list(essay, words):
        return
    text = words.citation.paragraph.text
    first, last = words.names[0].start, words.names[-1].end
    before = _TITLE_BEFORE.search(text, max(0, first - _LONGEST_TITLE), first)
    if before:
        yield Word(before[0], *before.span())
    for name in words.names:
        title = _TITLE.match(text, name.start, name.end)
        if title:
            yield Word(title[0], *title.span())
    suffixes = [_SUFFIX, _NUMBER] if _has_suffix(essay, words) else [_SUFFIX]
    for suffix in suffixes:
        for found in suffix.finditer(text, first, max(last, words.gap.end)):
            yield Word(found[0], *found.span())


def _is_in_list(essay: CheckedEssay, words: CiteWords) -> bool:
    """Return whether a title belongs to the name, as in "Dr. Seuss"."""
    source = essay.source_of(words.cite)
    names = source.names("author") if source else ()
    return any(
        _TITLE.match(f"{part} ")
        for name in names
        for part in (name.given, name.family, name.literal)
    )


def _has_suffix(essay: CheckedEssay, words: CiteWords) -> bool:
    source = essay.source_of(words.cite)
    return source is not None and any(name.suffix for name in source.names("author"))

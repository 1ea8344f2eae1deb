"""A work that is known through another, but is listed, or is not named.

## What it does

Finds entries of works that the essay cites only "as cited in" another, citations that
name the work that was read first ("Lyon, 2014, citing Rabin, 1941"), and those that do
not name the original.

## Why is this bad?

The text names the original and cites what was read; the list has only what was read
(APA, section 8.6).

## Example

    Memory fades (Rabin, 1941, as cited in Lyon, 2014).

    # References

    Lyon, K. (2014). *On memory*. South Press.

    Rabin, A. (1941). *Old tests*. East Press.

## Use instead

    Memory fades (Rabin, 1941, as cited in Lyon, 2014).

    # References

    Lyon, K. (2014). *On memory*. South Press.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.checked import CheckedCitation, CheckedEssay
from loccit.lint.prose.rule import Mistake
from loccit.recognize import TypedCite

_IN = frozenset(["in", "nella", "nel", "dans"])
#: The other way round.
_CITING = regex(r",\s(?P<words>citing|quoting)\s(?=[^\W\d_a-z])")
#: Nothing is before it in the brackets.
_ALONE = regex(r"\((?:as\s)?(?:cited|quoted)\sin\s")
_SENTENCE_END = regex(r"[.!?][”\"’)]*\s+")
#: A name, or a word for somebody, further on than the first word of a sentence.
_SOMEBODY = regex(
    r"(?<=[\w,;:”’]\s)[“\"(]?[^\W\d_a-z][\w’'-]+|\b(?:[Hh]e|[Ss]he|[Tt]hey|[Ww]ho)\b"
)


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    yield from _listed(essay)
    for citation in essay.worded:
        yield from _reversed(citation)
        yield from _nameless(citation)


def _listed(essay: CheckedEssay) -> Iterator[Mistake]:
    """Yield the entries of works that are known only through others."""
    originals, read = set(), set()
    for citation in essay.citations:
        following = [*citation.cites[1:], None]
        for cite, after in zip(citation.cites, following, strict=True):
            entry = essay.entry_of(cite)
            if entry and after and _says_so(after):
                originals.add(entry.number)
            elif entry:
                read.add(entry.number)
    for number in sorted(originals - read):
        entry = essay.entries[number]
        message = "The essay knows this work only through another."
        advice = "Remove it; the list has what was read."
        yield Mistake(entry.mapped, 0, len(entry.text), message, advice)


def _says_so(cite: TypedCite) -> bool:
    """Return whether a cite is where another was read; "in" alone may be a book."""
    return cite.secondary and cite.prefix.strip() not in _IN


def _reversed(citation: CheckedCitation) -> Iterator[Mistake]:
    text = citation.mapped.text
    found = _CITING.search(text, citation.start, citation.end)
    if found and citation.mode == "parenthetical" and len(citation.cites) > 1:
        message = f"`{found['words']}` is between the work that was read and another."
        advice = "Name the original first: `(Rabin, 1941, as cited in Lyon, 2014)`."
        yield Mistake(citation.mapped, *found.span("words"), message, advice)


def _nameless(citation: CheckedCitation) -> Iterator[Mistake]:
    """Yield "(as cited in Lyon, 2014)" in a sentence that names nobody."""
    text, start = citation.mapped.text, citation.start
    if not _ALONE.match(text, start):
        return
    if not _SOMEBODY.search(text, _sentence(text, start), start):
        message = f"`{citation.text}` does not name the original."
        advice = "Name it first: `(Rabin, 1941, as cited in Lyon, 2014)`."
        yield Mistake(citation.mapped, start, citation.end, message, advice)


def _sentence(text: str, position: int) -> int:
    """Return where the sentence around a position begins."""
    ends = [found.end() for found in _SENTENCE_END.finditer(text, 0, position)]
    return ends[-1] if ends else 0

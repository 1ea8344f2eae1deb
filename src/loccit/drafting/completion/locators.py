"""Complete the word before a place in a source, in the language of the essay."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from loccit import csl
from loccit.drafting.completion.completion import Completion, Completions
from loccit.drafting.completion.syntax import locator_starts
from loccit.drafting.opened.open_essay import OpenEssay
from loccit.model import Span

#: How far before the cursor a citation may begin.
_REACH = 500
#: What most locators are.
_USUAL = "page"


def complete_locator(essay: OpenEssay, offset: int) -> Completions | None:
    """Return the words that a locator begins with; None where none can begin."""
    before = essay.text[max(0, offset - _REACH) : offset]
    for start in locator_starts(essay.essay.format):
        begun = start.search(before)
        if begun:
            typed = begun["typed"]
            span = Span(offset - len(typed), offset)
            return Completions(_items(essay.lang), typed, span)
    return None


@lru_cache(maxsize=8)
def _items(lang: str) -> tuple[Completion, ...]:
    items = {item.label: item for item in reversed([*_words(lang)])}
    return tuple(reversed(items.values()))


def _words(lang: str) -> Iterator[Completion]:
    """Yield the words of CSL's locators (CSL 1.0.2, appendix III), pages first: one
    place, several places, and the whole word.
    """
    labels = sorted(set(csl.locator_terms("en-US").values()))
    locale = csl.load_locale(lang)
    for label in sorted(labels, key=lambda each: each != _USUAL):
        whole = locale.term(label)
        for form in ("short", "long"):
            for is_several in (False, True):
                word = locale.term(label, form, plural=is_several)
                if word:
                    yield Completion("locator", word, f"{word} ", whole, whole)

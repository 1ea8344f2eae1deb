"""The words of titles that lose their capital in print."""

from __future__ import annotations

from collections.abc import Iterator

from loccit.csl.text.sentence_case.capitals import as_headline
from loccit.csl.text.sentence_case.titles import titles_of
from loccit.model import Source

_AROUND_WORD = ',.;:?!()[]"“”'


def lowered_words(
    source: Source,
    changed: Source,
    printed: str,
) -> tuple[str, ...]:
    """Return the words of the titles that lost their capital in print, each once.

    >>> from loccit.csl import in_sentence_case
    >>> book = Source("x", "book", {"title": "The New Jim Crow"}, headline=True)
    >>> lowered_words(book, in_sentence_case(book), printed="The new Jim Crow.")
    ('New',)
    """
    lowered: dict[str, None] = {}
    for name in titles_of(source):
        title = changed.plain(name)
        if title in printed:
            typed = as_headline(source.plain(name))
            for word in _lowered_in(typed, title):
                lowered[word.strip(_AROUND_WORD)] = None
    return tuple(lowered)


def _lowered_in(typed: str, changed: str) -> Iterator[str]:
    for word, now in zip(typed.split(), changed.split(), strict=False):
        if word != now and now[:1].islower():
            yield word

"""What sentences show about the words of a title: which are names, which are not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from loccit._startup.regex import regex

#: The end of a sentence or of a heading.
_END = regex(r"[.:?!;•]+(?=[\s\"”’)]|\Z)")
_WORD = regex(r"[^\W\d_](?:[\w'’-]*\w)?(?:\.(?=\w))?")
#: Words inside names: "Department of Veterans Affairs".
_CONNECTING = frozenset(["and", "for", "of", "on", "the"])
#: A longer run of capitals is a headline.
_LONGEST_NAME = 6
_SHORTEST_WORD = 3


def lower_words(texts: Iterable[str]) -> frozenset[str]:
    """Return the words that are in lower case in sentences, which are no names.

    >>> "water" in lower_words(["Since the Clean Water Act, clean water is common."])
    True
    """
    words: set[str] = set()
    for sentence in _sentences(texts):
        words.update(_WORD.findall(sentence)[1:])
    lower = filter(str.islower, words)
    return frozenset([word for word in lower if len(word) >= _SHORTEST_WORD])


def names_in(texts: Iterable[str]) -> frozenset[str]:
    """Return names of one or more words, which have capitals inside of a sentence.

    >>> sorted(names_in(["Since the Clean Water Act, clean water is common."]))
    ['Clean Water Act']
    """
    names: set[str] = set()
    for sentence in _sentences([text for text in texts if _has_capitals(text)]):
        if _has_capitals(sentence):  # as few sentences do
            names.update(_names(sentence))
    return frozenset(names)


def _has_capitals(text: str) -> bool:
    """Return whether a text may have a capital after its first letter."""
    return not text.lstrip()[1:].islower()


def _sentences(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from _END.split(text)


def _names(sentence: str) -> Iterator[str]:
    """Yield the runs of capital words, with the small words inside them.

    The first word of a sentence has a capital anyway.
    """
    run: list[re.Match[str]] = []
    for word in islice(_WORD.finditer(sentence), 1, None):
        if run and not _is_next(run[-1], word):
            yield from _name(run)
            run = []
        if word[0][0].isupper() or (run and word[0] in _CONNECTING):
            run.append(word)
        else:
            yield from _name(run)
            run = []
    yield from _name(run)


def _is_next(last: re.Match[str], word: re.Match[str]) -> bool:
    return word.start() - last.end() == 1 and word.string[last.end()].isspace()


def _name(run: list[re.Match[str]]) -> Iterator[str]:
    while run and run[-1][0] in _CONNECTING:
        run = run[:-1]
    if run and len(run) <= _LONGEST_NAME:
        yield " ".join([word[0] for word in run])

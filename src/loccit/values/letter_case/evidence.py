"""What sentences show about the words of a title: which are names, which are not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from loccit._startup.regex import regex

#: The end of a sentence or of a heading.
_END = regex(r"[.:?!;•]+(?=[\s\"”’)]|\Z)")
_WORD = regex(r"[^\W\d_](?:[\w'’-]*\w)?(?:\.(?=\w))?")
#: Words inside names: "Department of Veterans Affairs".
_CONNECTING = frozenset(["and", "for", "of", "on", "the"])
#: A longer run of capitals is a headline.
_LONGEST_NAME = 6
_SHORTEST_WORD = 3


class Evidence(NamedTuple):
    """What sentences show.

    Attributes:
        words: words that are in lower case in them.
        names: names of one or more words, which have capitals inside of a sentence.
    """

    words: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()


def evidence_of(texts: Iterable[str]) -> Evidence:
    """Read what sentences show.

    >>> evidence = evidence_of(["Since the Clean Water Act, clean water is common."])
    >>> sorted(evidence.names), "water" in evidence.words
    (['Clean Water Act'], True)
    """
    words: set[str] = set()
    names: set[str] = set()
    for text in texts:
        for sentence in _END.split(text):
            inside = _words_inside(sentence)
            lower = list(filter(str.islower, inside))
            words.update(lower)
            if len(lower) < len(inside):  # few sentences have names
                names.update(_names(sentence))
    longer = [word for word in words if len(word) >= _SHORTEST_WORD]
    return Evidence(frozenset(longer), frozenset(names))


def _words_inside(sentence: str) -> list[str]:
    """Return the words of a sentence, without the first, which has a capital anyway."""
    return _WORD.findall(sentence)[1:]


def _names(sentence: str) -> Iterator[str]:
    """Yield the runs of capital words, with the small words inside them."""
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

"""Names of known works' authors in a paragraph's text, outside citations."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from loccit._startup.regex import regex
from loccit.recognize.matching.spelling import folded
from loccit.recognize.matching.works import Works

#: A word that may be a name: a capital; hyphens and apostrophes inside.
_NAME = regex(r"[^\W\d_a-z][^\W\d_]*(?:[-'’][^\W\d_]+)*")
_POSSESSIVE = regex(r"['’]s?$")
#: What may be between the surnames of authors: "Hammond, Julian Brooke and Hirst".
_BETWEEN = regex(r"(?:['’]s)?,?\s+(?:(?:and|&)\s+)?(?:[^\W\d_a-z][\w.'’-]*\s+){0,2}")
#: Shorter words are seldom surnames that stand alone.
_SHORTEST = 3


class Mention(NamedTuple):
    """Authors who are named in the text, `text[start:end]`."""

    names: tuple[str, ...]
    start: int
    end: int


class Mentions:
    """The names of known works' authors in a paragraph, in order."""

    def __init__(self, text: str, works: Works) -> None:
        self._found = _joined([*_mentions(text, works)], text)
        self._starts = [each.start for each in self._found]

    def before(self, place: int, after: int = 0) -> Iterator[Mention]:
        """Yield the names before a place, the nearest first.

        Args:
            place: where to begin.
            after: where to end.
        """
        for index in range(bisect_left(self._starts, place) - 1, -1, -1):
            if self._starts[index] < after:
                return
            yield self._found[index]


def _mentions(text: str, works: Works) -> Iterator[Mention]:
    for found in _NAME.finditer(text):
        name = _POSSESSIVE.sub("", found[0])
        if len(name) >= _SHORTEST and works.has_author("".join(folded(name))):
            yield Mention((name,), *found.span())


def _joined(mentions: list[Mention], text: str) -> list[Mention]:
    """Join the authors of one work, who are named side by side."""
    joined = mentions[:1]
    for mention in mentions[1:]:
        last = joined[-1]
        if _BETWEEN.fullmatch(text, last.end, mention.start):
            names = (*last.names, *mention.names)
            joined[-1] = Mention(names, last.start, mention.end)
        else:
            joined.append(mention)
    return joined

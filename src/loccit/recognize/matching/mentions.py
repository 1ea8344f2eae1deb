"""Names of known works' authors in a paragraph's text, outside citations."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.recognize.matching.works import Works

#: A word that may be a name, with hyphens and apostrophes inside.
_WORD = regex(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_POSSESSIVE = regex(r"['’]s?$")
#: What may be between the surnames of authors: "Hammond, Julian Brooke and Hirst".
_BETWEEN = regex(r"(?:['’]s)?,?\s+(?:(?:and|&)\s+)?(?:[^\W\d_a-z][\w.'’-]*\s+){0,2}")


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
    words = [*_WORD.finditer(text)]
    end = 0
    for index, found in enumerate(words):
        start = found.start()
        if start < end or not works.may_begin_name(_POSSESSIVE.sub("", found[0])):
            continue
        for last in reversed(words[index : index + works.longest_name]):
            name = _POSSESSIVE.sub("", text[start : last.end()])
            if works.has_author(name):
                end = last.end()
                yield Mention((name,), start, end)
                break


def _joined(mentions: Sequence[Mention], text: str) -> list[Mention]:
    """Join the authors of one work, who are named side by side."""
    groups: list[list[Mention]] = []
    end = 0
    for mention in mentions:
        if groups and _BETWEEN.fullmatch(text, end, mention.start):
            groups[-1].append(mention)
        else:
            groups.append([mention])
        end = mention.end
    return [_as_one(group) for group in groups]


def _as_one(group: Sequence[Mention]) -> Mention:
    names = [name for mention in group for name in mention.names]
    return Mention(tuple(names), group[0].start, group[-1].end)

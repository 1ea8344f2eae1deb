"""Number the tables and figures of a paper."""

from __future__ import annotations

import re
from collections import Counter

from loccit._startup.dataclass import dataclass
from loccit.export.paper.front_matter import Inlines
from loccit.export.paper.nodes import plain
from loccit.export.paper.pandoc import Node

_SPACES = frozenset(["Space", "SoftBreak"])
#: A number as it is typed before a title: "1:", "2.", "A1".
_NUMBER = re.compile(r"[A-Z]?\d+[.:]?")


@dataclass(frozen=True, slots=True)
class Caption:
    """A caption: "Table 1", and the title."""

    number: str
    title: Inlines


class Captions:
    """Counts tables and figures.

    Attributes:
        numbers: of the tables and figures that have an identifier, by that.
    """

    def __init__(self) -> None:
        self.numbers: dict[str, str] = {}
        self._counts: Counter[str] = Counter()

    def next(self, word: str, caption: Node | list[object], identifier: str) -> Caption:
        """Return the next caption.

        Args:
            word: "Table" or "Figure", in the language of the paper.
            caption: as pandoc has it; a number that is typed in it takes the place of
                the counted one.
            identifier: of the table or figure, if it has one.
        """
        self._counts[word] += 1
        title = _inlines(caption)
        number, title = _split(word, title)
        found = Caption(f"{word} {number or self._counts[word]}", title)
        if identifier:
            self.numbers[identifier] = found.number
        return found


def _inlines(caption: Node | list[object]) -> Inlines:
    """Return the text of a caption, whose blocks are joined."""
    _short, blocks = caption
    joined: Inlines = []
    assert isinstance(blocks, list)
    for block in blocks:
        joined += [{"t": "Space"}] if joined else []
        joined += block["c"] if isinstance(block["c"], list) else []
    return joined


def _split(word: str, title: Inlines) -> tuple[str, Inlines]:
    """Split the number that is typed before a title off.

    >>> from loccit.export.paper.nodes import words
    >>> number, title = _split("Table", words("Table 2. Doors"))
    >>> number, plain(title)
    ('2', 'Doors')
    """
    if len(title) < 3 or plain(title[:1]) != word or title[1]["t"] not in _SPACES:
        return "", title
    number = plain(title[2:3])
    if not _NUMBER.fullmatch(number):
        return "", title
    rest = title[3:]
    return number.rstrip(".:"), rest[1:] if rest and rest[0]["t"] in _SPACES else rest

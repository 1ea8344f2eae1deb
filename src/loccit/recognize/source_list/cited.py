"""Whether an essay cites the works of a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.essays.paragraph import Paragraph
from loccit.recognize.source_list.blocks import Block

_NAME = regex(r"[^\W\d_][\w'’-]+")
_YEAR = regex(r"(?:1[4-9]|20)\d\d")
_MOST_ENTRIES = 50


class _Work(NamedTuple):
    name: str
    year: str


def is_cited(blocks: Sequence[Block], paragraphs: Sequence[Paragraph]) -> bool:
    """Return whether a paragraph outside a list has the first name and the year of one
    of its entries.
    """
    works = [*_works(blocks[:_MOST_ENTRIES])]
    inside = {block.paragraph for block in blocks}
    outside = [each for index, each in enumerate(paragraphs) if index not in inside]
    return any(_cites(paragraph.text, works) for paragraph in outside)


def _works(blocks: Sequence[Block]) -> Iterator[_Work]:
    for block in blocks:
        name, year = _NAME.search(block.text), _YEAR.search(block.text)
        if name and year:
            yield _Work(name[0], year[0])


def _cites(text: str, works: Sequence[_Work]) -> bool:
    return any(work.year in text and work.name in text for work in works)

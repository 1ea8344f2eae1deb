"""The running text of an essay, and what is found in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loccit._startup.namedtuple import NamedTuple
from loccit.essays.mapped_text import MappedText
from loccit.essays.paragraph import Paragraph
from loccit.lint.checked.essay import CheckedEssay

_NOT_PROSE = frozenset(["heading", "cell"])
_VERBATIM = frozenset(["code", "math"])
#: What is longer than this is not a bracketed remark; so a search takes linear time.
_LONGEST = 1200


class Found(NamedTuple):
    """What a pattern matches in a paragraph."""

    paragraph: Paragraph
    match: re.Match[str]

    @property
    def mapped(self) -> MappedText:
        """The text of the paragraph, which knows where it comes from."""
        return self.paragraph.mapped


def prose(essay: CheckedEssay) -> Iterator[Paragraph]:
    """Yield the paragraphs of the running text and its notes: what is not a heading, not
    a cell of a table, and not in the typed list.
    """
    listed = essay.typed_list.paragraphs if essay.typed_list else frozenset()
    for index, paragraph in enumerate(essay.paragraphs):
        if index not in listed and paragraph.kind not in _NOT_PROSE:
            yield paragraph


def found_in_prose(essay: CheckedEssay, pattern: re.Pattern[str]) -> Iterator[Found]:
    """Yield what a pattern matches in the running text, except in code and formulas."""
    for paragraph in prose(essay):
        for match in pattern.finditer(paragraph.text):
            if not _is_verbatim(paragraph, match):
                yield Found(paragraph, match)


def _is_verbatim(paragraph: Paragraph, match: re.Match[str]) -> bool:
    return any(
        mark.kind in _VERBATIM and mark.start < match.end() and match.start() < mark.end
        for mark in paragraph.marks
    )


def brackets_around(text: str, position: int) -> tuple[int, int] | None:
    """Return the innermost round brackets around a character, with both; None if it is
    not in any.

    >>> brackets_around("So (it (is) so).", 12)
    (3, 15)
    """
    start = _opening(text, position)
    if start is None:
        return None
    depth = 0
    for place in range(start, min(len(text), start + _LONGEST)):
        depth += (text[place] == "(") - (text[place] == ")")
        if depth == 0:
            return (start, place + 1)
    return None


def _opening(text: str, position: int) -> int | None:
    depth = 0
    for place in range(position - 1, max(-1, position - _LONGEST), -1):
        if text[place] == "(" and depth == 0:
            return place
        depth += (text[place] == ")") - (text[place] == "(")
    return None

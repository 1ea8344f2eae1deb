"""Blocks of a list: its paragraphs and items, and what each may be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.essays.paragraph import Mark, Paragraph
from loccit.recognize.source_list.evidence import (
    LIKELY,
    POSSIBLE,
    is_address,
    likeness,
    start_likeness,
)
from loccit.recognize.source_list.lines import (
    Line,
    Stretch,
    lines_of,
    without_years,
)

_LONGEST_READ = 1000
_LONGEST_SUB_HEADING = 70
_LONGEST_TITLE = 300
_SENTENCE = regex(r"[\w)]{2,}[.!?][\"”’)]?(?:\s|$)")
_WORD = regex(r"[^\W\d_][\w'’-]*")
#: The label of the entry below it, as definition lists have it.
_LABEL = regex(r"\[[^\[\]\n]+\]")
_COMPLETE = regex(r"(?<!\b[^\W\d_])[.!?)\]\d/\"”’»*_]\Z|(?:https?://|www\.)\S+\Z")
_FEW_WORDS = 4
_TITLE_WORDS = 3
#: Longer prose is more than one sentence.
LONG_SENTENCES = 150

#: How blogs lead on below a post, in several languages.
_NAVIGATION = regex(
    r"\s*[«‹←<]*\s*(?:(?:previous|prev|next|older|newer)(?: (?:post|article|page|entry)s?)?"
    r"|share(?: this)?|posted (?:in|by|on)|filed (?:in|under)|tags?|categor(?:y|ies)|"
    r"related(?: posts?)?|leave a (?:comment|reply)|\d+ comments?|back to top|read more"
    r"|zurück|weiter|vorheriger?|nächster?|schlagwörter|précédent|suivant|anterior"
    r"|siguiente|etiquetas|precedente|successivo|vorige|volgende)\s*(?:[:|»›→>]|$)",
    re.IGNORECASE,
)


class Block(NamedTuple):
    """The lines of one paragraph.

    Attributes:
        text: the beginning of its text.
        marks: what its markup sets apart there.
        score: how much it looks like a reference.
        is_heading: whether its markup makes it a heading.
        is_cell: whether it is in a table.
        is_in_item: whether it is in an item, without the bullet or number of that.
        continues: whether it goes on with the entry above it.
    """

    lines: tuple[Line, ...]
    text: str
    marks: tuple[Mark, ...]
    score: float
    is_heading: bool = False
    is_cell: bool = False
    is_in_item: bool = False
    continues: bool = False

    @property
    def paragraph(self) -> int:
        """The index of its paragraph."""
        return self.lines[0].paragraph

    @property
    def is_item(self) -> bool:
        """Whether a bullet or number is before it."""
        return bool(self.lines[0].marker)


def blocks_of(
    paragraphs: Sequence[Paragraph], stretches: Iterable[Stretch]
) -> Iterator[Block]:
    """Yield the blocks of stretches of some paragraphs; footnotes are none."""
    number: int | None = None
    for stretch in stretches:
        paragraph = paragraphs[stretch.paragraph]
        if paragraph.kind == "note":
            continue
        found = lines_of(paragraphs, stretch)
        lines = _without_sub_heading([*without_years(found, number)], paragraphs)
        if lines:
            yield _block(paragraph, lines)
            number = lines[-1].number or number


def _without_sub_heading(
    lines: list[Line], paragraphs: Sequence[Paragraph]
) -> tuple[Line, ...]:
    """Leave out the first line of several if it heads the others: "Books:"."""
    if len(lines) > 1 and not lines[0].marker:
        text = paragraphs[lines[0].paragraph].text
        first = text[lines[0].start : lines[0].end]
        if first.endswith(":") and len(first.split()) <= _FEW_WORDS:
            return tuple(lines[1:])
    return tuple(lines)


def _block(paragraph: Paragraph, lines: tuple[Line, ...]) -> Block:
    start = lines[0].start
    end = min(lines[-1].end, start + _LONGEST_READ)
    text = paragraph.text[start:end]
    marks = tuple(paragraph.marks_in(start, end))
    return Block(
        lines,
        text,
        marks,
        likeness(text, marks),
        paragraph.kind == "heading",
        paragraph.kind == "cell",
        paragraph.kind == "item" and not lines[0].marker,
    )


def is_prose(block: Block) -> bool:
    """Return whether a block is sentences and no reference: an annotation, or text after
    the list.
    """
    if block.score >= LIKELY or start_likeness(block.text) >= POSSIBLE:
        return False
    sentences = len(_SENTENCE.findall(block.text))
    if not sentences or block.score >= POSSIBLE + sentences / 2:
        return False
    if len(block.text) > LONG_SENTENCES:
        return True
    words = _WORD.findall(block.text)
    small = [word for word in words if word.islower()]
    return len(small) > _FEW_WORDS and 2 * len(small) > len(words)


def is_remark(block: Block) -> bool:
    """Return whether a block is about the essay: long, all in italics, without names."""
    length = len(block.text.strip())
    if length <= _LONGEST_SUB_HEADING or start_likeness(block.text) >= POSSIBLE:
        return False
    return any(
        mark.kind in ("emphasis", "strong") and mark.end - mark.start >= length
        for mark in block.marks
    )


def is_navigation(block: Block) -> bool:
    """Return whether a block leads to other pages: "Previous: My garden (2018)"."""
    return _NAVIGATION.match(block.text) is not None


def begins_as_entry(block: Block) -> bool:
    """Return whether a block begins with names, a year, or a title that is set apart."""
    is_title = any(mark.start == 0 for mark in block.marks)
    return (
        is_title or block.text[:1] in '"“„«‘' or start_likeness(block.text) >= POSSIBLE
    )


def is_complete(text: str) -> bool:
    """Return whether a text ends as an entry does: with a full stop, a number, an
    address; an initial does not end one.
    """
    return bool(_COMPLETE.search(text))


def begins_small(text: str) -> bool:
    """Return whether a text begins with a word in small letters.

    >>> begins_small("and so on"), begins_small("doParallel: it"), begins_small("x.org/y")
    (True, False, False)
    """
    first = text.split(maxsplit=1)[:1]
    return text[:1].isalpha() and first[0].islower() and not is_address(text)


def is_sub_heading(block: Block) -> bool:
    """Return whether a block heads some of the entries."""
    text = block.text
    if block.is_heading or _LABEL.fullmatch(text):
        return True
    if len(text) > _LONGEST_SUB_HEADING or len(block.lines) > 1 or is_address(text):
        return False
    is_marked = any(mark.end - mark.start >= len(text) - 2 for mark in block.marks)
    if text.isupper() or text.endswith(":") or (is_marked and block.score < POSSIBLE):
        return True
    return len(text.split()) <= _FEW_WORDS and text[-1].isalpha() and block.score == 0


def is_title(block: Block) -> bool:
    """Return whether a block without any evidence may be a work's title."""
    text = block.text
    words = _WORD.findall(text)
    if block.score < 0 or len(text) > _LONGEST_TITLE or text.endswith(":"):
        return False
    if begins_small(text):
        return False
    kinds = {mark.kind for mark in block.marks}
    if "emphasis" in kinds or "“" in text or '"' in text:
        return True
    has_case = text.lower() != text.upper()
    if not has_case:
        return block.is_item
    return sum([not word[0].islower() for word in words]) >= _TITLE_WORDS

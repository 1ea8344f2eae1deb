"""Numbers in brackets that a numbered list does not reach: "[9]" of eight entries."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from loccit._startup.regex import regex
from loccit.essays.paragraph import Paragraph
from loccit.lint.checked.citations.citation import CheckedCitation
from loccit.lint.checked.entries.entry import CheckedEntry
from loccit.recognize import TypedCitation, TypedCite

_NUMBER = regex(r"(?<=\s)\[(\d{1,3})\]")
#: So many cites by number show that the essay cites so.
_FEWEST = 2
#: A number much higher is something else.
_MOST_BEYOND = 30


def numbers_beyond_list(
    paragraphs: Sequence[Paragraph],
    citations: Sequence[CheckedCitation],
    entries: Sequence[CheckedEntry],
    listed: Collection[int],
) -> Iterator[CheckedCitation]:
    """Yield citations by numbers that no entry has; recognition takes them for text.

    Args:
        paragraphs: those of the essay.
        citations: those that were recognized.
        entries: those of its list.
        listed: the indices of the paragraphs of the list.
    """
    numbers = [each.read.number.strip("[]. ") for each in entries]
    last = max([int(each) for each in numbers if each.isdecimal()], default=0)
    numeric = [len(each.cites) for each in citations if each.mode == "numeric"]
    if not last or sum(numeric) < _FEWEST:
        return
    taken = {(each.read.paragraph, each.start) for each in citations}
    for index, paragraph in enumerate(paragraphs):
        for found in _NUMBER.finditer(paragraph.text):
            is_beyond = last < int(found[1]) <= last + _MOST_BEYOND
            if (
                is_beyond
                and index not in listed
                and (index, found.start()) not in taken
            ):
                yield _citation(paragraph, index, *found.span())


def _citation(
    paragraph: Paragraph, index: int, start: int, end: int
) -> CheckedCitation:
    number = paragraph.text[start + 1 : end - 1]
    cite = TypedCite(number=number, span=paragraph.span(start + 1, end - 1))
    text, span = paragraph.text[start:end], paragraph.span(start, end)
    read = TypedCitation(
        "numeric", (cite,), text, span, paragraph.part, index, start, end
    )
    return CheckedCitation("typed", read, paragraph)

"""Find out which page number is printed on each page of a file.

The PDF says it in its page labels (ISO 32000-1, section 12.4.2); or the pages of an
article are counted from the first one that its reference has; or consecutive numbers
are printed at the head or foot of the pages.  What contradicts the reference is of
another edition, such as a preprint, and says nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from loccit._startup.regex import regex
from loccit.lint.quoted.source_pages import SourcePages
from loccit.values.page_ranges import full_last_page, page_range

#: A number at an end of a line, as a running head or foot has it.
_NUMBER = regex(r"(?m)^\W{0,3}(?:[Pp]age )?(\d{1,4})(?!\S)|(?<!\S)(\d{1,4})\W{0,3}$")
#: Lines at the head and the foot of a page; a number may be alone on a line elsewhere.
_LINES = 3
_ALONE = regex(r"\W*\d{1,4}\W*")
#: Numbers are printed on a third of the pages at least, and on two.
_SHARE = 3
_FEWEST = 2
#: Pages that an archive adds to an article.
_COVER = 2
_PART = regex(r"[,;&]|\band\b")
#: A page, with the letter of a supplement or in Roman numerals.
_PAGE = regex(r"(?i)[a-z]?\d+|[ivxlcdm]+")


def printed_labels(pages: SourcePages, of_source: str = "") -> list[str]:
    """Return the number that is printed on each page; `""` where it is unknown.

    Args:
        pages: of a file.
        of_source: the pages of the source, if its reference has them: "123-145".

    >>> printed_labels(SourcePages(["One", "Two", "Three"]), "123-125")
    ['123', '124', '125']
    >>> printed_labels(SourcePages(["A word\\n7", "8\\nand words", "end"]))
    ['7', '8', '9']
    """
    span = _numbers(of_source)
    known = [_own_labels(pages), _counted(pages, span), _read_labels(pages.texts)]
    for labels in known:
        if any(labels) and (not span or _fits(labels, span)):
            return labels
    return [""] * len(pages.texts)


def covers(locator: str, label: str) -> bool:
    """Return whether a locator names a page, or may do so: "46ff." has no end.

    >>> covers("46-47, 50", "47"), covers("121-9", "125"), covers("xii", "13")
    (True, True, False)
    """
    return any(_may_be_in(part.strip(), label) for part in _PART.split(locator))


def _may_be_in(part: str, label: str) -> bool:
    if _PAGE.fullmatch(part):
        return part.casefold() == label.casefold()
    span = _numbers(part)
    return not span or (label.isdecimal() and int(label) in span)


def _numbers(pages: str) -> range:
    """Return the pages that a range names; none if it isn't one range of numbers."""
    found = page_range(pages)
    if not found or not (found.first + found.last).isdecimal():
        return range(0)
    return range(int(found.first), int(full_last_page(*found)) + 1)


def _fits(labels: Sequence[str], span: range) -> bool:
    """Return whether a file may have the pages of a source: a preprint counts its own,
    from 1, and a book has many more.
    """
    numbers = [int(label) for label in labels if label.isdecimal()]
    if not any(number in span for number in numbers):
        return False
    if len(labels) > 2 * len(span):
        return True
    counts_from_one = min(numbers) == 1
    if counts_from_one and abs(len(labels) - len(span)) > _COVER:
        return False
    return min(numbers) >= span.start - _COVER


def _own_labels(pages: SourcePages) -> list[str]:
    """Return the labels that the file has, if they do more than count its pages."""
    labels = list(pages.labels)
    counted = [str(number) for number in range(1, len(labels) + 1)]
    return [] if labels == counted else labels


def _counted(pages: SourcePages, span: range) -> list[str]:
    return list(map(str, span)) if len(span) == len(pages.texts) else []


def _read_labels(texts: Sequence[str]) -> list[str]:
    """Return the numbers at the head or foot of pages, if they count the pages."""
    votes: Counter[int] = Counter()
    last: dict[int, int] = {}
    first: dict[int, int] = {}
    for index, text in enumerate(texts):
        for before in {number - index for number in _printed_numbers(text)}:
            votes[before] += 1
            first.setdefault(before, index)
            last[before] = index
    if not votes:
        return []
    before, count = votes.most_common(1)[0]
    if count < max(_FEWEST, len(texts) / _SHARE):
        return []
    # A page that opens or ends a chapter often has no number.
    known = range(max(first[before] - 1, 1 - before), last[before] + 2)
    return [
        str(index + before) if index in known else "" for index in range(len(texts))
    ]


def _printed_numbers(text: str) -> Iterator[int]:
    lines = [line for line in text.split("\n") if line.strip()]
    ends = [*lines[:_LINES], *lines[-_LINES:], *filter(_ALONE.fullmatch, lines)]
    for line in ends:
        for found in _NUMBER.finditer(line):
            yield int(found[1] or found[2])

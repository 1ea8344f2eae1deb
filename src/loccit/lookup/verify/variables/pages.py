"""The pages of an article or a chapter."""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lookup.verify.asked_work import IN_BOOK, IN_JOURNAL, Record
from loccit.lookup.verify.difference import Difference
from loccit.recognize.matching import AskedEntry
from loccit.values.page_ranges import full_last_page, page_range

_DIGITS = regex(r"\d+")
#: Pages that can be compared; others are numbers of articles, or of several ranges.
_PAGES = regex(r"\d+(?:[-–]\d+)?")


def compare(asked: AskedEntry, record: Record) -> Iterator[Difference]:
    """Compare the first and the last page, as far as both say them."""
    kind = asked.compared.kind
    if kind not in (IN_JOURNAL, IN_BOOK) or record.compared.kind != kind:
        return
    stored, found = asked.entry.source.plain("page"), record.source.plain("page")
    if not _PAGES.fullmatch(found):
        return
    are_pages = _PAGES.fullmatch(asked.compared.pages.replace(":", "-"))
    is_other = are_pages and not _are_same(stored, found)
    if is_other or not asked.compared.pages:
        yield Difference("page", stored, found, found)


def _are_same(one: str, other: str) -> bool:
    """Return whether pages begin and end on the same, as far as both say it.

    >>> _are_same("1241--99", "1241-1299"), _are_same("12", "12-15")
    (True, True)
    """
    ours, theirs = page_range(one), page_range(other)
    if not ours or not theirs:
        return _DIGITS.findall(one)[:1] == _DIGITS.findall(other)[:1]
    last_pages = full_last_page(*ours), full_last_page(*theirs)
    return ours.first == theirs.first and last_pages[0] == last_pages[1]

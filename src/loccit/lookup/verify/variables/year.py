"""The year."""

from __future__ import annotations

from collections.abc import Iterator

from loccit.lookup.verify.asked_work import Record
from loccit.lookup.verify.difference import Difference
from loccit.model import Date, DateParts
from loccit.recognize.matching import AskedEntry


def compare(asked: AskedEntry, record: Record) -> Iterator[Difference]:
    """Compare the years in which the work appeared: any of them is right."""
    ours, theirs = asked.work.years, record.years
    if not ours or not theirs or record.is_preprint_of(asked):
        return
    apart = min(abs(one - other) for one in ours for other in theirs)
    # A book is often dated a year before or after it was printed.
    if apart > (1 if record.is_in_catalog else 0):
        year = record.compared.year or min(theirs)
        yield Difference("issued", str(ours[0]), str(year), Date(DateParts(year)))

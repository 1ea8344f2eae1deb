"""The DOI."""

from __future__ import annotations

from collections.abc import Iterator

from loccit.lookup.verify.asked_work import Record
from loccit.lookup.verify.difference import Difference
from loccit.recognize.matching import AskedEntry


def compare(asked: AskedEntry, record: Record) -> Iterator[Difference]:
    """Compare the DOIs; that of a preprint is not the work's."""
    ours, theirs = asked.compared.doi, record.compared.doi
    if theirs and ours != theirs and not record.is_preprint_of(asked):
        found = record.source.text("DOI")
        yield Difference("DOI", asked.entry.source.text("DOI"), found, found)

"""The title, in any language that the record has it in."""

from __future__ import annotations

from collections.abc import Iterator

from loccit.lookup.verify.asked_work import Record, plain_title
from loccit.lookup.verify.difference import Difference
from loccit.recognize.matching import AskedEntry


def compare(asked: AskedEntry, record: Record) -> Iterator[Difference]:
    """Compare the titles; the record may lack the subtitle."""
    stored = asked.entry.source.plain("title")
    ours = plain_title(stored)
    if not ours.words or not record.titles:
        return
    for theirs in record.titles:
        like = ours.like(theirs)
        is_longer = len(ours.words) > len(theirs.words)
        if like == "same" or (like == "short" and is_longer):
            return
    value = record.source.text("title")
    yield Difference("title", stored, record.source.plain("title"), value)

"""The journal of an article, the book of a chapter."""

from __future__ import annotations

from collections.abc import Iterator

from loccit.bibliography.duplicates import alike, words
from loccit.lookup.verify.asked_work import IN_BOOK, IN_JOURNAL, Record
from loccit.lookup.verify.difference import Difference
from loccit.recognize.matching import AskedEntry


def compare(asked: AskedEntry, record: Record) -> Iterator[Difference]:
    """Compare the names, which may be abbreviated; a book may be named by its series or
    its conference.
    """
    kind = asked.compared.kind
    if kind not in (IN_JOURNAL, IN_BOOK) or record.compared.kind != kind:
        return
    source = record.source
    further = record.found.also.get("container-title", ())
    texts = [source.plain("container-title"), source.plain("event-title"), *further]
    theirs = [*filter(None, map(words, texts))]
    ours = asked.compared.container
    if not theirs or any(alike(ours, each) for each in theirs):
        return
    stored = asked.entry.source.plain("container-title")
    if stored or kind == IN_JOURNAL:
        value = source.text("container-title")
        yield Difference("container-title", stored, texts[0], value)

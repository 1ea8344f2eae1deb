"""Titles in italics before a year: "*Inception* (2010)"."""

from __future__ import annotations

from collections.abc import Iterator

from loccit.recognize.citations.essay import CitingEssay
from loccit.recognize.citations.judge.evidence import Evidence
from loccit.recognize.citations.possible import Possible
from loccit.recognize.typed_citation import Reason


def weigh(possible: Possible, essay: CitingEssay) -> Iterator[Evidence]:
    """Look whether the names are in italics, and the year is not."""
    read = possible.cites[0].read
    if possible.mode != "narrative" or read is None:
        return
    passage, end = possible.passage, read.start + len(read.names[-1])
    is_all = passage.is_emphasized(possible.start, possible.end)
    if passage.is_emphasized(read.start, end) and not is_all:
        yield Evidence(-3.5, Reason("italics", "a title in italics is before the year"))

"""Titles in italics before a year: "*Inception* (2010)"."""

from __future__ import annotations

from collections.abc import Iterator

from loccit.recognize.citations.essay import CitingEssay
from loccit.recognize.citations.judge.evidence import Evidence
from loccit.recognize.citations.possible import Possible
from loccit.recognize.typed_citation import Reason


def weigh(possible: Possible, essay: CitingEssay) -> Iterator[Evidence]:
    """Look at what is in italics: the last word of the names, or what is before."""
    cite, passage = possible.cites[0], possible.passage
    if cite.read is None or not cite.names or essay.lists(cite):
        return
    end = cite.read.start + len(cite.names[0])
    is_all = passage.is_emphasized(possible.start, possible.end)
    if not is_all and passage.is_emphasized(end - 1, end):
        reason = Reason("italics", "a title in italics is before the year")
        yield Evidence(-3.5, reason)
    before = possible.start - len("a ")
    if possible.mode == "parenthetical" and passage.is_title_in_italics(before):
        reason = Reason("after-italics", "a title in italics is before it")
        yield Evidence(-1.5, reason)

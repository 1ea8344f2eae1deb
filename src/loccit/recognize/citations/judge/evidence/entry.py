"""Entries of a list that was not found: "Doe, J. (2001). Title."."""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.recognize.citations.essay import CitingEssay
from loccit.recognize.citations.judge.evidence import Evidence
from loccit.recognize.citations.possible import Possible
from loccit.recognize.typed_citation import Reason

_NAMES = regex(r"[^()]{0,300}?,?\s(?:[^\W\d_]\.[\s-]?)+[^()]{0,200}\Z")
_LONGEST = 400
_TITLE = regex(r"[.,:]\s+[\"“*_]?[^\W\d_]")


def weigh(possible: Possible, essay: CitingEssay) -> Iterator[Evidence]:
    """Look whether its paragraph begins as an entry does."""
    if possible.mode not in ("narrative", "year-only"):
        return
    text = possible.passage.text
    bracket = text.rfind("(", possible.start, possible.end)
    is_entry = bracket <= _LONGEST and _NAMES.match(text, 0, max(bracket, 0))
    if is_entry and _TITLE.match(text, possible.end):
        yield Evidence(-6.0, Reason("entry", "it is an entry of a list"))

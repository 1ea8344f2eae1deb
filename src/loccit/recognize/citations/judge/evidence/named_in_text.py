"""Names in the text before brackets that repeat them: "Doe says so (Doe, 2001)"."""

from __future__ import annotations

from collections.abc import Iterator

from loccit.recognize.citations.essay import CitingEssay
from loccit.recognize.citations.judge.evidence import Evidence
from loccit.recognize.citations.possible import Possible
from loccit.recognize.typed_citation import Reason

_WINDOW = 250
_IN_BRACKETS = ("parenthetical", "mla", "name-only")


def weigh(possible: Possible, essay: CitingEssay) -> Iterator[Evidence]:
    """Look for the first name before the brackets."""
    if possible.mode not in _IN_BRACKETS or not possible.cites[0].names:
        return
    first = possible.cites[0].names[0]
    before = possible.passage.text[max(0, possible.start - _WINDOW) : possible.start]
    if first in before and not essay.lists(possible.cites[0]):
        reason = Reason("named-in-sentence", "the text before it has the name")
        yield Evidence(2.0, reason)

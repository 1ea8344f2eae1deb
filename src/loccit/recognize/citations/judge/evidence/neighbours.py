"""Sure citations beside it: "Doe (2001), Roe (2002), and Poe (2003)"."""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.recognize.citations.essay import CitingEssay
from loccit.recognize.citations.judge.evidence import Evidence
from loccit.recognize.citations.possible import Possible
from loccit.recognize.typed_citation import Reason

_JOINED = regex(r"[\s,;]*(?:(?:and|or|&|und|et|y|e|by|to|with|of|see|also|cf\.)\s+)*\Z")
_NAMED = ("parenthetical", "narrative", "bare")


def weigh(possible: Possible, essay: CitingEssay) -> Iterator[Evidence]:
    """Look for a sure citation directly before or after it."""
    if possible.mode not in _NAMED:
        return
    text = possible.passage.text
    before, after = essay.beside(possible)
    is_after_one = _are_joined(text, before, possible.start)
    if is_after_one or _are_joined(text, possible.end, after):
        yield Evidence(2.0, Reason("beside", "a citation is beside it"))


def _are_joined(text: str, first: int | None, second: int | None) -> bool:
    if first is None or second is None:
        return False
    return _JOINED.match(text, first, second) is not None

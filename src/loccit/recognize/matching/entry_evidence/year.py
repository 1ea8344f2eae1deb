"""The years of an entry and of a source."""

from __future__ import annotations

from collections.abc import Iterator

from loccit.recognize.matching.choice import REPAIRED, Evidence
from loccit.recognize.matching.compared import AskedEntry, ComparedWork
from loccit.recognize.typed_citation import Reason

_SAME = 2.0
_NEXT = -0.5
_OTHER = -4.0
_NOT_TYPED = -0.3
#: Another year is another edition, until somebody says it is not.
_DOUBTFUL = 0.6


def year(asked: AskedEntry, source: ComparedWork) -> Iterator[Evidence]:
    """Yield evidence of the year."""
    typed, known = asked.work.years, source.work.years
    if not known:
        return
    if not typed:
        text = "the list does not say the year"
        yield Evidence(_NOT_TYPED, Reason("no-year-in-list", text))
        return
    reason = Reason("other-year", f"in the library it has the year {known[0]}")
    apart = min(abs(one - other) for one in typed for other in known)
    if apart == 0:
        yield Evidence(_SAME, Reason("same-year", "the year agrees"))
    elif apart == 1:
        yield Evidence(_NEXT, reason, REPAIRED)
    else:
        yield Evidence(_OTHER, reason, _DOUBTFUL)

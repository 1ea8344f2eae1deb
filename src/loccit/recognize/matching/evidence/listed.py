"""Whether a work is in the essay's own list, as most works are that it cites."""

from __future__ import annotations

from collections.abc import Iterator

from loccit.recognize.matching.asked import Asked
from loccit.recognize.matching.choice import Evidence
from loccit.recognize.matching.work import Work
from loccit.recognize.typed_citation import Reason

_LISTED = 1.0
_LISTED_AND_KNOWN = 1.5
_LEFT_OUT = -4.0


def listed(asked: Asked, work: Work) -> Iterator[Evidence]:
    """Yield evidence that the essay lists the work, or does not although it has a list."""
    del asked  # it does not matter
    if work.is_left_out:
        reason = Reason(
            "not-in-list", "the library has it, but the essay's list has not"
        )
        yield Evidence(_LEFT_OUT, reason)
    if work.entry is None:
        return
    points = _LISTED if work.source is None else _LISTED_AND_KNOWN
    yield Evidence(points, Reason("listed", "the essay lists it"))

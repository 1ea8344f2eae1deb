"""Whether there is a work that "ibid." may be of."""

from __future__ import annotations

from collections.abc import Iterator

from loccit.recognize.citations.essay import CitingEssay
from loccit.recognize.citations.judge.evidence import Evidence
from loccit.recognize.citations.possible import Possible
from loccit.recognize.typed_citation import Reason


def weigh(possible: Possible, essay: CitingEssay) -> Iterator[Evidence]:
    """Look for any other citation."""
    if possible.mode != "ibid":
        return
    if not essay.entries and essay.sure_modes.keys() <= {"ibid"}:
        yield Evidence(-3.0, Reason("no-work", "no work is named before it"))

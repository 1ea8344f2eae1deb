from __future__ import annotations

from loccit.csl.elements.name_options import NameOptions
from loccit.csl.elements.tally import NamesList, Tally


def test_a_snapshot_is_restored() -> None:
    tally = Tally()
    tally.count(found=True)
    tally.suppressed.add("title")
    before = tally.snapshot()
    tally.count(found=True)
    tally.count(found=False)
    tally.suppressed.add("author")
    tally.lists.append(NamesList((), 0, NameOptions()))
    tally.undo(before)
    assert (tally.called, tally.found) == (1, 1)
    assert tally.suppressed == {"title"}
    assert tally.lists == []


def test_several_variables_count_as_one() -> None:
    tally = Tally()
    before = tally.snapshot()
    tally.count(found=True)
    tally.count(found=False)
    tally.count_as_one(before, found=True)
    assert (tally.called, tally.found) == (1, 1)

"""What the essay does elsewhere: a writer cites in one form."""

from __future__ import annotations

from collections.abc import Iterator

from loccit.recognize.citations.essay import CitingEssay
from loccit.recognize.citations.judge.evidence import Evidence
from loccit.recognize.citations.possible import Possible
from loccit.recognize.typed_citation import Reason

_SOME = 2
_AUTHOR_DATE = ("parenthetical", "narrative")


def weigh(possible: Possible, essay: CitingEssay) -> Iterator[Evidence]:
    """Look at the essay's sure citations."""
    modes = essay.sure_modes
    if possible.mode in _AUTHOR_DATE:
        if sum(modes[mode] for mode in _AUTHOR_DATE) >= _SOME:
            yield Evidence(
                0.8, Reason("own-form", "the essay cites in that form elsewhere")
            )
    elif possible.mode == "name-only" and modes["mla"]:
        yield Evidence(
            2.0, Reason("own-form", "the essay cites without years elsewhere")
        )
    elif modes[possible.mode] >= _SOME:
        yield Evidence(
            0.8, Reason("own-form", "the essay cites in that form elsewhere")
        )

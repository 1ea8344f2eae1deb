"""What the essay does elsewhere: a writer cites in one form."""

from __future__ import annotations

from collections.abc import Iterator

from loccit.recognize.citations.essay import CitingEssay
from loccit.recognize.citations.judge.evidence import Evidence
from loccit.recognize.citations.possible import Possible
from loccit.recognize.typed_citation import Reason

_SOME, _MANY = 2, 3
_AUTHOR_DATE = ("parenthetical", "narrative")


def weigh(possible: Possible, essay: CitingEssay) -> Iterator[Evidence]:
    """Look at the essay's sure citations."""
    modes = essay.sure_modes
    if possible.mode in _AUTHOR_DATE:
        yield from _of_punctuation(possible, essay)
        if essay.cites_by_date:
            yield Evidence(
                0.8, Reason("own-form", "the essay cites in that form elsewhere")
            )
    elif possible.mode == "name-only" and not modes["mla"]:
        if all(name.isupper() for cite in possible.cites for name in cite.names):
            reason = Reason("abbreviations", "it has nothing but abbreviations")
            yield Evidence(-3.0, reason)
    elif possible.mode == "name-only":
        yield Evidence(
            2.0, Reason("own-form", "the essay cites without years elsewhere")
        )
    elif modes[possible.mode] >= _SOME:
        yield Evidence(
            0.8, Reason("own-form", "the essay cites in that form elsewhere")
        )


def _of_punctuation(possible: Possible, essay: CitingEssay) -> Iterator[Evidence]:
    """Look whether unlisted names are typed as others are."""
    cite = possible.cites[0]
    if essay.lists(cite) or (cite.read and cite.read.et_al):
        return
    named = sum(essay.sure_modes[mode] for mode in _AUTHOR_DATE)
    if essay.sure_modes["numeric"] >= _MANY and essay.sure_modes["numeric"] > named:
        reason = Reason("other-form", "the essay cites in another form elsewhere")
        yield Evidence(-3.0, reason)
    if possible.mode == "parenthetical" and essay.types_otherwise(possible):
        reason = Reason("other-punctuation", "other citations have another comma")
        yield Evidence(-1.0, reason)

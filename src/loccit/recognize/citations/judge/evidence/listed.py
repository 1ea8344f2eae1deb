"""Names and years of works in the list or the library."""

from __future__ import annotations

from collections.abc import Iterator

from loccit.recognize.citations.essay import CitingEssay
from loccit.recognize.citations.judge.evidence import Evidence
from loccit.recognize.citations.lexicon import Known
from loccit.recognize.citations.possible import Possible, PossibleCite
from loccit.recognize.typed_citation import Reason

_NEAR = 2
_UNLISTED = {"narrative": -1.5, "mla": -1.5, "name-only": -3.0, "bare": -3.0}
_WITHOUT_YEAR = ("mla", "name-only")
_DIGITS = 4


def weigh(possible: Possible, essay: CitingEssay) -> Iterator[Evidence]:
    """Look the names of each cite up; the best one counts."""
    named = [cite for cite in possible.cites if cite.names]
    if not named:
        return
    found = [_of_cite(cite, essay) for cite in named]
    best = max((each for each in found if each), default=None, key=lambda e: e.weight)
    if best:
        yield best
    elif essay.lexicon:
        weight = _UNLISTED.get(possible.mode, -0.5)
        yield Evidence(weight, Reason("unlisted", "no listed work has such a name"))
    if possible.mode in _WITHOUT_YEAR and essay.lexicon and not _is_sure(best):
        yield Evidence(-1.0, Reason("no-year", "no year says that it is a citation"))


def _is_sure(best: Evidence | None) -> bool:
    return best is not None and best.reason.code != "listed-word"


def _of_cite(cite: PossibleCite, essay: CitingEssay) -> Evidence | None:
    known = [each for name in cite.names if (each := essay.lexicon.known(name))]
    if not known:
        return None
    has_sure = any(each.is_sure for each in known)
    if _has_year(cite, known):
        return Evidence(5.0, Reason("listed-work", "the list has that name and year"))
    if cite.year and any(_has_near(cite, each) for each in known):
        return Evidence(
            3.5, Reason("listed-near", "the list has that name and a near year")
        )
    if has_sure:
        return Evidence(2.5, Reason("listed-name", "the list has that name"))
    return Evidence(
        0.5, Reason("listed-word", "the list has that word among its names")
    )


def _has_year(cite: PossibleCite, known: list[Known]) -> bool:
    years = {cite.year[:_DIGITS], cite.year[-_DIGITS:]}
    return any(not years.isdisjoint(each.years) for each in known)


def _has_near(cite: PossibleCite, known: Known) -> bool:
    digits = cite.year[:_DIGITS]
    if not digits.isdecimal():
        return False
    return any(abs(int(digits) - int(year)) <= _NEAR for year in known.years)

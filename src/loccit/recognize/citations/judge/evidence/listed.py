"""Names and years of works in the list or the library."""

from __future__ import annotations

from collections.abc import Iterator

from loccit.recognize.citations.essay import CitingEssay
from loccit.recognize.citations.judge.evidence import Evidence
from loccit.recognize.citations.lexicon import Known
from loccit.recognize.citations.possible import Possible, PossibleCite
from loccit.recognize.typed_citation import Reason

#: The same where there is no list; more if the essay has no other citations like it.
_NO_LIST, _NO_LIST_NO_FORM = -0.7, -2.0
_NEAR = 2
#: One letter of so many is hardly another name.
_LONG = 10
_DIGITS = 4
#: How much it speaks against a citation that its names are not in the list there is: a
#: year in brackets after a capital is often something else.
_UNLISTED = {
    "parenthetical": -0.5,
    "narrative": -2.5,
    "mla": -2.5,
    "name-only": -4.0,
    "bare": -3.0,
}


def weigh(possible: Possible, essay: CitingEssay) -> Iterator[Evidence]:
    """Look the names of each cite up; the best one counts."""
    named = [cite for cite in possible.cites if cite.names]
    if not named:
        return
    found = [_of_cite(cite, essay) for cite in named]
    best = max((each for each in found if each), default=None, key=lambda e: e.weight)
    if best:
        yield best
    elif any(_is_misspelt(cite, essay) for cite in named):
        is_long = any(len(cite.names[-1]) >= _LONG for cite in named)
        reason = Reason("listed-misspelt", "the list has nearly that name and the year")
        yield Evidence(4.5 if is_long else 3.0, reason)
    elif any(map(essay.cites_elsewhere, named)):
        reason = Reason("cited-elsewhere", "the essay surely cites that name elsewhere")
        yield Evidence(2.0, reason)
    elif not essay.lexicon and possible.mode == "narrative":
        reason = Reason("no-list", "no list says whose name it is")
        yield Evidence(_NO_LIST if essay.cites_by_date else _NO_LIST_NO_FORM, reason)
    elif essay.lexicon:
        reason = Reason("unlisted", "no listed work has such a name")
        yield Evidence(_UNLISTED.get(possible.mode, -0.5), reason)


def _of_cite(cite: PossibleCite, essay: CitingEssay) -> Evidence | None:
    known = [each for name in cite.names if (each := essay.lexicon.known(name))]
    has_sure = any(each.is_sure for each in known)
    if _has_year(cite, known):
        reason = Reason("listed-work", "the list has that name and year")
        return Evidence(5.0 if has_sure else 3.5, reason)
    is_title = cite.read is not None and cite.read.is_title
    known = [each for each in known if each.is_sure or is_title]
    if not known:
        return None
    if cite.year and any(_has_near(cite, each) for each in known):
        reason = Reason("listed-near", "the list has that name and a near year")
        return Evidence(3.5, reason)
    return Evidence(2.5, Reason("listed-name", "the list has that name"))


def _is_misspelt(cite: PossibleCite, essay: CitingEssay) -> bool:
    year = cite.year[:_DIGITS]
    return any(essay.lexicon.misspells(name, year) for name in cite.names)


def _has_year(cite: PossibleCite, known: list[Known]) -> bool:
    years = {cite.year[:_DIGITS], cite.year[-_DIGITS:]}
    return any(not years.isdisjoint(each.years) for each in known)


def _has_near(cite: PossibleCite, known: Known) -> bool:
    digits = cite.year[:_DIGITS]
    if not digits.isdecimal():
        return False
    return any(abs(int(digits) - int(year)) <= _NEAR for year in known.years)

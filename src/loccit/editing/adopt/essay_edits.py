"""Put citations by key in the place of typed ones, and check that they are read as they
are meant.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from loccit import csl
from loccit._startup.dataclass import replace
from loccit.editing.adopt.citation_place import place_of
from loccit.editing.adopt.citation_syntax import GetSource, citations_by_key
from loccit.editing.adopt.plan import CitationPlan
from loccit.essays import Essay, read_essay
from loccit.formatting.typed.words import lost_words
from loccit.model import Citation, Edit, Span

_READ_DIFFERENTLY = "with a key it would be read differently here"
_TOGETHER = "not all numbers of the list can get keys, so that none does"


def write_citations(
    essay: Essay, plans: Sequence[CitationPlan], get: GetSource, lang: str
) -> list[CitationPlan]:
    """Write the citations by key of all adopted plans; one that would be read
    differently in its place stays as it is typed.

    Args:
        essay: the essay.
        plans: what becomes of its citations; each work has its key.
        get: finds a source by its key.
        lang: the language of the essay.
    """
    words = csl.locator_terms(lang)
    plans = [_without_losses(plan, get, words) for plan in plans]
    ends = _ends_before(plans)
    forms = {
        plan.id: citations_by_key(
            plan,
            get,
            lang,
            _is_named(plan, ends.get(plan.id, 0), essay, get),
            essay.document.key_citations,
        )
        for plan in plans
        if plan.outcome == "adopted"
    }
    while True:
        tried = [_with_form(plan, forms.get(plan.id, []), essay) for plan in plans]
        wrong = _read_differently(essay, tried, words)
        if not wrong:
            return _numbers_together(tried)
        for name in wrong:
            forms[name] = forms[name][1:]


def _without_losses(
    plan: CitationPlan, get: GetSource, words: Mapping[str, str]
) -> CitationPlan:
    """Keep a citation as it is typed if a citation by key would lose some of its words."""
    if plan.outcome != "adopted":
        return plan
    sources = [source for cite in plan.cites if (source := get(cite.key))]
    lost = lost_words(plan.citation, sources, words)
    if not lost:
        return plan
    return _kept(plan, f"“{' '.join(lost)}” would get lost")


def edits_of(plans: Iterable[CitationPlan]) -> list[Edit]:
    """Return the edits that put the written citations in their places."""
    return [plan.edit for plan in plans if plan.edit]


def _with_form(plan: CitationPlan, forms: Sequence[str], essay: Essay) -> CitationPlan:
    """Write an adopted citation in the first of the forms that are left."""
    if plan.outcome != "adopted":
        return plan
    if not forms:
        return _kept(plan, _READ_DIFFERENTLY)
    edit = place_of(plan.citation, essay).edit(forms[0], essay.document)
    return replace(plan, new=forms[0], edit=edit)


def _kept(plan: CitationPlan, why: str) -> CitationPlan:
    return replace(plan, outcome="kept", new="", edit=None, why=(why,))


def _numbers_together(plans: Sequence[CitationPlan]) -> list[CitationPlan]:
    """Keep all numbers of a list where some stay: the new list has no such numbers."""
    if all(plan.outcome == "adopted" for plan in plans if _is_number(plan)):
        return [*plans]
    return [
        _kept(plan, _TOGETHER) if plan.edit and _is_number(plan) else plan
        for plan in plans
    ]


def _is_number(plan: CitationPlan) -> bool:
    return plan.citation.mode == "numeric"


def _ends_before(plans: Iterable[CitationPlan]) -> dict[str, int]:
    """Return where the last citation before each one in its paragraph ends, by id."""
    ends: dict[str, int] = {}
    in_order = sorted(
        plans, key=lambda plan: (plan.citation.paragraph, plan.citation.start)
    )
    for last, plan in pairwise(in_order):
        if last.citation.paragraph == plan.citation.paragraph:
            ends[plan.id] = last.citation.end
    return ends


def _is_named(plan: CitationPlan, end: int, essay: Essay, get: GetSource) -> bool:
    """Return whether the text since the last citation of the paragraph, which ends at
    `end`, names the author of a page alone.
    """
    source = get(plan.cites[0].key)
    if plan.citation.mode != "page-only" or source is None:
        return False
    citation = plan.citation
    text = essay.document.paragraphs[citation.paragraph].text
    since = text[end : citation.start]
    names = source.names("author")
    return any((name.family or name.literal) in since for name in names)


def _read_differently(
    essay: Essay, plans: Iterable[CitationPlan], words: Mapping[str, str]
) -> list[str]:
    """Return the ids of citations that a reader would not read as they are meant."""
    written = [plan for plan in plans if plan.edit]
    if not written:
        return []
    data = essay.with_edits(edits_of(written))
    found = read_essay(data, essay.path, essay.format).citations(words)
    by_place = {(each.part, each.span.start): each for each in found}
    places = sorted(by_place)
    wrong: list[str] = []
    for plan, span in _new_spans(written):
        part = plan.citation.part
        first = bisect_left(places, (part, span.start))
        last = bisect_left(places, (part, span.end))
        read = [by_place[place] for place in places[first:last]]
        if not _is_meant(plan, read):
            wrong.append(plan.id)
    return wrong


def _new_spans(plans: Iterable[CitationPlan]) -> Iterator[tuple[CitationPlan, Span]]:
    """Yield written citations, each with the place of its edit after all edits."""
    shift: dict[str, int] = {}
    by_edit = [(plan.edit, plan) for plan in plans if plan.edit]
    for edit, plan in sorted(by_edit, key=lambda pair: pair[0]):
        moved = shift.get(edit.part, 0)
        start = edit.span.start + moved
        yield plan, Span(start, start + len(edit.new))
        shift[edit.part] = moved + len(edit.new) - len(edit.span)


def _is_meant(plan: CitationPlan, read: Sequence[Citation]) -> bool:
    """Return whether citations that were read are the one that was written."""
    if len(read) != 1:
        return False
    meant = [cite for cite in plan.cites if cite.key]
    cites = read[0].cites
    if [cite.key for cite in cites] != [cite.key for cite in meant]:
        return False
    return all(
        (one.cite.locator is None) == (other.locator is None)
        for one, other in zip(meant, cites, strict=True)
    )

"""Put citations by key in the place of typed ones, and check that they are read as they
are meant.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from loccit import csl
from loccit._startup.dataclass import replace
from loccit.editing.adopt.citation_syntax import GetSource, citations_by_key
from loccit.editing.adopt.plan import CitationPlan
from loccit.essays import Essay, read_essay
from loccit.model import Citation, Edit, Span

_READ_DIFFERENTLY = "with a key it would be read differently here"
_SPACE = " \t\r\n"
#: What may precede a citation without a space.
_OPENING = "([{“‘\"'«—–-/"


class _Written(NamedTuple):
    """A citation as it is to be written.

    Attributes:
        number: its index among the plans.
        plan: its plan.
        edit: puts the citation by key in its place.
    """

    number: int
    plan: CitationPlan
    edit: Edit


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
    forms = {
        number: _forms(number, plans, essay, get, lang)
        for number, plan in enumerate(plans)
        if plan.outcome == "adopted"
    }
    while True:
        written = _write(plans, forms, essay)
        wrong = _read_differently(essay, written, words)
        if not wrong:
            break
        for number in wrong:
            forms[number] = forms[number][1:]
    new = {each.number: each.edit.new for each in written}
    return [_finished(number, plan, new) for number, plan in enumerate(plans)]


def edits_of(plans: Sequence[CitationPlan]) -> list[Edit]:
    """Return the edits that put the written citations in their places."""
    return [_edit(plan, plan.new) for plan in plans if plan.new]


def _edit(plan: CitationPlan, new: str) -> Edit:
    return Edit(plan.citation.span, new, plan.citation.part)


def _finished(number: int, plan: CitationPlan, new: Mapping[int, str]) -> CitationPlan:
    if plan.outcome != "adopted":
        return plan
    if number in new:
        return replace(plan, new=new[number])
    why = (*plan.why, _READ_DIFFERENTLY)
    return replace(plan, outcome="kept", why=why)


def _forms(
    number: int,
    plans: Sequence[CitationPlan],
    essay: Essay,
    get: GetSource,
    lang: str,
) -> list[str]:
    plan = plans[number]
    is_named = _is_named(number, plans, essay, get)
    forms = citations_by_key(plan, get, lang, is_named)
    space = _missing_space(plan, essay)
    return [f"{space}{form}" for form in forms]


def _missing_space(plan: CitationPlan, essay: Essay) -> str:
    """Return a space where a raised number follows a word directly."""
    citation = plan.citation
    text = essay.document.paragraphs[citation.paragraph].text
    before = text[citation.start - 1 : citation.start]
    if not before or before in _SPACE or before in _OPENING:
        return ""
    return " "


def _is_named(
    number: int, plans: Sequence[CitationPlan], essay: Essay, get: GetSource
) -> bool:
    """Return whether the text since the last citation of the paragraph names the author
    of a work.
    """
    plan = plans[number]
    source = get(plan.cites[0].key)
    if source is None:
        return False
    citation = plan.citation
    before = [
        each.citation.end
        for each in plans[:number]
        if each.citation.paragraph == citation.paragraph
    ]
    text = essay.document.paragraphs[citation.paragraph].text
    since = text[max(before, default=0) : citation.start]
    names = source.names("author")
    return any((name.family or name.literal) in since for name in names)


def _write(
    plans: Sequence[CitationPlan], forms: Mapping[int, Sequence[str]], essay: Essay
) -> list[_Written]:
    return [
        _Written(number, plans[number], _edit(plans[number], left[0]))
        for number, left in forms.items()
        if left
    ]


def _read_differently(
    essay: Essay, written: Sequence[_Written], words: Mapping[str, str]
) -> list[int]:
    """Return the numbers of citations that a reader would not read as they are meant."""
    if not written:
        return []
    data = essay.with_edits(each.edit for each in written)
    found = read_essay(data, essay.path, essay.format).citations(words)
    by_place = {(each.part, each.span.start): each for each in found}
    places = sorted(by_place)
    wrong = []
    for each, span in _new_spans(written):
        part = each.edit.part
        first = bisect_left(places, (part, span.start))
        last = bisect_left(places, (part, span.end))
        read = [by_place[place] for place in places[first:last]]
        if not _is_meant(each.plan, read):
            wrong.append(each.number)
    return wrong


def _new_spans(written: Sequence[_Written]) -> Iterator[tuple[_Written, Span]]:
    """Yield the written citations, each with its place after all edits."""
    shift: dict[str, int] = {}
    for each in sorted(written, key=lambda one: one.edit):
        edit = each.edit
        moved = shift.get(edit.part, 0)
        start = edit.span.start + moved
        yield each, Span(start, start + len(edit.new))
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

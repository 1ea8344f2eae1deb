"""Put the reference list in the place of a typed one, as it is adopted."""

from __future__ import annotations

from collections.abc import Sequence

from loccit._startup.dataclass import replace
from loccit.bibliography import Library
from loccit.editing.adopt.describe import begins_with_ditto
from loccit.editing.adopt.essay_edits import edits_of
from loccit.editing.adopt.plan import EssayPlan
from loccit.essays import Essay, read_essay
from loccit.formatting.draft import Draft, read_draft
from loccit.formatting.footnotes import ReadingOrder
from loccit.formatting.render import render
from loccit.formatting.resolve import ResolvedCitation
from loccit.formatting.typed.read import TypedParts
from loccit.formatting.typed.typed_list import ListStyle, replace_list
from loccit.model import Edit
from loccit.output import load_output
from loccit.workspace.settings import Settings


def list_edits(plan: EssayPlan, library: Library, settings: Settings) -> list[Edit]:
    """Return the edits that replace the typed list of an essay.

    Entries that are not adopted stay as they are typed.  A list stays as a whole if its
    numbers are still in the text, or if an entry that stays says "the same author" and
    would come after another one.
    """
    keys = tuple(entry.key or None for entry in plan.entries)
    if not any(keys) or _has_numbers_left(plan) or _has_ditto_left(plan):
        return []
    draft = _draft(plan, library, settings)
    layout = draft.style.bibliography
    is_sorted = bool(layout and layout.sort_keys)
    output = load_output(plan.essay.document.markup)
    style = ListStyle(output, False, draft.lang, is_sorted)
    parts = TypedParts(list=plan.recognized.list, keys=keys)
    entries = render(draft).entries
    unlisted = frozenset(entry.key for entry in entries)
    return replace_list(plan.essay, parts, entries, style, unlisted).edits


def _draft(plan: EssayPlan, library: Library, settings: Settings) -> Draft:
    """Read the essay as it will be: its citations have keys, and the works of its list
    are listed whether it cites them or not.
    """
    essay = plan.essay
    data = essay.with_edits(edits_of(plan.citations))
    adopted = read_essay(data, essay.path, essay.format)
    listed = [entry.key for entry in plan.entries if entry.key]
    settings = replace(
        settings, nocite=(*settings.nocite, *listed), typed_citations=False
    )
    draft = read_draft(adopted, library, settings)
    firsts = _first_citations(draft.resolved.citations, adopted)
    return draft._replace(resolved=replace(draft.resolved, citations=firsts))


def _first_citations(
    citations: Sequence[ResolvedCitation], essay: Essay
) -> tuple[ResolvedCitation, ...]:
    """Leave out citations of works that were cited before: a list is the same without
    them, and a thesis has thousands.
    """
    cited: set[str] = set()
    firsts: list[ResolvedCitation] = []
    for each in ReadingOrder(essay.document).sorted(citations):
        keys = {cite.key for cite in each.citation.cites}
        if not keys <= cited:
            firsts.append(each)
        cited |= keys
    firsts.sort(key=lambda each: each.number)
    numbered = enumerate(firsts)
    return tuple([replace(each, number=number) for number, each in numbered])


def _has_numbers_left(plan: EssayPlan) -> bool:
    """Return whether the text has numbers of the typed list that stay."""
    return any(
        each.citation.mode == "numeric" and not each.edit for each in plan.citations
    )


def _has_ditto_left(plan: EssayPlan) -> bool:
    """Return whether an entry that stays has its authors in the entry above."""
    return any(begins_with_ditto(each.entry) for each in plan.entries if not each.key)

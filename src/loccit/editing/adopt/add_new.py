"""Add the new sources of adopted entries to a library, each with a key of its own."""

from __future__ import annotations

from collections.abc import Sequence

from loccit._startup.dataclass import replace
from loccit.bibliography import Library
from loccit.bibliography.duplicates import Works
from loccit.bibliography.keys import make_key, make_keys
from loccit.editing.adopt.library_draft import LibraryDraft
from loccit.editing.adopt.plan import EntryPlan
from loccit.model import Source


def with_new_sources(
    plans: Sequence[EntryPlan], draft: LibraryDraft, library: Library
) -> list[EntryPlan]:
    """Add new sources to the library, and return the plans with their keys; doubtful
    sources get the keys that they would have.

    A work that is listed twice becomes one source.
    """
    adopted = [plan for plan in plans if plan.new and plan.outcome == "adopted"]
    others = [plan for plan in plans if plan.new and plan.outcome != "adopted"]
    taken = set(library.keys())
    keyed = _keyed(adopted, taken)
    sources = [plan.new for plan in keyed if plan.new]
    if sources:
        draft.add(sources)
    taken.update(source.key for source in sources)
    shown = zip(others, make_keys(map(_source, others), taken), strict=True)
    keyed += [replace(plan, new=replace(_source(plan), key=key)) for plan, key in shown]
    by_id = {plan.id: plan for plan in keyed}
    return [by_id.get(plan.id, plan) for plan in plans]


def _keyed(plans: Sequence[EntryPlan], taken: set[str]) -> list[EntryPlan]:
    """Give each new source its key, and an entry of a known one that one's."""
    works = Works()
    taken = {*taken}
    keyed: list[EntryPlan] = []
    for plan in plans:
        source = replace(_source(plan), key=make_key(_source(plan), taken))
        same = works.add(source)
        if same:
            why = (f"the same work as {same.one.key}", *plan.why)
            one = replace(plan, key=same.one.key, new=None, missing=(), why=why)
            keyed.append(one)
            continue
        taken.add(source.key)
        keyed.append(replace(plan, key=source.key, new=source))
    return keyed


def _source(plan: EntryPlan) -> Source:
    assert plan.new
    return plan.new

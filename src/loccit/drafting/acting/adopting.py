"""Turn citations that are typed by hand into keys, in an essay that is open."""

from __future__ import annotations

from pathlib import Path

from loccit.drafting.acting.asked import Asked
from loccit.drafting.file_edits import FileEdits
from loccit.drafting.opened.buffer import Buffer
from loccit.drafting.opened.open_essay import OpenEssay
from loccit.drafting.sources.adding import add_to_library, target_of
from loccit.editing.adopt.adopt import Adoption
from loccit.editing.adopt.complete import leave_incomplete
from loccit.editing.adopt.library_draft import LibraryDraft
from loccit.editing.adopt.plan import CitationPlan, EssayPlan
from loccit.editing.adopt.questions import leave_open
from loccit.errors import InvalidChange
from loccit.model import Source


def adoption_plan(essay: OpenEssay) -> EssayPlan:
    """Plan what becomes of all that is typed by hand; what is doubtful stays.

    Raises:
        LoccitError: the library can't be read or changed.
    """
    library = essay.library
    contents = {
        path: state.data
        for path, state in library.state.items()
        if isinstance(state, Buffer)
    }
    target = target_of(library, essay.path)
    draft = LibraryDraft([*library.files], target, contents)
    adoption = Adoption(draft, Path(target.parent))
    return adoption.plan(
        essay.essay, essay.given_settings, leave_open, leave_incomplete
    )


def adopt_all(asked: Asked) -> FileEdits:
    """Return the edits of the essay and its library that turn all typed citations into
    keys.

    Raises:
        InvalidChange: there is nothing to turn, or the essay is not a text.
        LoccitError: as `adoption_plan`.
    """
    essay = _essay(asked)
    plan = adoption_plan(essay)
    if not plan.edits:
        raise InvalidChange(
            "No typed citation can be turned into a key without a question.",
            advice="`loccit adopt` asks, and says why others stay.",
        )
    added = _added(asked, [*plan.new_sources])
    return {essay.path: plan.edits, **added}


def adopt_here(asked: Asked) -> FileEdits:
    """Return the edits that turn the typed citation under the cursor into a key.

    Raises:
        InvalidChange: there is none, or it stays as it is typed; the message says why.
        LoccitError: as `adoption_plan`.
    """
    essay = _essay(asked)
    plan = adoption_plan(essay)
    here = _plan_here(plan, asked)
    if here.edit is None:
        reasons = [*here.why, *(why for cite in here.cites for why in cite.why)]
        why = ", ".join(dict.fromkeys(reasons))
        raise InvalidChange(
            f"“{here.citation.text}” stays as it is typed: {why}."
            if why
            else f"“{here.citation.text}” stays as it is typed.",
            advice="`loccit adopt` asks about what is doubtful.",
        )
    new = [
        source
        for cite in here.cites
        if isinstance(cite.work, int) and (source := plan.entries[cite.work].new)
    ]
    return {essay.path: [here.edit], **_added(asked, new)}


def _essay(asked: Asked) -> OpenEssay:
    if asked.essay is None:
        raise InvalidChange(
            f"{asked.path.name} is not an essay that is a text.",
            advice="`loccit adopt` changes documents.",
        )
    return asked.essay


def _plan_here(plan: EssayPlan, asked: Asked) -> CitationPlan:
    for citation in plan.citations:
        span = citation.citation.span
        if span.start <= asked.span.start <= span.end:
            return citation
    raise InvalidChange(
        "Nothing that is typed here is recognized as a citation.",
        advice="Type it by key.",
    )


def _added(asked: Asked, sources: list[Source]) -> FileEdits:
    if not sources:
        return {}
    added = add_to_library(asked.workspace, asked.library, sources, asked.path)
    return added.edits

"""Decide whether the list that a program keeps in a document can be made again."""

from __future__ import annotations

from collections.abc import Iterator

from loccit.essays import ReferenceList
from loccit.formatting.draft import Draft
from loccit.model import Problem

_BROKEN, _EDITED = "broken-live-citation", "edited-live-list"


def list_stays(
    draft: Draft, references: ReferenceList, entries: int
) -> Iterator[Problem]:
    """Yield why a list has to stay as it is; nothing if it can be made again.

    It has the sources of all live citations, so all of these have to be known.

    Args:
        draft: the document.
        references: the list.
        entries: how many entries the new list would have.
    """
    rules = {problem.rule for problem in draft.essay.problems}
    live = [each for each in draft.resolved.citations if each.citation.program]
    if _EDITED in rules:
        why = "Somebody edited it in its program."
    elif _BROKEN in rules or any(each.missing for each in live):
        why = "The document does not say what all its citations cite."
    elif entries < len(references.entries) and draft.typed and draft.typed.left:
        why = "Of some citations, it is not certain which source they mean."
    else:
        return
    yield Problem(
        "live-list-kept",
        f"The reference list of a program stays as it is. {why}",
        draft.essay.place(references.span.start, references.part),
        advice="Update it in that program, or make it plain text there.",
    )

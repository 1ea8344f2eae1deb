"""Merge citations side by side into one: `[@a] [@b]` becomes `[@a; @b]`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loccit.drafting.acting.asked import Asked
from loccit.drafting.acting.offer import Offer
from loccit.drafting.acting.typed_again import typed_again
from loccit.drafting.file_edits import FileEdits
from loccit.errors import InvalidChange
from loccit.model import Citation


def offers(asked: Asked) -> Iterator[Offer]:
    """Offer to merge those that are selected, or the one here with its neighbors."""
    count = len(_side_by_side(asked))
    if count > 1:
        yield Offer(f"Merge these {count} citations", "refactor.rewrite")


def edits(asked: Asked, argument: str) -> FileEdits:
    """Type them as one."""
    citations = _side_by_side(asked)
    if asked.essay is None or len(citations) < 2:
        raise InvalidChange("There are no citations side by side here any more.")
    return {asked.path: [typed_again(asked.essay, citations, "parenthetical")]}


def _side_by_side(asked: Asked) -> Sequence[Citation]:
    """Return the run of citations with only spaces between them that is here."""
    run: list[Citation] = []
    for citation in _mergeable(asked):
        if run and asked.text[run[-1].span.end : citation.span.start].strip(" \t"):
            if _is_here(asked, run):
                return run
            run = []
        run.append(citation)
    return run if _is_here(asked, run) else []


def _mergeable(asked: Asked) -> Iterator[Citation]:
    for citation in asked.essay.citations if asked.essay else ():
        is_plain = not (citation.typed or citation.program or citation.part)
        if is_plain and citation.mode == "parenthetical":
            yield citation


def _is_here(asked: Asked, run: Sequence[Citation]) -> bool:
    if not run:
        return False
    start, end = run[0].span.start, run[-1].span.end
    return start <= asked.span.end and asked.span.start <= end

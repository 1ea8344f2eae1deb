"""Put a similar key in the place of one that no source has."""

from __future__ import annotations

from collections.abc import Iterator

from loccit.drafting.acting.asked import Asked
from loccit.drafting.acting.offer import Offer
from loccit.drafting.acting.unknown_key import unknown_cite
from loccit.drafting.file_edits import FileEdits
from loccit.drafting.problems.wanted import UNKNOWN_KEY
from loccit.errors import InvalidChange
from loccit.essays.document import KeyPlace


def offers(asked: Asked) -> Iterator[Offer]:
    """Offer the nearest keys."""
    here = unknown_cite(asked)
    if here is None or asked.essay is None:
        return
    nearest = asked.essay.sources.nearest(here.key)
    problem = asked.problem_at(UNKNOWN_KEY, here.span)
    for key in nearest:
        is_only = len(nearest) == 1
        yield Offer(f"Cite `{key}`", "quickfix", key, problem, is_only)


def edits(asked: Asked, argument: str) -> FileEdits:
    """Type the other key."""
    here = unknown_cite(asked)
    if here is None or asked.essay is None:
        raise InvalidChange("There is no unknown key here any more.")
    place = KeyPlace(here.span, here.key, here.citation.part)
    edit = asked.essay.essay.document.with_key(place, argument)
    if edit is None:
        raise InvalidChange(f"`{argument}` can't be cited here.")
    return {asked.path: [edit]}

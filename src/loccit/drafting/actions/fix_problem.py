"""Fix a problem."""

from __future__ import annotations

from collections.abc import Iterator

from loccit.drafting.acting.asked import Asked
from loccit.drafting.acting.fixes import FixHere, fixes_of
from loccit.drafting.acting.offer import Offer
from loccit.drafting.file_edits import FileEdits
from loccit.errors import InvalidChange

_LONGEST = 80


def offers(asked: Asked) -> Iterator[Offer]:
    """Offer each fix of what the selection touches."""
    for here in fixes_of(asked):
        if asked.touches(here.placed.span):
            is_safe = here.fix.safety == "safe"
            yield Offer(_title(here), "quickfix", here.name, here.placed, is_safe)


def edits(asked: Asked, argument: str) -> FileEdits:
    """Make the edits of the fix."""
    for here in fixes_of(asked):
        if here.name == argument:
            return {asked.path: here.fix.edits}
    raise InvalidChange("This problem is not there any more.")


def _title(here: FixHere) -> str:
    problem = here.placed.problem
    words = problem.message.rstrip(".")
    if len(words) > _LONGEST:
        words = f"{words[:_LONGEST].rsplit(' ', 1)[0]} …"
    return f"Fix {problem.rule}: {words}"

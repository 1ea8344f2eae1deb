"""Sort the fields of an entry of a `.bib` file."""

from __future__ import annotations

from collections.abc import Iterator

from loccit.drafting.acting.asked import Asked
from loccit.drafting.acting.offer import Offer
from loccit.drafting.bib.tidying import sort_fields
from loccit.drafting.file_edits import FileEdits
from loccit.errors import InvalidChange
from loccit.model import Edit


def offers(asked: Asked) -> Iterator[Offer]:
    """Offer it where they are in another order."""
    if _edits(asked):
        yield Offer("Sort the fields of this entry", "refactor.rewrite")


def edits(asked: Asked, argument: str) -> FileEdits:
    """Sort the fields of the entries that the selection touches."""
    found = _edits(asked)
    if not found:
        raise InvalidChange("These fields are sorted already.")
    return {asked.path: found}


def _edits(asked: Asked) -> list[Edit]:
    return sort_fields(asked.text, asked.span) if asked.entry_key else []

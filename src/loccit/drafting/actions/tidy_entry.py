"""Tidy an entry of a `.bib` file, as `loccit tidy` does with every option."""

from __future__ import annotations

from collections.abc import Iterator

from loccit.drafting.acting.asked import Asked
from loccit.drafting.acting.offer import Offer
from loccit.drafting.bib.tidying import tidy_bib
from loccit.drafting.file_edits import FileEdits
from loccit.errors import InvalidChange
from loccit.model import Edit


def offers(asked: Asked) -> Iterator[Offer]:
    """Offer it where it changes something."""
    if _edits(asked):
        yield Offer("Tidy this entry", "refactor.rewrite")


def edits(asked: Asked, argument: str) -> FileEdits:
    """Tidy the entries that the selection touches."""
    found = _edits(asked)
    if not found:
        raise InvalidChange("This entry is tidy already.")
    return {asked.path: found}


def _edits(asked: Asked) -> list[Edit]:
    return tidy_bib(asked.text, asked.span) if asked.entry_key else []

"""Turn a citation that is typed by hand into a key."""

from __future__ import annotations

from collections.abc import Iterator

from loccit.drafting.adopting import adopt_here
from loccit.drafting.asked import Asked
from loccit.drafting.file_edits import FileEdits
from loccit.drafting.offer import Offer
from loccit.drafting.typed_citation_here import may_be_typed


def offers(asked: Asked) -> Iterator[Offer]:
    """Offer it for what looks like a citation."""
    if may_be_typed(asked):
        yield Offer("Turn this citation into a key", "refactor.rewrite")


def edits(asked: Asked, argument: str) -> FileEdits:
    """Type the key; its source goes to the library, if only the essay's list has it."""
    return adopt_here(asked)

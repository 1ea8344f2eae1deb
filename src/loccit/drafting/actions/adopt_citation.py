"""Turn a citation that is typed by hand into a key."""

from __future__ import annotations

from collections.abc import Iterator

from loccit.drafting.acting.adopting import adopt_here
from loccit.drafting.acting.asked import Asked
from loccit.drafting.acting.offer import Offer
from loccit.drafting.acting.typed_citation_here import may_be_typed
from loccit.drafting.file_edits import FileEdits


def offers(asked: Asked) -> Iterator[Offer]:
    """Offer it for what looks like a citation."""
    if may_be_typed(asked):
        yield Offer("Turn this citation into a key", "refactor.rewrite")


def edits(asked: Asked, argument: str) -> FileEdits:
    """Type the key; its source goes to the library, if only the essay's list has it."""
    return adopt_here(asked)

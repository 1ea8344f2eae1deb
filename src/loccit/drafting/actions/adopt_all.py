"""Turn all citations that are typed by hand into keys."""

from __future__ import annotations

from collections.abc import Iterator

from loccit.drafting.acting.adopting import adopt_all
from loccit.drafting.acting.asked import Asked
from loccit.drafting.acting.offer import Offer
from loccit.drafting.acting.typed_citation_here import are_any_typed
from loccit.drafting.file_edits import FileEdits


def offers(asked: Asked) -> Iterator[Offer]:
    """Offer it where some may be typed."""
    if are_any_typed(asked):
        yield Offer("Turn all typed citations into keys", "source")


def edits(asked: Asked, argument: str) -> FileEdits:
    """Type the keys; what is doubtful stays."""
    return adopt_all(asked)

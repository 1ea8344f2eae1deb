"""Turn all citations that are typed by hand into keys."""

from __future__ import annotations

from collections.abc import Iterator

from loccit.drafting.adopting import adopt_all
from loccit.drafting.asked import Asked
from loccit.drafting.file_edits import FileEdits
from loccit.drafting.offer import Offer
from loccit.drafting.typed_citation_here import are_any_typed


def offers(asked: Asked) -> Iterator[Offer]:
    """Offer it where some may be typed."""
    if are_any_typed(asked):
        yield Offer("Turn all typed citations into keys", "source")


def edits(asked: Asked, argument: str) -> FileEdits:
    """Type the keys; what is doubtful stays."""
    return adopt_all(asked)

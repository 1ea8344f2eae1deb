"""Fix everything whose fix is safe."""

from __future__ import annotations

from collections.abc import Iterator

from loccit.drafting.acting.asked import Asked
from loccit.drafting.acting.fixes import edits_apart, fixes_of
from loccit.drafting.acting.offer import Offer
from loccit.drafting.file_edits import FileEdits
from loccit.model import Fix


def offers(asked: Asked) -> Iterator[Offer]:
    """Offer it where there is something to fix."""
    if _safe(asked):
        yield Offer("Fix all that is safe to fix", "source.fixAll.loccit")


def edits(asked: Asked, argument: str) -> FileEdits:
    """Make the edits of all safe fixes; one that touches another is left."""
    return {asked.path: edits_apart(_safe(asked))}


def _safe(asked: Asked) -> list[Fix]:
    return [here.fix for here in fixes_of(asked) if here.fix.safety == "safe"]

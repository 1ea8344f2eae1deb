"""A key at a place that no source has."""

from __future__ import annotations

from loccit.drafting.acting.asked import Asked
from loccit.drafting.opened.open_essay import CiteHere


def unknown_cite(asked: Asked) -> CiteHere | None:
    """Return the cite under the cursor, if no source has its key."""
    essay = asked.essay
    here = essay.cite_at(asked.span.start) if essay else None
    if essay is None or here is None or here.key in essay.sources:
        return None
    return here

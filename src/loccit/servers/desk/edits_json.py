"""Edits as the page reads and writes them."""

from __future__ import annotations

from collections.abc import Iterable

from loccit.model import Edit


def edits_as_json(edits: Iterable[Edit]) -> list[dict[str, object]]:
    """Return edits as JSON; their spans count as the page counts."""
    return [
        {"start": edit.span.start, "end": edit.span.end, "new": edit.new}
        for edit in edits
    ]

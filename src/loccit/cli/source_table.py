"""Sources at a glance, a line each."""

from __future__ import annotations

from collections.abc import Iterable

from loccit.cli.terminal import table
from loccit.model import Source


def source_table(sources: Iterable[Source]) -> None:
    """A table of sources: key, author, year, title, type."""
    rows = [(source.key, _author(source), _year(source), source.plain("title"), source.type) for source in sources]
    table(("Key", "Author", "Year", "Title", "Type"), rows)


def _author(source: Source) -> str:
    names = next((names for role in ("author", "editor", "director") if (names := source.names(role))), ())
    shown = [name.literal or " ".join(filter(None, (name.non_dropping_particle, name.family))) for name in names]
    return f"{shown[0]} et al." if len(shown) > 2 else " & ".join(shown)


def _year(source: Source) -> str:
    issued = source.date("issued")
    if issued is None:
        return ""
    return str(issued.start.year) if issued.start else issued.literal or issued.raw

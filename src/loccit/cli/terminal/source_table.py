"""Show sources in a table, a line each."""

from __future__ import annotations

from collections.abc import Iterable

from loccit.bibliography.search.summary import Summary
from loccit.cli.terminal import table


def source_table(summaries: Iterable[Summary]) -> None:
    """Print a table of sources: key, author, year, title, type."""
    table(("Key", "Author", "Year", "Title", "Type"), summaries)

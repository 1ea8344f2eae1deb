"""Show sources in a table, a line each."""

from __future__ import annotations

from collections.abc import Iterable

from loccit.bibliography.search.summary import Glance
from loccit.cli.terminal import table


def source_table(glances: Iterable[Glance]) -> None:
    """Print a table of sources: key, author, year, title, type."""
    table(("Key", "Author", "Year", "Title", "Type"), glances)

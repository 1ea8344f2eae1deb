"""Sources at a glance, a line each."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from loccit.cli.terminal import table

if TYPE_CHECKING:
    from loccit.bibliography.search.summary import Glance


def source_table(glances: Iterable[Glance]) -> None:
    """A table of sources: key, author, year, title, type."""
    table(("Key", "Author", "Year", "Title", "Type"), glances)

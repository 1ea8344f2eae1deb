"""`loccit list`: the sources of the library at a glance."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from loccit.cli.options import bibliography_option

if TYPE_CHECKING:
    from loccit.model import Source


@click.command("list")
@bibliography_option
def command(bibliography: tuple[Path, ...]) -> None:
    """List the sources of the bibliography: key, author, year, title, type."""
    from loccit.cli.library import folder_library, folder_settings
    from loccit.cli.terminal import report, table

    library = folder_library(folder_settings(bibliography))
    rows = [(s.key, _author(s), _year(s), s.plain("title"), s.type) for s in library]
    table(("Key", "Author", "Year", "Title", "Type"), rows)
    report(library.problems)


def _author(source: Source) -> str:
    names = next((names for role in ("author", "editor", "director") if (names := source.names(role))), ())
    shown = [name.literal or " ".join(filter(None, (name.non_dropping_particle, name.family))) for name in names]
    return f"{shown[0]} et al." if len(shown) > 2 else " & ".join(shown)


def _year(source: Source) -> str:
    issued = source.date("issued")
    if issued is None:
        return ""
    return str(issued.start.year) if issued.start else issued.literal or issued.raw

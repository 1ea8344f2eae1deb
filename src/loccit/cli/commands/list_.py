"""`loccit list`: the sources of the library at a glance."""

from __future__ import annotations

from pathlib import Path

import click

from loccit.cli.options import bibliography_option


@click.command("list")
@bibliography_option
def command(bibliography: tuple[Path, ...]) -> None:
    """List the sources of the bibliography: key, author, year, title, type."""
    from loccit.bibliography.glance import glance
    from loccit.cli.library import folder_library, folder_settings
    from loccit.cli.source_table import source_table
    from loccit.cli.terminal import report

    library = folder_library(folder_settings(bibliography))
    source_table(map(glance, library))
    report(library.problems)

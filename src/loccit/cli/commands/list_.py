"""List the sources of the library."""

from __future__ import annotations

from pathlib import Path

import click

from loccit.bibliography import write_sources
from loccit.bibliography.search.summary import summarize
from loccit.cli.options import bibliography_option, json_option
from loccit.cli.terminal import report
from loccit.cli.terminal.source_table import source_table
from loccit.workspace.project import find_project
from loccit.workspace.settings import Settings


@click.command("list")
@json_option
@bibliography_option
def command(target: str, bibliography: tuple[Path, ...]) -> None:
    """List the sources of the library: key, author, year, title, type."""
    library = find_project(Settings(bibliography=bibliography)).library()
    if target == "json":
        click.echo(write_sources(library, "csl-json"), nl=False)
    else:
        source_table(map(summarize, library))
    report(library.problems)

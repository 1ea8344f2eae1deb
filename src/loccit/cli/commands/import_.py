"""Import sources from other files into the library."""

from __future__ import annotations

from pathlib import Path

import click

from loccit.bibliography import files_in, read_file
from loccit.cli.add_sources import (
    add_to_library,
    into_option,
    read_sources,
    sources_in,
)
from loccit.cli.options import bibliography_option, dry_run_option
from loccit.cli.terminal import report, standard_input
from loccit.model import Problem, Source
from loccit.workspace.project import find_project
from loccit.workspace.settings import Settings


@click.command("import")
@click.argument(
    "paths",
    nargs=-1,
    required=True,
    metavar="FILE...",
    type=click.Path(path_type=Path, allow_dash=True),
)
@into_option
@dry_run_option
@bibliography_option
def command(
    paths: tuple[Path, ...],
    into: Path | None,
    dry_run: bool,
    bibliography: tuple[Path, ...],
) -> None:
    """Import the sources of files or folders, in any format, into the library.

    `-` reads standard input. A source that the library already has is skipped: one with
    the same content, the same DOI, or the same ISBN and title. A key that another source
    has gets a letter.

    \b
    loccit import zotero.json
    loccit import scopus.ris --into bibliography/scopus.bib
    loccit import --dry-run colleague.bib
    """
    sources: list[Source] = []
    problems: list[Problem] = []
    for path in paths:
        if str(path) == "-":
            parts = [read_sources(standard_input("Name a file."), "-")]
        else:
            parts = [sources_in(str(file), *read_file(file)) for file in files_in(path)]
        for found, wrong in parts:
            sources += found
            problems += wrong
    files = find_project(Settings(bibliography=bibliography)).library_files
    add_to_library(sources, into, files, dry_run=dry_run)
    report(problems)

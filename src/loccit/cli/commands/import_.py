"""Import sources from other files into the library."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from loccit.cli.add_sources import dry_run_option, into_option
from loccit.cli.options import bibliography_option

if TYPE_CHECKING:
    from loccit.model import Problem, Source


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
    """Import the sources of files or folders, in any format, into the library; `-` is
    standard input.

    What the library has already is left out: a source with the same content, the same
    DOI, or the same ISBN and title. A key that another source has gets a letter.

    \b
    loccit import zotero.json
    loccit import scopus.ris --into bibliography/scopus.bib
    loccit import --dry-run colleague.bib
    """
    from loccit.bibliography.files import files_in, read_file
    from loccit.cli.add_sources import add_to_library, read_sources, sources_in
    from loccit.cli.terminal import report
    from loccit.workspace.files import library_files

    sources: list[Source] = []
    problems: list[Problem] = []
    for path in paths:
        if str(path) == "-":
            parts = [read_sources(sys.stdin.buffer.read(), "-")]
        else:
            parts = [sources_in(str(file), *read_file(file)) for file in files_in(path)]
        for found, wrong in parts:
            sources += found
            problems += wrong
    add_to_library(sources, into, library_files(bibliography), dry_run=dry_run)
    report(problems)

"""Import sources from other files into the library."""

from __future__ import annotations

from pathlib import Path

import click

from loccit.bibliography import files_in, read_file
from loccit.cli.add_sources import import_into_library, into_option, reading
from loccit.cli.options import bibliography_option, dry_run_option
from loccit.cli.terminal import report, standard_input
from loccit.editing.document_sources import is_document, sources_of_document
from loccit.editing.read_sources import read_any, sources_in
from loccit.editing.typed_references import TypedSources
from loccit.errors import UnknownFormat
from loccit.essays.formats import by_extension
from loccit.model import Problem, Source
from loccit.text_files.reading import read_bytes
from loccit.workspace.project import find_project
from loccit.workspace.settings import Settings
from loccit.workspace.zotero_library import located


@click.command("import")
@click.argument(
    "paths",
    nargs=-1,
    required=True,
    metavar="FILE...",
    type=click.Path(path_type=Path, allow_dash=True),
)
@into_option
@click.option(
    "--update",
    is_flag=True,
    help="Show what has changed at the source, and take what you have not changed.",
)
@dry_run_option
@bibliography_option
def command(
    paths: tuple[Path, ...],
    into: Path | None,
    update: bool,
    dry_run: bool,
    bibliography: tuple[Path, ...],
) -> None:
    """Import the sources of files or folders, in any format, into the library.

    A document of Word or LibreOffice gives the sources that its live citations carry,
    and those of Word's Source Manager. A text with a typed list of references is read,
    too: each source keeps its reference as it was typed, and what may be read wrongly
    is reported.

    `-` reads standard input; `zotero:` is Zotero's library, and `zotero:Thesis` the
    collection Thesis. A source that the library already has is skipped: one with
    the same content, the same DOI or number in PubMed, the same ISBN and title, or the
    same key, title and names. A key that another source has gets a letter.

    --update takes corrections, too: fields that have changed at the source since the
    last import. Fields that you have changed yourself stay; a change of both is shown.
    What was imported last is kept in `.loccit-imported` beside the library. You may
    delete that file: then differences are only shown.

    \b
    loccit import zotero.json
    loccit import --update zotero.json
    loccit import zotero:Thesis
    loccit import references.txt
    loccit import scopus.ris --into bibliography/scopus.bib
    loccit import --dry-run colleague.bib
    """
    sources: list[Source] = []
    problems: list[Problem] = []
    for path in paths:
        if str(path) == "-":
            parts = [read_any(standard_input("Name a file."), "-", reading)]
        else:
            parts = [*map(_read, files_in(located(path)))]
        for found, wrong in parts:
            sources += found
            problems += wrong
    project = find_project(Settings(bibliography=bibliography))
    import_into_library(
        sources, into, project.library_files, update=update, dry_run=dry_run
    )
    report(problems)


def _read(file: Path) -> TypedSources:
    """Read a file in any format, or with a typed list."""
    if by_extension(file.suffix) and is_document(data := read_bytes(file)):
        return sources_of_document(data, str(file))
    try:
        return sources_in(str(file), *read_file(file), reading)
    except UnknownFormat:
        return read_any(read_bytes(file), str(file), reading)

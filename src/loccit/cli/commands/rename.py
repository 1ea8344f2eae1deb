"""Rename a key in the library and in every essay."""

from __future__ import annotations

from pathlib import Path

import click

from loccit.cli.complete import complete_key
from loccit.cli.options import bibliography_option


@click.command("rename")
@click.argument("old", shell_complete=complete_key)
@click.argument("new")
@bibliography_option
def command(old: str, new: str, bibliography: tuple[Path, ...]) -> None:
    """Rename the source OLD: its key becomes NEW, in the library and in every essay.

    All files are changed, or none. The essays are those in the nearest folder `essays`,
    and in the folders in it.

    \b
    loccit rename alexander2010 alexander2010jim
    """
    from loccit.editing.rename_sources import rename_sources
    from loccit.workspace.files import file_with, library_files
    from loccit.workspace.library_paths import find_folder

    files = library_files(bibliography)
    file_with(old, files)
    for path in rename_sources({old: new}, files, find_folder("essays", Path.cwd())):
        click.echo(f"{path}: `{old}` is `{new}`", err=True)

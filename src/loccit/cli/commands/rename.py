"""Rename a key in the library and in every essay."""

from __future__ import annotations

from pathlib import Path

import click

from loccit.cli.complete import complete_key
from loccit.cli.options import bibliography_option, dry_run_option, verbose_option
from loccit.cli.searched_essays import report_searched
from loccit.cli.terminal import report, show_changes
from loccit.editing.rename_sources import left_as_written, rename_sources
from loccit.workspace.project import find_project
from loccit.workspace.settings import Settings


@click.command("rename")
@click.argument("old", shell_complete=complete_key)
@click.argument("new")
@dry_run_option
@verbose_option
@bibliography_option
def command(
    old: str, new: str, dry_run: bool, verbose: bool, bibliography: tuple[Path, ...]
) -> None:
    """Rename the source OLD: its key becomes NEW, in the library and in every essay.

    All files are changed, or none. The essays are those in the folder that holds the
    folder `bibliography`, and below it.

    \b
    loccit rename alexander2010 alexander2010jim
    """
    project = find_project(Settings(bibliography=bibliography))
    report_searched(project, verbose=verbose)
    changes = rename_sources({old: new}, project, dry_run=dry_run)
    if dry_run:
        show_changes(changes)
    now = "would be" if dry_run else "is now"
    for path in changes:
        click.echo(f"{path}: `{old}` {now} `{new}`", err=True)
    report(list(left_as_written([old], project)))

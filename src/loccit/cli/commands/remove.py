"""Remove sources from the library."""

from __future__ import annotations

from pathlib import Path

import click

from loccit.cli.complete import complete_key
from loccit.cli.options import bibliography_option, dry_run_option, verbose_option
from loccit.cli.searched_essays import report_searched
from loccit.cli.terminal import report, show_changes
from loccit.editing.remove_sources import find_uses, remove_sources
from loccit.workspace.library_files import file_with
from loccit.workspace.project import Project, find_project
from loccit.workspace.settings import Settings


@click.command("remove")
@click.argument(
    "keys", nargs=-1, required=True, metavar="KEY...", shell_complete=complete_key
)
@click.option(
    "--force",
    is_flag=True,
    help="Also remove what is cited, or what other entries refer to.",
)
@dry_run_option
@verbose_option
@bibliography_option
def command(
    keys: tuple[str, ...],
    force: bool,
    dry_run: bool,
    verbose: bool,
    bibliography: tuple[Path, ...],
) -> None:
    """Remove the sources of these KEYS from the library; every other byte of its files
    stays.

    Nothing is removed if an essay cites one of them, if a document in a format that
    isn't read yet has its key, or if an entry that stays refers to it.

    \b
    loccit remove alexander2010
    loccit remove alexander2010 davis2003 --force
    """
    project = find_project(Settings(bibliography=bibliography))
    in_files: dict[Path, list[str]] = {}
    for key in dict.fromkeys(keys):
        file = file_with(key, project.library_files)
        in_files.setdefault(file, []).append(key)
    if not force:
        _refuse_needed(keys, project, verbose=verbose)
    changes = remove_sources(in_files, dry_run=dry_run)
    if dry_run:
        show_changes(changes)
    would_be = "would be " if dry_run else ""
    for path, removed in in_files.items():
        named = ", ".join(f"`{key}`" for key in removed)
        click.echo(f"{path}: {named} {would_be}removed", err=True)


def _refuse_needed(keys: tuple[str, ...], project: Project, *, verbose: bool) -> None:
    """Report what needs the sources, and exit if anything does."""
    report_searched(project, verbose=verbose)
    uses = list(find_uses(keys, project))
    if uses:
        report(uses)
        click.echo("loccit: nothing was removed; --force removes it anyway.", err=True)
        raise click.exceptions.Exit(1)

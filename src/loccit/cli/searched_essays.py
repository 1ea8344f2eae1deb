"""Report which essays of a project a command looked through, and which it couldn't."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from loccit.cli.terminal import counted, working
from loccit.workspace.folders import shown
from loccit.workspace.project import Project
from loccit.workspace.unread_formats import format_name

#: So many files are named; of more, only their number, unless all are asked for.
_FEW = 5


def report_searched(project: Project, *, verbose: bool) -> None:
    """Report on standard error the essays that a change of keys reaches, before it is
    made.

    Raises:
        UnreadableFile: something can't be searched, and may cite.
    """
    with working("Reading the essays"):
        paths = [essay.path for essay in project.all_essays()]
    folders = " and ".join(map(_folder_name, project.folders))
    if paths:
        line = f"Looked through {counted(len(paths), 'essay')} in {folders}"
    else:
        line = f"No essays were found in {folders}"
    if paths and (verbose or len(paths) <= _FEW):
        line += f": {', '.join(paths)}"
    click.echo(f"{line}.", err=True)
    ignored = [str(path) for path in project.found.ignored]
    if ignored:
        click.echo(f"Ignored by git: {_listed(ignored, verbose)}.", err=True)
    report_unread(project, verbose=verbose)


def report_unread(project: Project, *, verbose: bool = False) -> None:
    """Report on standard error the documents in formats that aren't read yet."""
    unread = [f"{path} ({format_name(path)})" for path in project.found.unread]
    if unread:
        click.echo(
            f"Not read: {_listed(unread, verbose)}. loccit does not read these formats "
            "yet.",
            err=True,
        )


def _listed(names: Sequence[str], verbose: bool) -> str:
    """Return the first names, or all."""
    if verbose or len(names) <= _FEW:
        return ", ".join(names)
    return f"{', '.join(names[:_FEW])} and {len(names) - _FEW} more"


def _folder_name(folder: Path) -> str:
    return "this folder" if folder == Path.cwd() else str(shown(folder))

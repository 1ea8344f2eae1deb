"""Remove sources from the library."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from loccit.cli.complete import complete_key
from loccit.cli.options import bibliography_option

if TYPE_CHECKING:
    from loccit.bibliography.editable import Editable
    from loccit.model import Edit, Problem


@click.command("remove")
@click.argument(
    "keys", nargs=-1, required=True, metavar="KEY...", shell_complete=complete_key
)
@click.option(
    "--force",
    is_flag=True,
    help="Remove also what is cited, or what other entries lean on.",
)
@bibliography_option
def command(keys: tuple[str, ...], force: bool, bibliography: tuple[Path, ...]) -> None:
    """Remove the sources of these KEYS from the library; the rest of its files stays as
    it is.

    What an essay cites is not removed, nor what another entry inherits from: nothing
    is, and you are told where.

    \b
    loccit remove alexander2010
    loccit remove alexander2010 davis2003 --force
    """
    from loccit.cli.terminal import report
    from loccit.editing.library_file import edit_file
    from loccit.workspace.files import file_with, library_files

    files = library_files(bibliography)
    where: dict[Path, list[str]] = {}
    for key in dict.fromkeys(keys):
        where.setdefault(file_with(key, files), []).append(key)
    if not force and (problems := list(_uses(keys, files))):
        report(problems)
        click.echo(
            "loccit: nothing was removed; --force removes it all the same.", err=True
        )
        raise click.exceptions.Exit(1)
    for path, gone in where.items():
        edit_file(path, partial(_removal, gone))
        click.echo(f"{path}: {', '.join(f'`{key}`' for key in gone)} removed", err=True)


def _removal(gone: list[str], file: Editable) -> tuple[list[Edit], list[str]]:
    left = list(file.keys)
    for key in gone:
        left.remove(key)
    return file.remove(gone), left


def _uses(keys: tuple[str, ...], files: list[Path]) -> Iterator[Problem]:
    """Where one of the keys is cited, or named by an entry that stays."""
    from loccit.editing.library_file import open_library_file
    from loccit.errors import InvalidChange
    from loccit.model import Place, Problem
    from loccit.workspace.library_paths import find_folder
    from loccit.workspace.where_cited import where_cited

    folder = find_folder("essays", Path.cwd())
    for key in keys:
        for place, citation in where_cited(key, folder) if folder else ():
            said = " ".join(citation.source.split())
            yield Problem(
                "cited-source", f"`{key}` is cited here: {said}", place, "error"
            )
        for path in files:
            try:
                leaning = open_library_file(path).editable.leaning_on(key)
            except InvalidChange:
                continue  # in other formats no entry names another
            for other in leaning:
                if other not in keys:
                    yield Problem(
                        "parent-source",
                        f"The entry `{other}` refers to `{key}`.",
                        Place(str(path)),
                        "error",
                    )

"""Edit one source, in an editor or by fields."""

from __future__ import annotations

from pathlib import Path

import click

from loccit.bibliography import Editable
from loccit.cli.complete import complete_key
from loccit.cli.editor import edit_until_right
from loccit.cli.field_arguments import field_values
from loccit.cli.options import bibliography_option
from loccit.editing.library_file import edit_file, open_library_file
from loccit.errors import InvalidChange
from loccit.model import Edit, Place
from loccit.workspace.library_files import file_with
from loccit.workspace.project import find_project
from loccit.workspace.settings import Settings


@click.command("edit")
@click.argument("key", shell_complete=complete_key)
@click.argument("fields", nargs=-1, metavar="[FIELD=VALUE]...")
@bibliography_option
def command(key: str, fields: tuple[str, ...], bibliography: tuple[Path, ...]) -> None:
    """Edit the entry of the source KEY in $VISUAL or $EDITOR, or set its fields.

    Fields are named and written as in a .bib file; an empty value removes the field.
    Nothing else in the file changes.

    \b
    loccit edit alexander2010
    loccit edit alexander2010 edition=2 publisher="The New Press" note=
    """
    project = find_project(Settings(bibliography=bibliography))
    path = file_with(key, project.library_files)
    if fields:
        values = field_values(fields)
        edit_file(path, lambda file: (file.change(key, values), file.keys))
        changed = True
    else:
        changed = _edit(key, path)
    outcome = "changed" if changed else "not changed"
    click.echo(f"{path}: `{key}` {outcome}", err=True)


def _edit(key: str, path: Path) -> bool:
    """Open an entry in the editor; return whether it was changed."""
    opened = open_library_file(path).editable.entry(key)

    def replace(typed: str) -> None:
        def edits(file: Editable) -> tuple[list[Edit], list[str]]:
            if key not in file.keys or file.entry(key) != opened:
                raise InvalidChange(
                    "Someone else changed the entry in the meantime.",
                    place=Place(str(path)),
                )
            return file.replace(key, typed), list(file.keys)

        edit_file(path, edits)

    shown = opened.replace("\r\n", "\n").replace("\r", "\n")
    return edit_until_right(f"{shown}\n", path.suffix, replace)

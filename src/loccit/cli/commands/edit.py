"""Edit one source, in an editor or by fields."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from loccit.cli.complete import complete_key
from loccit.cli.options import bibliography_option

if TYPE_CHECKING:
    from loccit.bibliography.editable import Editable
    from loccit.model import Edit


@click.command("edit")
@click.argument("key", shell_complete=complete_key)
@click.argument("fields", nargs=-1, metavar="[FIELD=VALUE]...")
@bibliography_option
def command(key: str, fields: tuple[str, ...], bibliography: tuple[Path, ...]) -> None:
    """Edit the source KEY: its entry, alone, opens in $VISUAL or $EDITOR; or fields get
    the values given.

    Fields are called and written as in a .bib file; an empty value takes one out.
    Nothing else in the file changes.

    \b
    loccit edit alexander2010
    loccit edit alexander2010 edition=2 publisher="The New Press" note=
    """
    from loccit.cli.field_arguments import field_values
    from loccit.editing.library_file import change_file
    from loccit.workspace.files import file_with, library_files

    path = file_with(key, library_files(bibliography))
    if fields:
        values = field_values(fields)
        change_file(path, lambda file: (file.change(key, values), file.keys))
        changed = True
    else:
        changed = _edit(key, path)
    click.echo(f"{path}: `{key}` {'changed' if changed else 'is as it was'}", err=True)


def _edit(key: str, path: Path) -> bool:
    from loccit.cli.editor import edit_until_right
    from loccit.editing.library_file import change_file, open_library_file
    from loccit.errors import InvalidChange
    from loccit.model import Place

    opened = open_library_file(path).editable.entry(key)

    def replace(typed: str) -> None:
        def edits(file: Editable) -> tuple[list[Edit], list[str]]:
            if key not in file.keys or file.entry(key) != opened:
                raise InvalidChange(
                    "The entry was changed by somebody else in the meantime.",
                    place=Place(str(path)),
                )
            return file.replace(key, typed), list(file.keys)

        change_file(path, edits)

    return edit_until_right(
        opened.replace("\r\n", "\n").replace("\r", "\n") + "\n", path.suffix, replace
    )

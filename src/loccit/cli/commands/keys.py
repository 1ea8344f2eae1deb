"""Show which keys do not follow a pattern, and change them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from loccit.cli.complete import complete_key
from loccit.cli.options import bibliography_option

if TYPE_CHECKING:
    from loccit.bibliography import Library
    from loccit.model import Source


@click.command("keys")
@click.argument("keys", nargs=-1, metavar="[KEY...]", shell_complete=complete_key)
@click.option(
    "--pattern",
    "parts",
    metavar="PATTERN",
    help="What a key is made of. [default: [author][year]]",
)
@click.option(
    "-w",
    "--write",
    "changing",
    is_flag=True,
    help="Change the keys, in the library and in every essay.",
)
@bibliography_option
def command(
    keys: tuple[str, ...],
    parts: str | None,
    changing: bool,
    bibliography: tuple[Path, ...],
) -> None:
    """Show which keys, of these KEYS or all, are not after a pattern, and what they
    would be; --write changes them.

    The parts of a pattern are [author], [year] and [title], the first word of weight in
    the title; [Author] and [Title] begin with a capital. Where a key is taken, a letter
    is added; no key that was there is given to another source. All files are changed,
    or none. The essays are those in the nearest folder `essays`, and in the folders in
    it.

    \b
    loccit keys
    loccit keys --write
    loccit keys --pattern '[Author]_[year]_[title]' davis2003
    """
    from loccit.bibliography.keys import PATTERN, other_keys
    from loccit.cli.terminal import table, working
    from loccit.editing.rename_sources import rename_sources
    from loccit.workspace.files import library_files
    from loccit.workspace.folder import folder_library, folder_settings, sources_of
    from loccit.workspace.library_paths import find_folder

    library, files = (
        folder_library(folder_settings(bibliography)),
        library_files(bibliography),
    )
    with working("Reading"):
        sources = (
            sources_of(library, dict.fromkeys(keys))
            if keys
            else list(_changeable(library, files))
        )
        other = other_keys(sources, library, parts or PATTERN)
    if other and changing:
        with working("Changing"):
            changed = rename_sources(other, files, find_folder("essays", Path.cwd()))
    table(
        ("Key", "New key", "Title"),
        [(s.key, other[s.key], s.plain("title")) for s in sources if s.key in other],
    )
    if not other:
        click.echo("All keys are as the pattern has them.", err=True)
    elif changing:
        click.echo(f"Changed: {', '.join(map(str, changed))}.", err=True)
    else:
        click.echo(
            f"Nothing is changed yet: {len(other)} of {len(library)} keys; --write changes them.",
            err=True,
        )


def _changeable(library: Library, files: Sequence[Path]) -> Iterator[Source]:
    """The sources in files that are changed in place; the others are told."""
    from loccit.editing.library_file import open_library_file
    from loccit.errors import InvalidChange

    fixed = set()
    for path in files:
        try:
            open_library_file(path)
        except InvalidChange as error:
            fixed.add(str(path))
            click.echo(f"loccit: {error}", err=True)
    return (source for source in library if source.place.path not in fixed)

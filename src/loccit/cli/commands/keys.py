"""Show which keys do not follow a pattern, and change them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import click

from loccit.bibliography import Library
from loccit.bibliography.keys import PATTERN, other_keys
from loccit.cli.complete import complete_key
from loccit.cli.options import bibliography_option, json_option, verbose_option
from loccit.cli.searched_essays import report_searched
from loccit.cli.terminal import report, table, working
from loccit.editing.library_file import open_library_file
from loccit.editing.rename_sources import left_as_written, rename_sources
from loccit.errors import InvalidChange
from loccit.model import Source
from loccit.text_files.file_change import FileChange
from loccit.workspace.project import find_project
from loccit.workspace.settings import Settings


@click.command("keys")
@click.argument("keys", nargs=-1, metavar="[KEY...]", shell_complete=complete_key)
@click.option(
    "--pattern",
    default=PATTERN,
    metavar="PATTERN",
    show_default=True,
    help="The parts of a key.",
)
@click.option(
    "-w",
    "--write",
    is_flag=True,
    help="Write the keys into the library, and change them in every essay.",
)
@json_option
@verbose_option
@bibliography_option
def command(
    keys: tuple[str, ...],
    pattern: str,
    write: bool,
    target: str,
    verbose: bool,
    bibliography: tuple[Path, ...],
) -> None:
    """Show which keys, of these KEYS or all, do not follow a pattern, and what they
    would be; --write changes them, and writes the keys that loccit made for sources
    without one.

    The parts of a pattern are [author], [year] and [title], the first significant word
    of the title; [Author] and [Title] begin with a capital. If a key is taken, a letter
    is added; no source gets a key that another had. All files are changed, or none. The
    essays are those in the folder that holds the folder `bibliography`, and below it.

    \b
    loccit keys
    loccit keys --write
    loccit keys --pattern '[Author]_[year]_[title]' davis2003
    """
    project = find_project(Settings(bibliography=bibliography))
    library = project.library()
    with working("Reading"):
        if keys:
            sources = [library.require(key) for key in dict.fromkeys(keys)]
        else:
            sources = list(_changeable(library, project.library_files))
        made = [source.key for source in sources if source.key in library.made_keys]
        new_keys = {key: key for key in made}
        new_keys |= other_keys(sources, library, pattern)
    changed: Mapping[Path, FileChange] = {}
    if new_keys and write:
        report_searched(project, verbose=verbose)
        with working("Changing"):
            changed = rename_sources(new_keys, project)
    if target == "json":
        click.echo(json.dumps(new_keys, ensure_ascii=False, indent=2))
    else:
        _show(sources, new_keys)
    if not new_keys:
        click.echo("All keys follow the pattern.", err=True)
    elif write:
        click.echo(f"Changed: {', '.join(map(str, changed))}.", err=True)
        report(list(left_as_written(new_keys, project)))
    else:
        click.echo(
            f"Nothing is changed yet: {len(new_keys)} of {len(library)} keys; "
            "--write changes them.",
            err=True,
        )


def _show(sources: Sequence[Source], new_keys: dict[str, str]) -> None:
    rows = [
        (source.key, new_keys[source.key], source.plain("title"))
        for source in sources
        if source.key in new_keys
    ]
    table(("Key", "New key", "Title"), rows)


def _changeable(library: Library, files: Sequence[Path]) -> Iterator[Source]:
    """Yield the sources in files that can be changed in place, and report the others."""
    fixed = set()
    for path in files:
        try:
            open_library_file(path)
        except InvalidChange as error:
            fixed.add(str(path))
            click.echo(f"loccit: {error}", err=True)
    return (source for source in library if source.place.path not in fixed)

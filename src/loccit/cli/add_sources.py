"""What `loccit add` and `loccit import` share: sources go into the library, and what
became of each is said.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    from loccit.bibliography.source_file import SourceFile
    from loccit.editing.add_sources import Addition
    from loccit.model import Problem, Source

F = TypeVar("F", bound=Callable[..., object])


def into_option(command: F) -> F:
    """`--into`."""
    return click.option(
        "--into",
        type=click.Path(path_type=Path, dir_okay=False),
        metavar="FILE",
        help="The file of the library to add to; it is made where there is none. [default: the only .bib file]",
    )(command)


def dry_run_option(command: F) -> F:
    """`--dry-run`."""
    return click.option(
        "-n",
        "--dry-run",
        is_flag=True,
        help="Show what would change, and change nothing.",
    )(command)


def add_to_library(
    sources: Sequence[Source],
    into: Path | None,
    files: Sequence[Path],
    *,
    dry_run: bool,
) -> None:
    """Add sources, and say of each what became of it and what the file can't hold."""
    from loccit.bibliography import losses
    from loccit.bibliography.formats import format_of
    from loccit.cli.terminal import report, show_change
    from loccit.editing.add_sources import add_sources
    from loccit.text_files.encoding import decode
    from loccit.workspace.files import file_for_new

    target = file_for_new(files, into)
    additions = add_sources(sources, target, files, dry_run=dry_run)
    before, after = decode(additions.before)[0], decode(additions.after)[0]
    if dry_run:
        show_change(target, before, after)
    _say(additions.each, target, dry_run=dry_run)
    format_ = format_of(after, target.suffix)
    if format_:
        report(
            list(
                losses(
                    [addition.added for addition in additions.each if addition.added],
                    format_.NAME,
                )
            )
        )


def _say(additions: Sequence[Addition], target: Path, *, dry_run: bool) -> None:
    """What became of each source, and, of several, of how many."""
    from loccit.cli.terminal import MOST

    would = "would be " * dry_run
    for addition in additions[:MOST]:
        named = f"`{addition.given.key}` " * bool(addition.given.key)
        click.echo(
            f"{target}: {named}{would * bool(addition.added)}{addition.message}",
            err=True,
        )
    if len(additions) > 1:
        added = sum(addition.added is not None for addition in additions)
        click.echo(
            f"{target}: {added} {would}added, {len(additions) - added} there already",
            err=True,
        )


def read_sources(data: bytes, name: str) -> tuple[list[Source], list[Problem]]:
    """The sources in the bytes of a file, in any format, and what is wrong with them.

    Raises:
        UnreadableFile: they are in no format that is known.
    """
    from loccit.bibliography.files import read_data

    return sources_in(name, *read_data(data, Path(name)))


def sources_in(
    name: str, file: SourceFile, problems: Sequence[Problem]
) -> tuple[list[Source], list[Problem]]:
    """The sources of the file of this name, and what is wrong with them, or that there
    are none.
    """
    from loccit.bibliography import Library
    from loccit.bibliography.files import no_sources
    from loccit.cli.terminal import all_sources

    library = Library([file], problems)
    sources = all_sources(library)
    return sources, [
        *library.problems,
        *([] if file.keys else [no_sources(name, "warning")]),
    ]

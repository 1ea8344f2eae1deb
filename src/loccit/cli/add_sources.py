"""Add sources to the library and report the outcome, for `loccit add` and `loccit
import`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import click

from loccit.bibliography import (
    Library,
    open_library,
    read_data,
)
from loccit.cli.import_updates import hint_at_updates, show_updates
from loccit.cli.terminal import MOST, progress, report, show_change
from loccit.editing.add_sources import Addition, Additions, add_sources
from loccit.editing.adopt.new_source import TYPED_FIELD
from loccit.editing.import_sources import import_sources
from loccit.formatting.cited_sources import problems_in_print
from loccit.model import Problem, Source
from loccit.text_files.encoding import decode
from loccit.workspace.library_files import file_for_new

F = TypeVar("F", bound=Callable[..., object])


def into_option(command: F) -> F:
    """Add `--into`."""
    return click.option(
        "--into",
        type=click.Path(path_type=Path, dir_okay=False),
        metavar="FILE",
        help="The file of the library to add to; created if missing. [default: the only .bib file]",
    )(command)


def add_to_library(
    sources: Sequence[Source],
    into: Path | None,
    files: Sequence[Path],
    *,
    dry_run: bool,
    show: bool = False,
) -> list[str]:
    """Add sources; report the outcome for each, and what the file can't hold.

    Args:
        show: whether to show the new entries.

    Returns:
        The keys of those that were added.
    """
    target = file_for_new(files, into)
    additions = add_sources(sources, target, files, dry_run=dry_run)
    _report(additions, target, dry_run=dry_run, show=show)
    return [each.added.key for each in additions.each if each.added and not dry_run]


def import_into_library(
    sources: Sequence[Source],
    into: Path | None,
    files: Sequence[Path],
    *,
    update: bool,
    dry_run: bool,
) -> None:
    """Import sources; report as `add_to_library`, and what has changed at the source."""
    target = file_for_new(files, into)
    done = import_sources(sources, target, files, update=update, dry_run=dry_run)
    _report(done.additions, target, dry_run=dry_run, known=not update)
    if update:
        show_updates(done.updates, dry_run=dry_run)
    else:
        hint_at_updates(done.updates)


def _report(
    additions: Additions,
    target: Path,
    *,
    dry_run: bool,
    known: bool = True,
    show: bool = False,
) -> None:
    """Report what was added, or would be, and what the file can't hold.

    Args:
        additions: what became of each source.
        target: the file that they were added to.
        dry_run: whether nothing was written.
        known: whether to name the sources that were there already.
        show: whether to show the new entries, as with `dry_run`.
    """
    before = decode(additions.before, str(target)).text
    after = decode(additions.after, str(target)).text
    if dry_run or show:
        show_change(target, before, after)
    _report_outcome(additions.each, target, dry_run=dry_run, known=known)
    added = [addition.added for addition in additions.each if addition.added]
    if added:
        library = Library([read_data(additions.after, target)[0]])
        report(list(_not_kept(added, library)))


def report_new(keys: Sequence[str], file: Path) -> None:
    """Report what readers will see of new sources that is wrong, and the fields that
    nothing prints.
    """
    library = open_library(file)
    report([found.problem for found in problems_in_print(library, keys)])
    for key in keys:
        source = library.require(key)
        for name in source.custom.keys() - {TYPED_FIELD}:
            message = f"The field `{name}` is kept, but no style prints it."
            report([Problem("unread-field", message, source.place, "note")])


def _not_kept(added: Iterable[Source], library: Library) -> Iterator[Problem]:
    """Yield a warning for each source that the file can't hold whole."""
    for source in added:
        kept = library.get(source.key)
        names = source.variables.keys() - (kept.variables.keys() if kept else ())
        lost = sorted(names - {"citation-key"})  # that is the key now
        if lost:
            listed = ", ".join(f"`{name}`" for name in lost)
            message = f"Of `{source.key}`, the library's file can't hold {listed}."
            yield Problem("not-carried", message, source.place, "warning")


def _report_outcome(
    additions: Sequence[Addition], target: Path, *, dry_run: bool, known: bool
) -> None:
    """Report what was done with each source and, if there are several, how many."""
    would_be = "would be " if dry_run else ""
    named = [each for each in additions if known or each.added]
    for addition in named[:MOST]:
        key = f"`{addition.given.key}` " if addition.given.key else ""
        would = would_be if addition.added else ""
        click.echo(f"{target}: {key}{would}{addition.message}", err=True)
    if len(additions) > 1:
        added = sum(addition.added is not None for addition in additions)
        there = len(additions) - added
        click.echo(
            f"{target}: {added} {would_be}added, {there} there already", err=True
        )


def reading(numbers: Sequence[int]) -> Iterable[int]:
    """Show how far the reading of many entries is."""
    return progress(numbers, "Reading")

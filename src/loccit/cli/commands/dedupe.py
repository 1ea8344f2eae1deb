"""Find entries that are the same work, and merge them."""

from __future__ import annotations

import json
from pathlib import Path

import click

from loccit.bibliography import Library
from loccit.bibliography.duplicates import Pair, Works
from loccit.cli.complete import complete_key
from loccit.cli.options import (
    bibliography_option,
    dry_run_option,
    json_option,
    verbose_option,
)
from loccit.cli.searched_essays import report_searched
from loccit.cli.terminal import counted, progress, report, show_changes
from loccit.cli.terminal.side_by_side import side_by_side
from loccit.editing.merge_sources import merge_sources
from loccit.editing.rename_sources import left_as_written
from loccit.workspace.project import Project, find_project
from loccit.workspace.settings import Settings


@click.command("dedupe")
@click.option(
    "--merge",
    nargs=2,
    metavar="KEEP DROP",
    shell_complete=complete_key,
    help="Make two entries one: KEEP stays.",
)
@json_option
@dry_run_option
@verbose_option
@bibliography_option
def command(
    merge: tuple[str, str] | None,
    target: str,
    dry_run: bool,
    verbose: bool,
    bibliography: tuple[Path, ...],
) -> None:
    """Show the entries of the library that are the same work, why they are taken for
    it, and in what they differ.

    Parts, volumes, editions, reviews, preprints and yearly reports are works of their
    own. Only --merge changes anything: the entry KEEP gets the fields that it lacks,
    the entry DROP is removed, and every essay that cited it cites KEEP. All files are
    changed, or none. The essays are those in the folder that holds the folder
    `bibliography`, and below it.

    The exit status is 1 if there are such entries.

    \b
    loccit dedupe
    loccit dedupe --merge alexander2010 alexander2010a
    """
    project = find_project(Settings(bibliography=bibliography))
    if merge:
        _merge(*merge, project, dry_run=dry_run, verbose=verbose)
        return
    library = project.library()
    pairs = _find_pairs(library)
    repeated = [
        problem for problem in library.problems if problem.rule == "duplicate-key"
    ]
    if target == "json":
        _show_json(pairs)
    else:
        _show(pairs)
    report(repeated)
    if pairs or repeated:
        raise click.exceptions.Exit(1)


def _find_pairs(library: Library) -> list[Pair]:
    works = Works()
    pairs = []
    for key in progress(library.keys(), "Comparing"):
        source = library.get(key)
        pair = works.add(source) if source else None
        if pair:
            pairs.append(pair)
    return pairs


def _show(pairs: list[Pair]) -> None:
    for pair in pairs:
        one, other = pair.one, pair.other
        click.secho(f"{one.key} = {other.key}: {', '.join(pair.reasons)}", bold=True)
        head = [("", one.key, other.key), ("", str(one.place), str(other.place))]
        click.echo(side_by_side([*head, *pair.differences()]) + "\n")
    line = "No two entries are one work."
    if pairs:
        line = f"{counted(len(pairs), 'pair')} of entries that are one work."
    click.echo(line, err=True)


def _show_json(pairs: list[Pair]) -> None:
    listed = [
        {
            "keys": [pair.one.key, pair.other.key],
            "places": [str(pair.one.place), str(pair.other.place)],
            "reasons": pair.reasons,
            "differences": {
                name: [one, other] for name, one, other in pair.differences()
            },
        }
        for pair in pairs
    ]
    click.echo(json.dumps(listed, ensure_ascii=False, indent=2))


def _merge(
    keep: str, drop: str, project: Project, *, dry_run: bool, verbose: bool
) -> None:
    report_searched(project, verbose=verbose)
    merged = merge_sources(keep, drop, project, dry_run=dry_run)
    for name, tex in merged.added.items():
        click.echo(f"`{keep}` has from `{drop}`: {name} = {tex}", err=True)
    for name, kept, dropped in merged.given_up:
        kept = kept or "none"
        click.echo(f"`{keep}` keeps its {name}: {kept} (not {dropped})", err=True)
    if dry_run:
        show_changes(merged.changed)
    now = "would be" if dry_run else "is now"
    for path in merged.changed:
        click.echo(f"{path}: `{drop}` {now} `{keep}`", err=True)
    report([*merged.problems, *left_as_written([drop], project)])

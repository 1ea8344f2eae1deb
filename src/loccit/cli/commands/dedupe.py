"""Find entries that are the same work, and merge them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from loccit.cli.complete import complete_key
from loccit.cli.options import bibliography_option

if TYPE_CHECKING:
    from loccit.bibliography.duplicates import Pair


@click.command("dedupe")
@click.option(
    "--merge",
    nargs=2,
    metavar="KEEP DROP",
    shell_complete=complete_key,
    help="Make two entries one: KEEP stays.",
)
@click.option(
    "--to",
    "target",
    type=click.Choice(["text", "json"]),
    default="text",
    help="Text for people, or JSON.",
)
@bibliography_option
def command(
    merge: tuple[str, str] | None, target: str, bibliography: tuple[Path, ...]
) -> None:
    """Show the entries of the library that are the same work: what tells it, and in
    what they differ.

    Parts, volumes, editions, reviews, preprints and yearly reports are works of their
    own. Nothing is changed but by --merge: the entry KEEP gets the fields that it
    lacks, the entry DROP goes, and what cited it, in the nearest folder `essays` and
    the folders in it, cites KEEP; all files are changed, or none.

    The exit status is 1 where there are such entries.

    \b
    loccit dedupe
    loccit dedupe --merge alexander2010 alexander2010a
    """
    from loccit.bibliography.duplicates import Works
    from loccit.cli.terminal import progress, report
    from loccit.workspace.folder import folder_library, folder_settings

    if merge:
        _merge(*merge, bibliography)
        return
    library, works = folder_library(folder_settings(bibliography)), Works()
    sources = (
        source
        for key in progress(library.keys(), "Comparing")
        if (source := library.get(key))
    )
    pairs = list(filter(None, map(works.add, sources)))
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


def _show(pairs: list[Pair]) -> None:
    from loccit.cli.terminal.side_by_side import side_by_side

    for pair in pairs:
        one, other = pair.one, pair.other
        click.secho(f"{one.key} = {other.key}: {', '.join(pair.reasons)}", bold=True)
        head = [("", one.key, other.key), ("", str(one.place), str(other.place))]
        click.echo(side_by_side([*head, *pair.differences()]) + "\n")
    count = f"{len(pairs)} pairs" if len(pairs) != 1 else "1 pair"
    click.echo(
        f"{count} of entries that are one work."
        if pairs
        else "No two entries are one work.",
        err=True,
    )


def _show_json(pairs: list[Pair]) -> None:
    import json

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


def _merge(keep: str, drop: str, bibliography: tuple[Path, ...]) -> None:
    from loccit.cli.terminal import report
    from loccit.editing.merge_sources import merge_sources
    from loccit.workspace.files import library_files
    from loccit.workspace.library_paths import find_folder

    merged = merge_sources(
        keep, drop, library_files(bibliography), find_folder("essays", Path.cwd())
    )
    for name, tex in merged.added.items():
        click.echo(f"`{keep}` has from `{drop}`: {name} = {tex}", err=True)
    for name, kept, gone in merged.given_up:
        click.echo(
            f"`{keep}` keeps its {name}: {kept or 'none'} (not {gone})", err=True
        )
    for path in merged.changed:
        click.echo(f"{path}: `{drop}` is `{keep}`", err=True)
    report(merged.problems)

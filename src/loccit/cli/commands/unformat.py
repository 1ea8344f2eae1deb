"""Give the citations of a formatted essay their keys again."""

from __future__ import annotations

from pathlib import Path

import click

from loccit.cli.essays_in import essays_in, is_folder, open_named
from loccit.cli.options import (
    bibliography_option,
    dry_run_option,
    in_place_option,
    locale_option,
    style_option,
)
from loccit.cli.terminal import counted, progress, show_changes, write
from loccit.editing.unformat import Unformatted, unformat_essay
from loccit.text_files.file_change import FileChange
from loccit.workspace.settings import Settings


@click.command("unformat")
@click.argument(
    "essays",
    nargs=-1,
    required=True,
    type=click.Path(path_type=Path, allow_dash=True),
    metavar="ESSAY|FOLDER...",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="Write to this file.",
)
@in_place_option
@dry_run_option
@bibliography_option
@style_option
@locale_option
def command(
    essays: tuple[Path, ...],
    output: Path | None,
    in_place: bool,
    dry_run: bool,
    bibliography: tuple[Path, ...],
    style: str | None,
    locale: str | None,
) -> None:
    """Give the citations of each formatted ESSAY their keys again, and take out its
    reference list: the way back from `loccit format`.

    A citation gets its key if formatting prints the same text again; all others stay as
    they are.  So it does not matter which program wrote them, if it was in this style.

    \b
    loccit unformat essay-apa.md -o essay.md
    loccit unformat --in-place --style modern-language-association essays/
    """
    paths = [*essays_in(essays)]
    _refuse_contradictions(paths, output, in_place=in_place, dry_run=dry_run)
    settings = Settings(bibliography, csl=style, lang=locale)
    for path in progress(paths, "Unformatting"):
        result = unformat_essay(open_named(path), settings=settings)
        if dry_run:
            show_changes({path: FileChange(result.essay.data, result.data)})
        elif not in_place:
            write(result.data, output)
        elif result.data != result.essay.data:
            write(result.data, path)
        click.echo(f"{path}: {_summary(result)}.", err=True)


def _refuse_contradictions(
    paths: list[Path], output: Path | None, *, in_place: bool, dry_run: bool
) -> None:
    if dry_run and not in_place:
        raise click.UsageError("--dry-run shows what --in-place would change; add it.")
    if in_place and output:
        raise click.UsageError("--in-place and -o exclude each other.")
    if in_place and Path("-") in paths:
        raise click.UsageError("standard input can't be changed in place.")
    if len(paths) > 1 and not in_place:
        raise click.UsageError("to unformat several essays, use --in-place.")
    if output and is_folder(output):
        raise click.UsageError(f"{output} is a folder; name a file.")


def _summary(result: Unformatted) -> str:
    if result.in_notes:
        return "the style cites in footnotes, which stay as they are"
    parts = [f"{counted(result.citations, 'citation')} got keys"]
    if result.left:
        how = "as they are" if result.lacks_sources else "as typed"
        parts.append(f"{counted(result.left, 'citation')} left {how}")
    if result.lacks_sources:
        parts.append(
            "since the library lacks their sources; "
            f"`loccit import {result.essay.path}` adds them"
        )
    if result.lost_list:
        parts.append("the list was taken out")
    return ", ".join(parts)

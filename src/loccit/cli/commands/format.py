"""Format an essay's citations and add its reference list."""

from __future__ import annotations

from pathlib import Path

import click

from loccit.cli.options import (
    bibliography_option,
    cluster_option,
    dry_run_option,
    how_option,
    in_place_option,
    locale_option,
    style_option,
)
from loccit.cli.wrong_usage import WrongUsage


@click.command("format")
@click.argument(
    "essays",
    nargs=-1,
    required=True,
    type=click.Path(allow_dash=True),
    metavar="ESSAY|FOLDER...",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(),
    help="Write to this file, or several essays to this folder.",
)
@in_place_option
@dry_run_option
@bibliography_option
@style_option
@locale_option
@how_option
@click.option(
    "--to",
    type=click.Choice(["essay", "json"]),
    default="essay",
    help="The formatted essay, or its citations and list as JSON.",
)
@click.option(
    "--allow-missing",
    is_flag=True,
    help="Exit with 0 even if a key has no source.",
)
@cluster_option
def command(
    essays: tuple[str, ...],
    output: str | None,
    in_place: bool,
    dry_run: bool,
    bibliography: tuple[Path, ...],
    style: str | None,
    locale: str | None,
    markup: str | None,
    fields: str | None,
    typed_citations: bool | None,
    paper: str | None,
    to: str,
    allow_missing: bool,
    cluster: str | None,
) -> None:
    """Format the citations of each ESSAY, and of the essays in each FOLDER, and add the
    reference list.

    Citations have keys, as in [@doe2001, p. 3], or are typed by hand, as in (Doe, 2001,
    p. 3): these are corrected where it is certain which source of the library they are
    of, and the rest is reported.

    Everything else in the essay stays as it is, byte for byte.  The result goes to
    standard output unless -o or --in-place is given; `-` reads standard input.

    --in-place replaces the keys; `loccit unformat` gives them back.

    \b
    loccit format essay.md -o essay-apa.md
    loccit format --in-place --style modern-language-association essays/*.md
    """
    if cluster:
        # Most essays are formatted here, and start faster without this.
        from loccit.cli.cluster.jobs import FormatJob
        from loccit.cli.cluster.start import start
        from loccit.workspace.settings import Settings

        settings = Settings(
            bibliography,
            csl=style,
            lang=locale,
            markup=markup,
            fields=fields,
            typed_citations=typed_citations,
        )
        start(
            cluster,
            FormatJob(to),
            essays,
            output,
            settings,
            contradictions={
                "--in-place": in_place,
                "--dry-run": dry_run,
                "--paper": paper,
            },
            allow_missing=allow_missing,
        )
    # The help and the completion of options come sooner without this.
    from loccit.cli.formatting.call import format_essays

    try:
        status = format_essays(
            tuple(map(Path, essays)),
            None if output is None else Path(output),
            in_place,
            dry_run,
            bibliography,
            style,
            locale,
            markup,
            fields,
            typed_citations,
            paper,
            to,
            allow_missing,
        )
    except WrongUsage as error:
        raise click.UsageError(str(error)) from error
    raise click.exceptions.Exit(status)

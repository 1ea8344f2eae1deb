"""Show the library in figures."""

from __future__ import annotations

from pathlib import Path

import click

from loccit.cli.options import bibliography_option, output_option
from loccit.workspace.folder import folder_library, folder_settings


@click.command("stats")
@click.argument("files", nargs=-1, metavar="[FILE...]", type=click.Path(path_type=Path))
@click.option(
    "--to",
    "target",
    type=click.Choice(["text", "svg", "json"]),
    help="A plot for the terminal, a picture, or the figures.  [default: by the name of -o, else text]",
)
@bibliography_option
@output_option
def command(
    files: tuple[Path, ...],
    target: str | None,
    bibliography: tuple[Path, ...],
    output: Path | None,
) -> None:
    """Show the library, or these FILES, in figures: years, types, languages, what is
    cited most and what never.

    Citations are counted in the nearest folder `essays` and the folders in it.

    \b
    loccit stats
    loccit stats -o stats.svg
    loccit stats old.bib --to json
    """
    import json

    from loccit.cli.terminal import working, write
    from loccit.cli.terminal.plot import plot, plotted
    from loccit.workspace.library_paths import find_folder
    from loccit.workspace.statistics import charts_of, draw, heading, statistics_of

    library = folder_library(folder_settings((*files, *bibliography)))
    with working("Reading"):
        statistics = statistics_of(library, find_folder("essays", Path.cwd()))
    suffix = output.suffix.lower().removeprefix(".") if output else ""
    target = target or (suffix if suffix in ("svg", "json") else "text")
    title, charts = heading(statistics), charts_of(statistics)
    if target == "json":
        write(
            (
                json.dumps(statistics.as_json(), ensure_ascii=False, indent=2) + "\n"
            ).encode(),
            output,
        )
    elif target == "svg":
        write(draw(title, charts).encode(), output)
    elif output:
        write(plotted(title, charts).encode(), output)
    else:
        plot(title, charts)

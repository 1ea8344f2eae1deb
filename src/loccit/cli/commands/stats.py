"""Show the library in figures."""

from __future__ import annotations

import json
from pathlib import Path

import click

from loccit.cli.options import bibliography_option, output_option
from loccit.cli.searched_essays import report_unread
from loccit.cli.terminal import report, working, write
from loccit.cli.terminal.plot import plot, plotted
from loccit.cli.wrong_usage import wrong_ending
from loccit.workspace.project import find_project
from loccit.workspace.settings import Settings
from loccit.workspace.statistics import (
    Statistics,
    charts_of,
    draw,
    heading,
    statistics_of,
)

#: What is written to a file, by the file's extension.
_EXTENSIONS = {
    "": "text",
    ".txt": "text",
    ".text": "text",
    ".svg": "svg",
    ".json": "json",
}


@click.command("stats")
@click.argument("files", nargs=-1, metavar="[FILE...]", type=click.Path(path_type=Path))
@click.option(
    "--to",
    "target",
    type=click.Choice(["text", "svg", "json"]),
    help="A plot for the terminal, a picture, or the figures. [default: by the name "
    "of -o, else text]",
)
@bibliography_option
@output_option
def command(
    files: tuple[Path, ...],
    target: str | None,
    bibliography: tuple[Path, ...],
    output: Path | None,
) -> None:
    """Show the library, or these FILES, in figures: years, types, languages, and the
    sources that are cited most and never.

    The essays are those in the folder that holds the folder `bibliography`, and below
    it.

    \b
    loccit stats
    loccit stats -o stats.svg
    loccit stats old.bib --to json
    """
    project = find_project(Settings(bibliography=(*files, *bibliography)))
    library = project.library()
    with working("Reading"):
        usage = project.usage(library)
        statistics = statistics_of(library, usage if usage.essays else None)
    _write(statistics, target or _target(output), output)
    report(project.found.problems)
    report_unread(project)


def _target(output: Path | None) -> str:
    """Return the format that the name of a file stands for.

    Raises:
        LoccitError: none has the extension.
    """
    if output is None:
        return "text"
    extension = output.suffix.lower()
    if extension not in _EXTENSIONS:
        raise wrong_ending(output, "Name it .svg for a picture, .json for the figures.")
    return _EXTENSIONS[extension]


def _write(statistics: Statistics, target: str, output: Path | None) -> None:
    if target == "json":
        figures = json.dumps(statistics.as_json(), ensure_ascii=False, indent=2)
        write(f"{figures}\n".encode(), output)
        return
    title, charts = heading(statistics), charts_of(statistics)
    if target == "svg":
        write(draw(title, charts).encode(), output)
    elif output:
        write(plotted(title, charts).encode(), output)
    else:
        plot(title, charts)

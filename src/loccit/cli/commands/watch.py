"""Write a formatted essay again whenever something changes."""

from __future__ import annotations

from pathlib import Path

import click

from loccit.cli.essays_in import STANDARD_INPUT, is_folder
from loccit.cli.format_refusals import refuse_contradictions, refuse_fields_of_texts
from loccit.cli.formatting.essay_formatter import EssayFormatter
from loccit.cli.formatting.watch import EssayWatch, essays_outside
from loccit.cli.options import (
    bibliography_option,
    how_option,
    locale_option,
    style_option,
)
from loccit.cli.paper import makes_paper, refuse_what_papers_lack
from loccit.cli.wrong_usage import WrongUsage
from loccit.export.paper.make import PaperMaker
from loccit.workspace.settings import Settings


@click.command("watch")
@click.argument(
    "what",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, path_type=Path),
    metavar="ESSAY|FOLDER...",
)
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(path_type=Path),
    help="Write to this file, or several essays to this folder.",
)
@bibliography_option
@style_option
@locale_option
@how_option
def command(
    what: tuple[Path, ...],
    output: Path,
    bibliography: tuple[Path, ...],
    style: str | None,
    locale: str | None,
    markup: str | None,
    fields: str | None,
    typed_citations: bool | None,
    paper: str | None,
) -> None:
    """Format each ESSAY, and the essays in each FOLDER, as `loccit format -o` does, and
    again whenever one of them, the library, the settings or the style changes.

    Ctrl-C ends it.  A result is written only if it differs, so that what shows it need
    not load it again.

    \b
    loccit watch essay.md -o essay.docx
    loccit watch chapters/ -o formatted/
    """
    settings = Settings(
        bibliography,
        csl=style,
        lang=locale,
        markup=markup,
        fields=fields,
        typed_citations=typed_citations,
    )
    several = len(what) > 1 or any(map(is_folder, what))
    try:
        formatter = _formatter(what, output, several, settings, paper)
    except WrongUsage as error:
        raise click.UsageError(str(error)) from error
    EssayWatch(what, output, formatter).run()


def _formatter(
    what: tuple[Path, ...],
    output: Path,
    several: bool,
    settings: Settings,
    paper: str | None,
) -> EssayFormatter:
    """Return what formats the essays.

    Raises:
        WrongUsage: options contradict each other.
    """
    if output == STANDARD_INPUT:
        raise WrongUsage("a watch writes to a file: name one with -o.")
    is_paper = makes_paper(what, output)
    refuse_what_papers_lack(is_paper, paper, settings.markup, "essay", several)
    essays = tuple(essays_outside(output, what))
    refuse_contradictions(essays, output, in_place=False, to="essay")
    refuse_fields_of_texts(essays, settings.fields, is_paper)
    maker = PaperMaker(output.suffix.lower(), paper) if is_paper else None
    return EssayFormatter(settings, output, several=several, paper_maker=maker)

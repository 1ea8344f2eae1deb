"""Format an essay's citations and add its reference list."""

from __future__ import annotations

from pathlib import Path

import click

from loccit.cli.essays_in import essays_in
from loccit.cli.format_refusals import refuse_contradictions, refuse_fields_of_texts
from loccit.cli.formatting.essay_formatter import EssayFormatter
from loccit.cli.formatting.run import FormatRun
from loccit.cli.options import (
    bibliography_option,
    dry_run_option,
    in_place_option,
    locale_option,
    style_option,
)
from loccit.cli.paper import makes_paper, refuse_what_papers_lack
from loccit.export.paper import KINDS
from loccit.workspace.setting_reader import FIELDS, MARKUPS
from loccit.workspace.settings import Settings


@click.command("format")
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
    help="Write to this file, or several essays to this folder.",
)
@in_place_option
@dry_run_option
@bibliography_option
@style_option
@locale_option
@click.option(
    "--markup",
    type=click.Choice(list(MARKUPS)),
    help="The markup of citations and list. [default: the essay's own]",
)
@click.option(
    "--fields",
    type=click.Choice(FIELDS),
    help="What citations of a document become: live citations of Zotero or of Word, or "
    "text. [default: live ones stay so, and others join those of Zotero]",
)
@click.option(
    "--typed-citations/--no-typed-citations",
    default=None,
    help="Format what is typed by hand, too, where its source is beyond doubt, or leave "
    "it. [default: format it]",
)
@click.option(
    "--paper",
    type=click.Choice(KINDS),
    help="The kind of paper that -o makes of a text: with a title page or not. "
    "[default: by the front matter]",
)
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
def command(
    essays: tuple[Path, ...],
    output: Path | None,
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
    essays = tuple(essays_in(essays))
    if dry_run and not in_place:
        raise click.UsageError("--dry-run shows what --in-place would change; add it.")
    is_paper = makes_paper(essays, output)
    refuse_what_papers_lack(is_paper, paper, markup, to, len(essays) > 1)
    refuse_contradictions(essays, output, in_place, to)
    refuse_fields_of_texts(essays, fields, is_paper)
    settings = Settings(
        bibliography,
        csl=style,
        lang=locale,
        markup=markup,
        fields=fields,
        typed_citations=typed_citations,
    )
    paper_maker = None
    if output and is_paper:
        # Essays that stay essays start faster without this.
        from loccit.export.paper.make import PaperMaker

        paper_maker = PaperMaker(output.suffix.lower(), paper)
    formatter = EssayFormatter(
        settings,
        output,
        in_place=in_place,
        dry_run=dry_run,
        to=to,
        several=len(essays) > 1,
        paper_maker=paper_maker,
    )
    run = FormatRun(formatter)
    run.format_all(essays)
    raise click.exceptions.Exit(run.finish(allow_missing))

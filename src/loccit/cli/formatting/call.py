"""The call of `loccit format` with parameters that are read: check them, and format."""

from __future__ import annotations

from pathlib import Path

from loccit.cli.essays_in import essays_in
from loccit.cli.format_refusals import refuse_contradictions, refuse_fields_of_texts
from loccit.cli.formatting.essay_formatter import EssayFormatter
from loccit.cli.formatting.run import FormatRun
from loccit.cli.paper import makes_paper, refuse_what_papers_lack
from loccit.cli.wrong_usage import WrongUsage
from loccit.workspace.settings import Settings


def format_essays(
    essays: tuple[Path, ...],
    output: Path | None = None,
    in_place: bool = False,
    dry_run: bool = False,
    bibliography: tuple[Path, ...] = (),
    style: str | None = None,
    locale: str | None = None,
    markup: str | None = None,
    fields: str | None = None,
    typed_citations: bool | None = None,
    paper: str | None = None,
    to: str = "essay",
    allow_missing: bool = False,
) -> int:
    """Format essays, and return the exit status; the parameters are the command's.

    Raises:
        WrongUsage: they contradict each other.
        LoccitError: the only essay can't be read or written.
    """
    essays = tuple(essays_in(essays))
    if dry_run and not in_place:
        raise WrongUsage("--dry-run shows what --in-place would change; add it.")
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
    return run.finish(allow_missing)

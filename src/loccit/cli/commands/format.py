"""Format an essay's citations and add its reference list."""

from __future__ import annotations

import json
from contextlib import nullcontext
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING

import click

from loccit._startup.dataclass import dataclass
from loccit.cli.essays_in import essays_in, is_folder, open_named
from loccit.cli.format_refusals import refuse_contradictions, refuse_fields_of_texts
from loccit.cli.lowered_capitals import left_out
from loccit.cli.options import (
    bibliography_option,
    dry_run_option,
    in_place_option,
    locale_option,
    style_option,
)
from loccit.cli.paper import makes_paper, refuse_what_papers_lack
from loccit.cli.source_problems import report_sources
from loccit.cli.terminal import (
    counted,
    progress,
    report,
    report_failure,
    show_changes,
    working,
    write,
)
from loccit.errors import LoccitError, UnwritableFile
from loccit.export.paper import KINDS
from loccit.formatting.draft import Draft, read_draft
from loccit.formatting.format_essay import format_draft
from loccit.formatting.formatted_essay import FormattedCitation, FormattedEssay
from loccit.formatting.lowered_capitals import lowered_capitals
from loccit.text_files.file_change import FileChange
from loccit.workspace.setting_reader import FIELDS, MARKUPS
from loccit.workspace.settings import Settings

if TYPE_CHECKING:
    from loccit.export.paper.make import Paper, PaperMaker

#: What users of --in-place found out too late.
_KEYS_ARE_GONE = (
    "The citations are text now, without their keys; `loccit unformat` gives them back."
)


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
    run = _Run(settings, output, in_place, dry_run, to, several=len(essays) > 1)
    if output and is_paper:
        # Essays that stay essays start faster without this.
        from loccit.export.paper.make import PaperMaker

        run.paper_maker = PaperMaker(output.suffix.lower(), paper)
    for essay in progress(essays, "Formatting"):
        run.format(essay)
    run.finish(allow_missing)


@dataclass()
class _Run:
    """One call of the command: format essay after essay, and keep the score.

    Attributes:
        several: whether there is more than one essay.
        paper_maker: makes a paper of the essay, if one is asked for.
        formatted, citations, keys, errors, failures: the score: essays, citations,
            those that have keys.  An error is a problem that keeps a citation from
            being formatted; a failure, an essay that could not be read or written.
        lowered: the words of titles that lost their capital, and whether braces would
            keep it.
    """

    settings: Settings
    output: Path | None
    in_place: bool
    dry_run: bool
    to: str
    several: bool
    paper_maker: PaperMaker | None = None
    formatted: int = 0
    citations: int = 0
    keys: int = 0
    errors: int = 0
    failures: int = 0
    lowered: dict[str, bool] = field(default_factory=dict)

    def format(self, path: Path) -> None:
        """Format one essay; among several, one that fails does not stop the others."""
        try:
            draft, result = self._formatted(path)
            paper = self.paper_maker.make(draft, result) if self.paper_maker else None
            self._write(path, result, paper)
        except LoccitError as error:
            if not self.several:
                raise
            report_failure(error)
            self.failures += 1
            return
        if self.to != "json":
            report((*result.problems, *(paper.problems if paper else ())))
            report_sources(draft.resolved, path, self.settings.bibliography)
            self.lowered.update(lowered_capitals(draft, result))
            if not self.several:
                self._report_capitals()
            self._summarize(path, result)
        self.formatted += 1
        self.citations += len(result.citations)
        self.keys += sum(map(_had_key, result.citations))
        self.errors += sum(problem.severity == "error" for problem in result.problems)

    def finish(self, allow_missing: bool) -> None:
        """Sum up several essays, and exit with the right status."""
        if self.in_place and self.keys and not self.dry_run:
            click.echo(_KEYS_ARE_GONE, err=True)
        if self.several:
            self._report_capitals()
            parts = [
                f"{counted(self.formatted, 'essay')} formatted",
                counted(self.citations, "citation"),
                counted(self.errors, "problem"),
            ]
            if self.failures:
                parts.append(f"{counted(self.failures, 'essay')} not formatted")
            click.echo(f"{', '.join(parts)}.", err=True)
        if self.failures:
            raise click.exceptions.Exit(2)
        if self.errors and not allow_missing:
            raise click.exceptions.Exit(1)

    def _report_capitals(self) -> None:
        """Say once which capitals were left out, for all essays."""
        in_braces = any(self.lowered.values())
        for line in left_out(self.lowered, in_braces=in_braces):
            click.echo(line, err=True)

    def _formatted(self, path: Path) -> tuple[Draft, FormattedEssay]:
        essay = open_named(path)
        # Over several essays there is a bar already.
        with nullcontext() if self.several else working("Formatting"):
            draft = read_draft(essay, settings=self.settings)
            if self.paper_maker:
                draft = self.paper_maker.prepare(draft)
            return draft, format_draft(draft)

    def _write(self, path: Path, result: FormattedEssay, paper: Paper | None) -> None:
        if self.to == "json":
            from loccit.formatting.as_json import as_json  # only JSON needs it

            if self.several:
                # JSON Lines: one essay a line.
                named = {"file": str(path), **as_json(result)}
                text = json.dumps(named, ensure_ascii=False)
            else:
                text = json.dumps(as_json(result), ensure_ascii=False, indent=2)
            write(f"{text}\n".encode(), self.output)
        elif self.dry_run:
            show_changes({path: FileChange(result.essay.data, result.data)})
        elif paper:
            write(paper.data, self.output)
        elif not self.in_place:
            write(result.data, self._target(path))
        elif result.edits:
            write(result.data, path)

    def _target(self, path: Path) -> Path | None:
        if self.output is None:
            return None
        if not self.several and not is_folder(self.output):
            return self.output
        try:
            self.output.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UnwritableFile(
                f"`{self.output}` is not a folder, so it can't hold several essays."
            ) from error
        return self.output / path.name

    def _summarize(self, path: Path, result: FormattedEssay) -> None:
        if self.several and not self.in_place:
            return
        done = sum(citation.text is not None for citation in result.citations)
        left = len(result.citations) - done
        parts = [
            counted(done, "citation"),
            f"{counted(len(result.bibliography), 'source')} in the list",
        ]
        if left:
            parts.append(f"{counted(left, 'citation')} left as written")
        click.echo(f"{path}: {', '.join(parts)}.", err=True)


def _had_key(formatted: FormattedCitation) -> bool:
    """Return whether a citation was cited by key, and is text now."""
    citation = formatted.citation
    return not citation.typed and not citation.program and formatted.text is not None

"""Format an essay's citations and add its reference list."""

from __future__ import annotations

import json
import os
import sys
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from loccit._startup.dataclass import dataclass
from loccit.cli.options import bibliography_option, locale_option, style_option
from loccit.cli.terminal import progress, report, report_failure, working, write
from loccit.errors import LoccitError, UnreadableFile, UnwritableFile

if TYPE_CHECKING:
    from loccit.formatting.format_essay import FormattedEssay
    from loccit.workspace.settings import Settings


@click.command("format")
@click.argument(
    "essays",
    nargs=-1,
    required=True,
    type=click.Path(path_type=Path, allow_dash=True),
    metavar="ESSAY...",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="Write to this file or, of several, this folder.",
)
@click.option(
    "-i", "--in-place", is_flag=True, help="Write each essay back to its own file."
)
@bibliography_option
@style_option
@locale_option
@click.option(
    "--markup",
    type=click.Choice(["markdown", "html", "plain"]),
    help="What citations and the list are written in. [default: the essay's own]",
)
@click.option(
    "--to",
    type=click.Choice(["essay", "json"]),
    default="essay",
    help="The essay, or what was found in it.",
)
@click.option(
    "--allow-missing",
    is_flag=True,
    help="Keys that no source has do not change the exit status.",
)
def command(
    essays: tuple[Path, ...],
    output: Path | None,
    in_place: bool,
    bibliography: tuple[Path, ...],
    style: str | None,
    locale: str | None,
    markup: str | None,
    to: str,
    allow_missing: bool,
) -> None:
    """Format the citations of an ESSAY and add its reference list; - reads standard
    input.

    All else in the essay stays as it is, byte for byte.  With neither -o nor --in-place
    the result goes to standard output.

    \b
    loccit format essay.md -o essay-apa.md
    loccit format --in-place --style modern-language-association essays/*.md
    """
    from loccit.workspace.settings import Settings

    _refuse_contradictions(essays, output, in_place, to)
    settings = Settings(bibliography, csl=style, lang=locale, markup=markup)
    run = _Run(settings, output, in_place, to, several=len(essays) > 1)
    for essay in progress(essays, "Formatting"):
        run.format(essay)
    run.finish(allow_missing)


def _refuse_contradictions(
    essays: tuple[Path, ...], output: Path | None, in_place: bool, to: str
) -> None:
    if in_place and output:
        raise click.UsageError("--in-place and -o exclude each other.")
    if in_place and Path("-") in essays:
        raise click.UsageError("standard input can't be formatted in place.")
    if in_place and to == "json":
        raise click.UsageError(
            "--to json would overwrite the essay; leave out --in-place."
        )
    if output is not None and not in_place:
        _refuse_to_overwrite(essays, output)
    if len(essays) > 1 and not in_place:
        if to == "json":
            raise click.UsageError("--to json takes one essay at a time.")
        if output is None:
            raise click.UsageError(
                "of several essays, say where to write: --in-place, or -o with a folder."
            )
        names = [essay.name for essay in essays]
        if len(set(names)) < len(names):
            raise click.UsageError(
                "two of the essays have one name; format them into different folders."
            )


def _refuse_to_overwrite(essays: tuple[Path, ...], output: Path) -> None:
    """An essay is written over only where that was asked for; `-o ""` is what an unset
    variable of a shell leaves.
    """
    for essay in essays:
        target = output / essay.name if os.path.isdir(output) else output  # noqa: PTH112 -- never raises
        if str(essay) != "-" and os.path.realpath(target) == os.path.realpath(essay):
            raise click.UsageError(
                f"-o would write over {essay} itself; if that is what you want, use --in-place."
            )


def _standard_input() -> bytes:
    if sys.stdin is None:
        raise UnreadableFile(
            "Standard input is closed.", advice="Name the essay's file."
        )
    return sys.stdin.buffer.read()


@dataclass()
class _Run:
    """One call of the command: formats essay after essay, and remembers how it went."""

    settings: Settings
    output: Path | None
    in_place: bool
    to: str
    several: bool
    formatted: int = 0
    citations: int = 0
    findings: int = 0
    failures: int = 0

    def format(self, path: Path) -> None:
        """Format one essay; a fault of one does not keep the others from their turn."""
        from loccit.essays import open_essay, read_essay
        from loccit.formatting.format_essay import format_essay

        try:
            essay = (
                read_essay(_standard_input()) if str(path) == "-" else open_essay(path)
            )
            with nullcontext() if self.several else working("Formatting"):
                result = format_essay(essay, settings=self.settings)
            self._write(path, result)
        except LoccitError as error:
            if not self.several:
                raise
            report_failure(error)
            self.failures += 1
            return
        if self.to != "json":
            report(result.problems)
            self._summarize(path, result)
        self.formatted += 1
        self.citations += len(result.citations)
        self.findings += sum(problem.severity == "error" for problem in result.problems)

    def finish(self, allow_missing: bool) -> None:
        """The summary of several essays, and the exit status."""
        if self.several:
            failed = (
                f", {_count(self.failures, 'essay')} not formatted"
                if self.failures
                else ""
            )
            click.echo(
                f"{_count(self.formatted, 'essay')} formatted, {_count(self.citations, 'citation')}, "
                f"{_count(self.findings, 'problem')}{failed}.",
                err=True,
            )
        if self.failures:
            raise click.exceptions.Exit(2)
        if self.findings and not allow_missing:
            raise click.exceptions.Exit(1)

    def _write(self, path: Path, result: FormattedEssay) -> None:
        if self.to == "json":
            from loccit.formatting.as_json import as_json

            text = json.dumps(as_json(result), ensure_ascii=False, indent=2) + "\n"
            write(text.encode(), self.output)
        elif not self.in_place:
            write(result.data, self._target(path))
        elif result.edits:
            write(result.data, path)

    def _target(self, path: Path) -> Path | None:
        if self.output is None or not (self.several or os.path.isdir(self.output)):  # noqa: PTH112 -- never raises
            return self.output
        try:
            self.output.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UnwritableFile(
                f"`{self.output}` is not a folder that several essays can be written to."
            ) from error
        return self.output / path.name

    def _summarize(self, path: Path, result: FormattedEssay) -> None:
        if self.several and not self.in_place:
            return
        done = sum(citation.text is not None for citation in result.citations)
        left = len(result.citations) - done
        click.echo(
            f"{path}: {_count(done, 'citation')}, {_count(len(result.bibliography), 'source')} in the list"
            + (f", {_count(left, 'citation')} left as written" if left else "")
            + ".",
            err=True,
        )


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"

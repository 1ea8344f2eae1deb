"""Show what a check found."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from loccit.cli.checking.fixes import Fixer
from loccit.cli.report import COUNTED, Report, ReportedEssay, format_named, text
from loccit.cli.terminal import report, show_changes, shows_tables, styled, write

_GAP = "  "


def show_report(report: Report, target: str, output: Path | None) -> None:
    """Print a report in a format, or write it to a file; for people, with a table of
    several essays.

    Raises:
        UnwritableFile: the file can't be written.
    """
    if target == "text" and not output:
        click.echo(_as_text(report, styled, _width()), nl=False)
    else:
        # Whatever a system's own encoding is, files and formats for programs are UTF-8.
        write(written(report, target).encode("utf-8", "replace"), output)
    if target == "text" or output:
        click.echo(text.summary(report), err=True)


def written(report: Report, target: str) -> str:
    """Return a report in a format, as a file has it."""
    if target == "text":
        return _as_text(report, text.plain, text.USUAL_WIDTH)
    return format_named(target).write(report)


def _as_text(report: Report, style: text.Style, width: int) -> str:
    lines = text.write(report, style, width)
    if len(report.essays) < 2:
        return lines
    heading, *rows = _table(report.essays)
    return "\n".join([lines, style(heading, "place"), *rows, ""])


def _width() -> int:
    """Return the width of the terminal; in a pipe, what is usual."""
    usual = (text.USUAL_WIDTH, 24)
    return shutil.get_terminal_size(usual).columns if shows_tables() else usual[0]


def show_fixes(fixer: Fixer) -> None:
    """Print what was fixed, or the changes that would fix it."""
    report(fixer.warnings)
    count = text.count(len(fixer.fixed), "problem")
    if fixer.dry_run:
        show_changes(fixer.changes)
        click.echo(f"{count} would be fixed.", err=True)
        return
    for problem in (finding.problem for finding in fixer.fixed):
        line = f"{problem.place}: fixed: {problem.message} [{problem.rule}]"
        click.echo(line, err=True)
    click.echo(f"{count} fixed.", err=True)


def _table(essays: Sequence[ReportedEssay]) -> Iterator[str]:
    """Yield the lines of a table that counts what was found in each essay."""
    room = max(len(essay.path) for essay in essays)
    yield _GAP.join([f"{'Essay':<{room}}", *COUNTED])
    for essay in essays:
        cells = [
            f"{number:>{len(column)}}"
            for number, column in zip(essay.counts, COUNTED, strict=True)
        ]
        yield _GAP.join([f"{essay.path:<{room}}", *cells])

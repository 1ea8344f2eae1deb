"""List citation styles, or check the files of styles."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from loccit.cli.terminal import report, report_failure, table
from loccit.csl import StyleInfo, style_ids, style_info, style_of_name
from loccit.csl.styles.check import check_style
from loccit.errors import UnreadableFile
from loccit.text_files.reading import read_bytes


class _Styles(click.Group):
    """A group that takes words of a search: `loccit styles apa` is short for
    `loccit styles list apa`.
    """

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args or args[0] not in {*self.commands, *ctx.help_option_names}:
            args = ["list", *args]
        return super().parse_args(ctx, args)


@click.group("styles", cls=_Styles, subcommand_metavar="[WORD...] | check FILE...")
def command() -> None:
    """List the styles whose id or title has all the words, or check style files.

    \b
    loccit styles
    loccit styles chicago author-date
    loccit styles check my-own.csl
    """


@command.command("list")
@click.argument("words", nargs=-1, metavar="[WORD...]")
def list_(words: tuple[str, ...]) -> None:
    """List the styles whose id or title has all the words."""
    folded = [word.casefold() for word in words]
    meant = style_of_name(" ".join(words))
    infos = map(style_info, style_ids())
    found = [info for info in infos if info.id == meant or _has_words(info, folded)]
    found.sort(key=lambda info: info.id != meant)  # `mla` is part of other words, too
    if not found:
        click.echo(f"No style has `{' '.join(words)}` in its id or title.", err=True)
        raise click.exceptions.Exit(1)
    table(
        ("Id", "Title", "Citations"),
        [(info.id, info.title, info.citation_format) for info in found],
    )


def _has_words(info: StyleInfo, folded: Sequence[str]) -> bool:
    text = f"{info.id} {info.title}".casefold()
    return all(word in text for word in folded)


@command.command("check")
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE..."
)
def check(files: tuple[Path, ...]) -> None:
    """Check CSL styles; report every problem with its line and column.

    Exit status: 0 no problems, or notes only; 1 errors or warnings; 2 a file can't be
    read.
    """
    problems, unread = [], False
    for file in files:
        try:
            problems += check_style(read_bytes(file), str(file))
        except UnreadableFile as error:
            report_failure(error)
            unread = True
    report(problems)
    if unread:
        raise click.exceptions.Exit(UnreadableFile.exit_code)
    if any(problem.severity != "note" for problem in problems):
        raise click.exceptions.Exit(1)

"""Find mistakes in essays and sources, and fix them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

import click

from loccit.cli.checking.check_all import Checks
from loccit.cli.checking.essays import EssayChecker
from loccit.cli.checking.run import CheckRun
from loccit.cli.checking.watch import watch
from loccit.cli.complete import complete_key_or_file, complete_rule
from loccit.cli.options import (
    bibliography_option,
    cluster_option,
    locale_option,
    output_or_address_option,
    style_option,
)
from loccit.cli.report import formats
from loccit.cli.terminal.rule_names import require_rules, show_rules
from loccit.editing.selected_rules import source_checker
from loccit.lint.selection import Selection
from loccit.workspace.settings import Settings

F = TypeVar("F", bound=Callable[..., object])


def _rule_option(name: str, help_: str) -> Callable[[F], F]:
    """Make an option that names rules."""
    return click.option(
        name,
        multiple=True,
        callback=_separated,
        metavar="RULES",
        shell_complete=complete_rule,
        help=help_,
    )


def _separated(
    ctx: click.Context, param: click.Parameter, value: tuple[str, ...]
) -> tuple[str, ...]:
    """Separate rules at commas: `--select C,L01`."""
    names = [name.strip() for each in value for name in each.split(",")]
    return tuple(name for name in names if name)


@click.command("check")
@click.argument(
    "what",
    nargs=-1,
    metavar="[ESSAY|FOLDER|FILE|KEY]...",
    shell_complete=complete_key_or_file,
)
@_rule_option(
    "--select",
    "Report only these rules: codes, the beginning of codes, or names (C,L01).",
)
@_rule_option("--ignore", "Do not report these rules.")
@click.option(
    "--fix",
    is_flag=True,
    help="Apply the safe fixes; every other byte of the files stays.",
)
@click.option(
    "--unsafe-fixes",
    "unsafe",
    is_flag=True,
    help="Let --fix and --diff apply fixes that may change the meaning, too.",
)
@click.option("--diff", is_flag=True, help="Show what --fix would change.")
@click.option(
    "--to",
    "target",
    type=click.Choice(formats()),
    default="text",
    help="Text or a page for people, or a format for programs.",
)
@click.option("--rules", "list_rules", is_flag=True, help="List the rules and exit.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 whatever is found.")
@click.option(
    "--sources",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Look quotations up in the PDFs, e-books, texts and web pages of this folder, and in the "
    "files that the library links.",
)
@click.option(
    "--watch", "watches", is_flag=True, help="Check again whenever a file changes."
)
@output_or_address_option
@cluster_option
@bibliography_option
@style_option
@locale_option
def command(
    what: tuple[str, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fix: bool,
    unsafe: bool,
    diff: bool,
    target: str,
    list_rules: bool,
    exit_zero: bool,
    sources: Path | None,
    watches: bool,
    output: str | None,
    cluster: str | None,
    bibliography: tuple[Path, ...],
    style: str | None,
    locale: str | None,
) -> None:
    """Check each ESSAY, the essays and sources in each FOLDER, each FILE of sources, and
    the sources with these KEYs.  Without arguments, check the whole library.

    In an essay its citations, its quotations, its reference list and the sources that
    it cites are checked.  Each problem has a place and a rule; `loccit explain RULE`
    explains it.

    The exit status is 1 if there are errors or warnings, and 2 if something can't be
    read.  Notes alone do not count.

    \b
    loccit check essay.docx
    loccit check papers/ --style apa
    loccit check zotero.json --ignore missing-field
    """
    if list_rules:
        show_rules()
        return
    require_rules([*select, *ignore])
    if unsafe and not (fix or diff):
        raise click.UsageError("--unsafe-fixes needs --fix or --diff.")
    if fix and "-" in what:
        raise click.UsageError("standard input can't be fixed in place; use --diff.")
    if watches and (fix or diff or "-" in what):
        raise click.UsageError("--watch reports only, and can't watch standard input.")
    settings = Settings(bibliography, csl=style, lang=locale)
    selection = Selection(select, ignore)
    if cluster:
        # Most essays are checked here, and start faster without this.
        from loccit.cli.cluster.jobs import CheckJob
        from loccit.cli.cluster.start import start

        given = {"--fix": fix, "--diff": diff, "--watch": watches, "--sources": sources}
        job = CheckJob(selection, target)
        start(
            cluster,
            job,
            what,
            output,
            settings,
            contradictions=given,
            allow_missing=exit_zero,
        )
    of_essays = EssayChecker(
        settings, selection, sources, keeps_paragraphs=target == "html"
    )
    checks = Checks(of_essays, partial(source_checker, command=selection))
    run = CheckRun(
        what,
        bibliography,
        checks,
        target=target,
        output=None if output is None else Path(output),
        fix=fix,
        diff=diff,
        unsafe=unsafe,
        exit_zero=exit_zero,
    )
    if watches:
        watch(run)
    else:
        raise click.exceptions.Exit(run.run())

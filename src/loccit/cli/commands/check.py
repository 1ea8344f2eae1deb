"""Find mistakes in essays and sources, and fix them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import NoReturn, TypeVar

import click

from loccit.cli.checking.asked_for import asked_for
from loccit.cli.checking.check_all import Checks, check_all
from loccit.cli.checking.essays import EssayChecker
from loccit.cli.checking.fixes import Fixer
from loccit.cli.checking.show import show_fixes, show_report
from loccit.cli.complete import complete_key_or_file, complete_rule
from loccit.cli.options import bibliography_option, locale_option, style_option
from loccit.cli.report import formats
from loccit.cli.terminal import report_failure
from loccit.cli.terminal.rule_names import require_rules, show_rules
from loccit.editing.check.selected import source_checker
from loccit.errors import LoccitError
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
    help="Look quotations up in the PDFs, texts and web pages of this folder, and in the "
    "files that the library links.",
)
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
    settings = Settings(bibliography, csl=style, lang=locale)
    selection = Selection(select, ignore)
    check_sources = partial(source_checker, command=selection)
    checks = Checks(
        EssayChecker(settings, selection, sources, keeps_paragraphs=target == "html"),
        check_sources,
    )
    asked = asked_for(what, bibliography)
    failures: list[LoccitError] = []
    if fix or diff:
        fixer = Fixer(checks, unsafe=unsafe, dry_run=diff)
        fixer.fix(asked)
        show_fixes(fixer)
        failures += fixer.failures
        if diff:
            _exit(failures, has_findings=bool(fixer.fixed) and not exit_zero)
    report, unread = check_all(asked, checks)
    if report.checked or report.essays or not unread:
        show_report(report, target)
    found = any(each.problem.severity != "note" for each in report.findings)
    _exit([*failures, *unread], has_findings=found and not exit_zero)


def _exit(failures: Iterable[LoccitError], *, has_findings: bool) -> NoReturn:
    """Report what can't be read or written, each once, and end with the exit status."""
    errors = {str(error): error for error in failures}
    for error in errors.values():
        report_failure(error)
    status = 1 if has_findings else 0
    raise click.exceptions.Exit(LoccitError.exit_code if errors else status)

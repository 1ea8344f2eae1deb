"""Find mistakes in sources, and fix them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

import click

from loccit.bibliography import Library, files_in, open_library
from loccit.bibliography.formats import format_of, is_known
from loccit.cli.complete import complete_key_or_file, complete_rule
from loccit.cli.options import bibliography_option
from loccit.cli.report import Report, format_named, formats, text
from loccit.cli.terminal import progress, show_changes, styled, table
from loccit.cli.terminal.rule_names import known_rules
from loccit.editing.fix_sources import fix_sources
from loccit.errors import LoccitError
from loccit.essays.formats import by_extension
from loccit.lint import Checker, Finding
from loccit.lint.sources import rules
from loccit.model import Place
from loccit.text_files.reading import read_text
from loccit.workspace.project import find_project
from loccit.workspace.settings import Settings

F = TypeVar("F", bound=Callable[..., object])


def _rule_option(name: str, help_: str) -> Callable[[F], F]:
    """Make an option that names rules."""
    return click.option(
        name, multiple=True, metavar="RULE", shell_complete=complete_rule, help=help_
    )


@click.command("check")
@click.argument(
    "what", nargs=-1, metavar="[FILE...|KEY...]", shell_complete=complete_key_or_file
)
@_rule_option("--select", "Report only this rule (repeatable).")
@_rule_option("--ignore", "Do not report this rule (repeatable).")
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
    help="Lines for people, or JSON.",
)
@click.option("--rules", "list_rules", is_flag=True, help="List the rules and exit.")
@bibliography_option
def command(
    what: tuple[str, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fix: bool,
    unsafe: bool,
    diff: bool,
    target: str,
    list_rules: bool,
    bibliography: tuple[Path, ...],
) -> None:
    """Check sources for mistakes: those with these KEYs, those in these FILEs, or the
    whole library.

    Each problem has a line, a column and a rule; `loccit explain RULE` explains it. The
    exit status is 1 if there are errors or warnings. Notes alone do not count.

    \b
    loccit check
    loccit check alexander2010
    loccit check zotero.json --ignore missing-field
    """
    known_rules([*select, *ignore])
    if list_rules:
        table(("Rule", "Summary"), [(rule.name, rule.summary) for rule in rules()])
        return
    if unsafe and not (fix or diff):
        raise click.UsageError("--unsafe-fixes needs --fix or --diff.")
    paths, keys = _asked_for(what, bibliography)
    check = partial(Checker, select=select, ignore=ignore)
    if diff:
        _show_fixes(paths, keys, check, unsafe)
        return
    if fix:
        _fix(paths, keys, check, unsafe)
    report = _report(check(open_library(paths)), keys)
    _print(report, target)
    if any(finding.problem.severity != "note" for finding in report.findings):
        raise click.exceptions.Exit(1)


def _asked_for(
    what: Sequence[str], bibliography: tuple[Path, ...]
) -> tuple[Sequence[Path], set[str] | None]:
    """Return the named files and folders; or those of the library, and the named keys."""
    paths = [Path(name) for name in what]
    if what and all(map(_is_path, paths)):
        return paths, None
    project = find_project(Settings(bibliography=bibliography))
    library = project.library()
    for name in what:
        if name not in library:
            library.require(name)  # raises: it is neither a key nor a file
    return project.library_paths(), set(what) or None


def _is_path(path: Path) -> bool:
    """Whether a file of sources or a folder is meant.

    Raises:
        LoccitError: it is an essay.
    """
    known = is_known(path.suffix)
    if by_extension(path.suffix) and not known and path.is_file():
        _refuse_essay(path)
    return path.exists() or known


def _refuse_essay(path: Path) -> None:
    """Refuse a text file unless a database exported it.

    An essay may have sources of its own in its front matter, so what begins with one is
    an essay.
    """
    content = read_text(path).text
    is_export = not content.startswith("---") and format_of(content, "") is not None
    if path.suffix.lower() != ".txt" or not is_export:
        raise LoccitError(
            "This is an essay; `loccit check` checks sources.",
            place=Place(str(path)),
            advice="`loccit format` reports mistakes in its citations.",
        )


def _report(checker: Checker, keys: set[str] | None) -> Report:
    """Check the entries; of the problems of files, keep those of the entries."""
    entries = checker.entries(keys)
    findings = list(checker.of_files())
    if keys is not None:
        places = {file.place(index) for file, index in entries}
        findings = [each for each in findings if each.problem.place in places]
    for file, index in progress(entries, "Checking"):
        findings += checker.of_entry(file, index)
    # A reader reports some problems of an entry twice: of its file, and of itself.
    once = {finding.problem: finding for finding in findings}
    in_order = sorted(once.values(), key=lambda finding: finding.problem.place)
    return Report(len(entries), in_order)


def _show_fixes(
    paths: Sequence[Path],
    keys: set[str] | None,
    check: Callable[[Library], Checker],
    unsafe: bool,
) -> None:
    fixes = fix_sources(_files(paths), check, keys, unsafe=unsafe, dry_run=True)
    show_changes(fixes.changes)
    click.echo(f"{_problems(fixes.findings)} would be fixed.", err=True)
    if fixes.findings:
        raise click.exceptions.Exit(1)


def _fix(
    paths: Sequence[Path],
    keys: set[str] | None,
    check: Callable[[Library], Checker],
    unsafe: bool,
) -> None:
    fixed = fix_sources(_files(paths), check, keys, unsafe=unsafe).findings
    for problem in (finding.problem for finding in fixed):
        line = f"{problem.place}: fixed: {problem.message} [{problem.rule}]"
        click.echo(line, err=True)
    click.echo(f"{_problems(fixed)} fixed.", err=True)


def _files(paths: Sequence[Path]) -> list[Path]:
    return list(dict.fromkeys(file for path in paths for file in files_in(path)))


def _problems(findings: Sequence[Finding]) -> str:
    return text.count(len(findings), "problem")


def _print(report: Report, target: str) -> None:
    if target == "text":
        click.echo(text.write(report, styled), nl=False)
        click.echo(text.summary(report), err=True)
    else:
        click.echo(format_named(target).write(report), nl=False)

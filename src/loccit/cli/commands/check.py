"""Find mistakes in sources, and fix them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from loccit.cli.complete import complete_key_or_file, complete_rule
from loccit.cli.options import bibliography_option
from loccit.cli.terminal import styled
from loccit.report import Report, format_named, formats, text

if TYPE_CHECKING:
    from loccit.bibliography import Library
    from loccit.lint import Checker, Finding


F = TypeVar("F", bound=Callable[..., object])


def _rule_option(name: str, help_: str) -> Callable[[F], F]:
    """An option that names rules."""
    return click.option(
        name, multiple=True, metavar="RULE", shell_complete=complete_rule, help=help_
    )


@click.command("check")
@click.argument(
    "what", nargs=-1, metavar="[FILE...|KEY...]", shell_complete=complete_key_or_file
)
@_rule_option("--select", "Tell of this fault alone; may be given several times.")
@_rule_option("--ignore", "Don't tell of this fault; may be given several times.")
@click.option(
    "--fix",
    is_flag=True,
    help="Mend what can be mended beyond doubt; every other byte of the files stays.",
)
@click.option(
    "--diff", is_flag=True, help="Show what --fix would change, and change nothing."
)
@click.option(
    "--to",
    "target",
    type=click.Choice(formats()),
    default="text",
    help="Lines for people, or JSON.",
)
@click.option(
    "--rules",
    "list_rules",
    is_flag=True,
    help="List the faults that are looked for, and stop.",
)
@bibliography_option
def command(
    what: tuple[str, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fix: bool,
    diff: bool,
    target: str,
    list_rules: bool,
    bibliography: tuple[Path, ...],
) -> None:
    """Say what is wrong with the sources: all of the library, those of files, or those
    with these keys.

    Each fault is told with its line and column; `loccit explain RULE` tells why it is
    one. The exit status is 1 where there are errors or warnings; notes alone change
    nothing.

    \b
    loccit check
    loccit check alexander2010
    loccit check zotero.json --ignore missing-field
    """
    from loccit.bibliography import open_library
    from loccit.cli.terminal.rule_names import known_rules
    from loccit.lint import Checker

    known_rules([*select, *ignore])
    if list_rules:
        _list_rules()
        return
    paths, keys = _asked_for(what, bibliography)
    checker = partial(Checker, select=select, ignore=ignore)
    if diff:
        _show_fixes(paths, keys, checker)
        return
    if fix:
        _fix(paths, keys, checker)
    checked, findings = _findings(checker(open_library(paths)), keys)
    _print(Report(checked, findings), target)
    if any(finding.problem.severity != "note" for finding in findings):
        raise click.exceptions.Exit(1)


def _asked_for(
    what: Sequence[str], bibliography: tuple[Path, ...]
) -> tuple[Sequence[Path], set[str] | None]:
    """The files and folders that were named, or those of the library and the keys that
    were named.
    """
    from loccit.workspace.folder import folder_library, folder_settings, sources_of
    from loccit.workspace.library_paths import bibliography_paths

    paths = [Path(name) for name in what]
    if what and all(map(_is_path, paths)):
        return paths, None
    settings = folder_settings(bibliography)
    library = folder_library(settings)
    sources_of(
        library, [key for key in what if key not in library]
    )  # no key, nor the name of a file
    return bibliography_paths(settings, Path.cwd()), set(what) or None


def _is_path(path: Path) -> bool:
    """Whether a file of sources, or a folder, is meant.

    Raises:
        LoccitError: it is an essay.
    """
    from loccit.bibliography.formats import is_known
    from loccit.errors import LoccitError
    from loccit.essays.formats import by_extension
    from loccit.model import Place

    if (
        by_extension(path.suffix)
        and not is_known(path.suffix)
        and path.is_file()
        and not _holds_sources(path)
    ):
        raise LoccitError(
            "This is an essay; `loccit check` looks at sources.",
            place=Place(str(path)),
            advice="`loccit format` tells what is wrong with its citations.",
        )
    return path.exists() or is_known(path.suffix)


def _holds_sources(path: Path) -> bool:
    """Whether a text file is what a database has exported; an essay may have sources of
    its own in its front matter.
    """
    from loccit.bibliography.formats import format_of
    from loccit.text_files.encoding import decode

    text = decode(path.read_bytes())[0]
    return (
        path.suffix.lower() == ".txt"
        and not text.startswith("---")
        and format_of(text, "") is not None
    )


def _findings(checker: Checker, keys: set[str] | None) -> tuple[int, list[Finding]]:
    """How many entries were looked at, and what is wrong with them, in the order of
    files and places.
    """
    from loccit.cli.terminal import progress

    entries = checker.entries(keys)
    places = {file.place(index) for file, index in entries} if keys else set()
    findings = [
        found
        for found in checker.of_files()
        if not keys or found.problem.place in places
    ]
    for file, index in progress(entries, "Checking"):
        findings += checker.of_entry(file, index)
    once = {finding.problem: finding for finding in findings}
    return len(entries), sorted(
        once.values(), key=lambda finding: finding.problem.place
    )


def _show_fixes(
    paths: Sequence[Path], keys: set[str] | None, checker: Callable[[Library], Checker]
) -> None:
    from loccit.cli.terminal import show_change
    from loccit.editing.fix_sources import fix_sources
    from loccit.text_files.encoding import decode

    fixes = fix_sources(_files(paths), checker, keys, dry_run=True)
    for path, after in fixes.after.items():
        show_change(path, decode(fixes.before[path])[0], decode(after)[0])
    click.echo(f"{_faults(len(fixes.findings))} would be mended.", err=True)
    if fixes.findings:
        raise click.exceptions.Exit(1)


def _fix(
    paths: Sequence[Path], keys: set[str] | None, checker: Callable[[Library], Checker]
) -> None:
    from loccit.editing.fix_sources import fix_sources

    mended = fix_sources(_files(paths), checker, keys).findings
    for finding in mended:
        click.echo(
            f"{finding.problem.place}: mended: {finding.problem.message} [{finding.problem.rule}]",
            err=True,
        )
    click.echo(f"{_faults(len(mended))} mended.", err=True)


def _files(paths: Sequence[Path]) -> list[Path]:
    from loccit.bibliography.files import files_in

    return list(dict.fromkeys(file for path in paths for file in files_in(path)))


def _faults(number: int) -> str:
    return f"{number} fault{'s' * (number != 1)}"


def _print(report: Report, target: str) -> None:
    if target == "text":
        click.echo(text.write(report, styled), nl=False)
        click.echo(text.summary(report), err=True)
    else:
        click.echo(format_named(target).write(report), nl=False)


def _list_rules() -> None:
    from loccit.cli.terminal import table
    from loccit.lint.sources import rules

    table(("Rule", "What it tells of"), [(rule.name, rule.summary) for rule in rules()])

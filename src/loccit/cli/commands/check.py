"""`loccit check`: what is wrong with the sources of a library."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from loccit.cli.options import bibliography_option

if TYPE_CHECKING:
    from loccit.bibliography import Library
    from loccit.lint import Checker, Finding


@click.command("check")
@click.argument("what", nargs=-1, metavar="[FILE...|KEY...]")
@click.option("--select", multiple=True, metavar="RULE", help="Tell of this fault alone; may be given several times.")
@click.option("--ignore", multiple=True, metavar="RULE", help="Don't tell of this fault; may be given several times.")
@click.option("--to", "target", type=click.Choice(["text", "json"]), default="text", help="Lines for people, or JSON.")
@click.option("--rules", "list_rules", is_flag=True, help="List the faults that are looked for, and stop.")
@bibliography_option
def command(
    what: tuple[str, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    target: str,
    list_rules: bool,
    bibliography: tuple[Path, ...],
) -> None:
    """Say what is wrong with the sources: all of the library, those of files, or those with these keys.

    Each fault is told with its line and column; `loccit explain RULE` tells why it is one. The exit status is 1 where
    there are errors or warnings; notes alone change nothing.

    \b
    loccit check
    loccit check alexander2010
    loccit check zotero.json --ignore missing-field
    """
    from loccit.cli.rule_names import known_rules
    from loccit.lint import Checker

    known_rules([*select, *ignore])
    if list_rules:
        _list_rules()
        return
    library, keys = _asked_for(what, bibliography)
    checker = Checker(library, select=select, ignore=ignore)
    checked, findings = _findings(checker, keys)
    if target == "json":
        from loccit.lint.as_json import as_json

        click.echo(json.dumps(as_json(checked, findings), ensure_ascii=False, indent=2))
    else:
        _say(checked, findings)
    if any(finding.problem.severity != "note" for finding in findings):
        raise click.exceptions.Exit(1)


def _asked_for(what: Sequence[str], bibliography: tuple[Path, ...]) -> tuple[Library, set[str] | None]:
    """The library that holds what was named, and the keys, if only some of its sources were asked for."""
    from loccit.bibliography import open_library
    from loccit.cli.library import folder_library, folder_settings, sources_of

    paths = [Path(name) for name in what]
    if what and all(map(_is_path, paths)):
        return open_library(paths), None
    library = folder_library(folder_settings(bibliography))
    sources_of(library, what)  # an unknown key, or the name of a file that is not there
    return library, set(what) or None


def _is_path(path: Path) -> bool:
    """Whether a file of sources, or a folder, is meant.

    Raises:
        LoccitError: it is an essay.
    """
    from loccit.bibliography.formats import is_known
    from loccit.errors import LoccitError
    from loccit.essays.formats import by_extension
    from loccit.model import Place

    if path.is_file() and by_extension(path.suffix) and not is_known(path.suffix):
        raise LoccitError(
            "This is an essay; `loccit check` looks at sources.",
            place=Place(str(path)),
            advice="`loccit format` tells what is wrong with its citations.",
        )
    return path.exists() or is_known(path.suffix)


def _findings(checker: Checker, keys: set[str] | None) -> tuple[int, list[Finding]]:
    """How many entries were looked at, and what is wrong with them, in the order of files and places."""
    from loccit.cli.terminal import progress

    entries = checker.entries(keys)
    findings = [] if keys else list(checker.of_files())
    for file, index in progress(entries, "Checking"):
        findings += checker.of_entry(file, index)
    once = {finding.problem: finding for finding in findings}
    return len(entries), sorted(once.values(), key=lambda finding: finding.problem.place)


def _say(checked: int, findings: Sequence[Finding]) -> None:
    from loccit.cli.terminal import problem_line

    for finding in findings:
        click.echo(f"{problem_line(finding.problem)} {click.style(f'[{finding.problem.rule}]', dim=True)}")
    counts = [
        f"{number} {severity}{'s' * (number != 1)}"
        for severity in ("error", "warning", "note")
        if (number := sum(finding.problem.severity == severity for finding in findings))
    ]
    sources = f"{checked} source{'s' * (checked != 1)} checked"
    click.echo(f"{sources}: {', '.join(counts) or 'nothing is wrong'}.", err=True)


def _list_rules() -> None:
    from loccit.cli.terminal import table
    from loccit.lint.rules import rules

    table(("Rule", "What it tells of"), [(rule.name, rule.summary) for rule in rules()])

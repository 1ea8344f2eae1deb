"""Turn typed citations and a typed list into managed ones."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from loccit.cli.add_sources import into_option
from loccit.cli.adoption.ask import Asker
from loccit.cli.adoption.show import show_plan, summary
from loccit.cli.essays_in import essays_in, open_named
from loccit.cli.options import (
    bibliography_option,
    json_option,
    locale_option,
    style_option,
)
from loccit.cli.terminal import (
    counted,
    progress,
    report_failure,
    show_changes,
    standard_input,
)
from loccit.editing.adopt.adopt import Adoptions
from loccit.editing.adopt.as_json import as_json
from loccit.editing.adopt.complete import Completer, leave_incomplete
from loccit.editing.adopt.decisions_file import Decisions, read_decisions
from loccit.editing.adopt.plan import EssayPlan
from loccit.editing.adopt.questions import Decide, leave_open
from loccit.editing.adopt.undo import undo_adoption
from loccit.errors import LoccitError
from loccit.text_files.reading import read_bytes
from loccit.workspace.folders import shown
from loccit.workspace.project import find_project
from loccit.workspace.settings import Settings


@click.command("adopt")
@click.argument(
    "essays",
    nargs=-1,
    type=click.Path(path_type=Path),
    metavar="ESSAY|FOLDER...",
)
@click.option("-w", "--write", is_flag=True, help="Change the essays and the library.")
@click.option(
    "-y", "--yes", is_flag=True, help="Ask nothing: what is doubtful stays as typed."
)
@click.option(
    "--decisions",
    type=click.Path(path_type=Path, allow_dash=True),
    metavar="FILE",
    help="Take the answers from a JSON file (docs/json.md).",
)
@click.option(
    "--lookup",
    is_flag=True,
    help="Complete new sources from Crossref and Open Library.",
)
@click.option(
    "--undo",
    is_flag=True,
    help="Take the last adoption back, or the last one of ESSAY.",
)
@into_option
@json_option
@bibliography_option
@style_option
@locale_option
def command(
    essays: tuple[Path, ...],
    write: bool,
    yes: bool,
    decisions: Path | None,
    lookup: bool,
    undo: bool,
    into: Path | None,
    target: str,
    bibliography: tuple[Path, ...],
    style: str | None,
    locale: str | None,
) -> None:
    """Turn typed citations and a typed list of sources into managed ones.

    Shows what each typed citation in an ESSAY becomes and why, and which entries of its
    list are new to the library. Nothing is written without --write, which changes the
    essays and the library together, or neither.

    What is doubtful is asked with --write on a terminal; else it stays as typed. The
    exit status is 1 if something stays that somebody has to look at.

    \b
    loccit adopt essay.md
    loccit adopt essay.md --write
    """
    if undo:
        _undo(essays, Settings(bibliography))
        return
    if not essays:
        raise click.UsageError("name an essay or a folder.")
    if write and Path("-") in essays:
        raise click.UsageError("standard input can't be changed; name a file.")
    settings = Settings(bibliography, csl=style, lang=locale)
    decide = _decider(decisions, yes=yes, write=write)
    complete = Completer() if lookup else leave_incomplete
    adoptions = Adoptions(settings, into, decide, complete)
    plans, failed = _plans(essays, adoptions)
    if isinstance(decide, Decisions):
        decide.require_all_used()
    for plan in plans:
        if target == "json":
            click.echo(_json(plan, several=len(plans) > 1))
        else:
            show_plan(plan)
    for adoption in adoptions:
        changes = adoption.write() if write else adoption.changes
        if target != "json" and not write:
            show_changes(changes)
        if target != "json":
            for line in summary(adoption, written=write):
                click.echo(line, err=True)
    if failed:
        raise click.exceptions.Exit(2)
    if not all(plan.is_settled for plan in plans):
        raise click.exceptions.Exit(1)


def _undo(essays: tuple[Path, ...], settings: Settings) -> None:
    """Undo the last adoption, or the last one of an essay."""
    if len(essays) > 1:
        raise click.UsageError("--undo takes one essay, or none.")
    essay = essays[0] if essays else None
    undone = undo_adoption(_journal_folders(essay, settings), essay, settings)
    for path in undone.essays:
        click.echo(f"{shown(path)}: as it was before the adoption.", err=True)
    if undone.removed:
        click.echo(f"{counted(len(undone.removed), 'source')} removed.", err=True)
    for key in undone.kept:
        message = f"`{key}` stays in the library: it is cited, or has been changed."
        click.echo(message, err=True)


def _journal_folders(essay: Path | None, settings: Settings) -> list[Path]:
    """Return the folders that may have a journal: those of the library, the essay's, and
    the current one.
    """
    folder = essay.parent if essay else Path.cwd()
    files = find_project(settings, folder).library_files
    return [*dict.fromkeys([*(file.parent for file in files), folder])]


def _decider(decisions: Path | None, *, yes: bool, write: bool) -> Decide:
    """Return who answers what is doubtful."""
    if decisions is not None:
        is_input = str(decisions) == "-"
        data = standard_input("Name a file.") if is_input else read_bytes(decisions)
        return read_decisions(data, str(decisions))
    is_terminal = sys.stdin is not None and sys.stdin.isatty()
    if write and is_terminal and not yes:
        return Asker()
    return leave_open


def _plans(
    paths: tuple[Path, ...], adoptions: Adoptions
) -> tuple[list[EssayPlan], bool]:
    """Plan the adoption of each essay; among several, one that fails does not stop the
    others.

    Returns:
        The plans, and whether an essay failed.
    """
    # One essay by two names is changed once.
    essays = tuple({path.resolve(): path for path in essays_in(paths)}.values())
    plans: list[EssayPlan] = []
    for path in progress(essays, "Reading"):
        try:
            plans.append(adoptions.plan(open_named(path)))
        except LoccitError as error:
            if len(essays) == 1:
                raise
            report_failure(error)
    return plans, len(plans) < len(essays)


def _json(plan: EssayPlan, *, several: bool) -> str:
    """Return a plan as JSON: of several essays each has a line; of one, each citation
    and entry.  With every value in a line of its own, that of a thesis takes as much
    memory as all the rest.
    """
    value = as_json(plan)
    if several:
        return json.dumps(value, ensure_ascii=False)
    members = [f"  {json.dumps(name)}: {_member(value[name])}" for name in value]
    return "{\n" + ",\n".join(members) + "\n}"


def _member(value: object) -> str:
    if not isinstance(value, list) or not value:
        return json.dumps(value, ensure_ascii=False)
    items = [f"    {json.dumps(item, ensure_ascii=False)}" for item in value]
    return "[\n" + ",\n".join(items) + "\n  ]"

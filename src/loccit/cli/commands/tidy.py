"""Tidy .bib files in the ways that you name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

import click

from loccit.bibliography import Editable, files_in
from loccit.bibliography.formats import bibtex
from loccit.bibliography.formats.bibtex.tidy import (
    Action,
    Tidied,
    actions,
    counted,
    tidied,
)
from loccit.cli.options import bibliography_option
from loccit.cli.terminal import progress, report, show_change, working
from loccit.editing.library_file import edit_file, open_library_file
from loccit.errors import InvalidChange, NoBibliography
from loccit.model import Edit, Place, Span
from loccit.workspace.project import find_project

F = TypeVar("F", bound=Callable[..., object])


def _action_options(command: F) -> F:
    """Add an option for each action."""
    for action in reversed(list(actions())):  # the help lists the last one first
        add = click.option(f"--{action.name}", is_flag=True, help=action.help)
        command = add(command)
    return command


@click.command("tidy")
@click.argument("files", nargs=-1, metavar="[FILE...]", type=click.Path(path_type=Path))
@_action_options
@click.option(
    "--omit",
    "omitted",
    multiple=True,
    metavar="FIELD",
    help="Remove this field (repeatable).",
)
@click.option(
    "-w",
    "--write",
    is_flag=True,
    help="Change the files; without it, only show what would change.",
)
@bibliography_option
def command(
    files: tuple[Path, ...],
    omitted: tuple[str, ...],
    write: bool,
    bibliography: tuple[Path, ...],
    **chosen: bool,
) -> None:
    """Tidy the .bib files of the library, or these FILES, in the ways that you name.

    Every other byte stays. Without an action, the command lists what each would change.
    Nothing is written without --write; the exit status is 1 if something would change.

    \b
    loccit tidy
    loccit tidy --dashes --months --remove-empty
    loccit tidy --sort --align --omit abstract --write
    """
    named = [
        action
        for action in actions(omitted)
        if action.name == "omit" or chosen.get(_parameter(action))
    ]
    paths = _bib_files((*files, *bibliography))
    if not named:
        _list(paths)
        return
    changed = False
    for path in paths:
        done = _write(path, named) if write else _show(path, named)
        changed = changed or any(done.done.values())
        report(done.problems)
        _report_outcome(path, done, write=write)
    if changed and not write:
        raise click.exceptions.Exit(1)


def _parameter(action: Action) -> str:
    return action.name.replace("-", "_")


def _bib_files(files: tuple[Path, ...]) -> list[Path]:
    """Return the .bib files among those named, or else those of the library.

    Raises:
        InvalidChange: a file that was named is not a .bib file.
        NoBibliography: there is no .bib file.
    """
    named = [path for path in files if not path.is_dir()]
    for path in named:
        if path.exists() and path.suffix.lower() not in bibtex.EXTENSIONS:
            advice = "`loccit import` adds the sources of other files to a .bib file."
            raise InvalidChange(
                "Only .bib files are tidied.", place=Place(str(path)), advice=advice
            )
    if files:
        found = [file for path in files for file in files_in(path)]
    else:
        found = find_project().library_files
    paths = [file for file in found if file.suffix.lower() in bibtex.EXTENSIONS]
    if not paths:
        raise NoBibliography(
            "There is no .bib file here.", advice="Name one: `loccit tidy sources.bib`."
        )
    return paths


def _list(paths: Sequence[Path]) -> None:
    """List every action with how much it would change."""
    counts = Counter[str]()
    for path in progress(paths, "Trying"):
        counts += counted(open_library_file(path).editable.text, list(actions()))
    digits = max(len(f"{count:,}") for count in (0, *counts.values()))
    page = click.HelpFormatter()
    page.write("What each action would change:\n")
    rows = [
        (f"{counts[action.name]:>{digits},}  --{action.name}", action.help)
        for action in actions()
    ]
    with page.indentation():
        page.write_dl(rows)
    click.echo(page.getvalue(), nl=False)


def _show(path: Path, named: Sequence[Action]) -> Tidied:
    text = open_library_file(path).editable.text
    with working("Tidying"):
        done = tidied(text, str(path), named)
    show_change(path, text, done.text)
    return done


def _write(path: Path, named: Sequence[Action]) -> Tidied:
    made: list[Tidied] = []

    def edits(file: Editable) -> tuple[list[Edit], list[str]]:
        made.append(tidied(file.text, str(path), named))
        return [Edit(Span(0, len(file.text)), made[-1].text)], made[-1].keys

    with working("Tidying"):
        edit_file(path, edits)
    return made[-1]


def _report_outcome(path: Path, tidied: Tidied, *, write: bool) -> None:
    counts = [f"{name} {count}" for name, count in tidied.done.items() if count]
    if not counts:
        outcome = "is tidy already"
    elif write:
        outcome = f"tidied: {', '.join(counts)}"
    else:
        outcome = f"would be tidied: {', '.join(counts)}; --write does it"
    click.echo(f"{path}: {outcome}", err=True)

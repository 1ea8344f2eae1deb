"""Tidy .bib files in the ways that you name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import reduce
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from loccit.bibliography.formats.bibtex.tidy import actions
from loccit.cli.options import bibliography_option

if TYPE_CHECKING:
    from loccit.bibliography.editable import Editable
    from loccit.bibliography.formats.bibtex.tidy import Action, Tidied
    from loccit.model import Edit

F = TypeVar("F", bound=Callable[..., object])


def _action_options(command: F) -> F:
    """An option for each action."""
    options = [
        click.option(f"--{action.name}", is_flag=True, help=action.help)
        for action in actions()
    ]
    return reduce(lambda made, option: option(made), reversed(options), command)


@click.command("tidy")
@click.argument("files", nargs=-1, metavar="[FILE...]", type=click.Path(path_type=Path))
@_action_options
@click.option(
    "--omit",
    "omitted",
    multiple=True,
    metavar="FIELD",
    help="Without this field; may be given several times.",
)
@click.option(
    "-w",
    "--write",
    is_flag=True,
    help="Change the files; without it you are shown what would change.",
)
@bibliography_option
def command(
    files: tuple[Path, ...],
    omitted: tuple[str, ...],
    write: bool,
    bibliography: tuple[Path, ...],
    **chosen: bool,
) -> None:
    """Tidy the .bib files of the library, or these FILES, in the ways that you name;
    every other byte stays.

    Without an action you are told what each would change. Nothing is written without
    --write; the exit status is 1 where something would change.

    \b
    loccit tidy
    loccit tidy --dashes --months --remove-empty
    loccit tidy --sort --align --omit abstract --write
    """
    from loccit.cli.terminal import report

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
        _say(path, done, write=write)
    if changed and not write:
        raise click.exceptions.Exit(1)


def _parameter(action: Action) -> str:
    return action.name.replace("-", "_")


def _bib_files(files: tuple[Path, ...]) -> list[Path]:
    """The files named, or those of the library that are .bib files.

    Raises:
        InvalidChange: a file that was named is none.
    """
    from loccit.bibliography.files import files_in
    from loccit.bibliography.formats import bibtex
    from loccit.errors import InvalidChange, NoBibliography
    from loccit.model import Place
    from loccit.workspace.files import library_files

    named = [path for path in files if not path.is_dir()]
    for path in named:
        if path.exists() and path.suffix.lower() not in bibtex.EXTENSIONS:
            advice = "`loccit import` takes the sources of other files into one."
            raise InvalidChange(
                "Only .bib files are tidied.", place=Place(str(path)), advice=advice
            )
    found = (
        [file for path in files for file in files_in(path)]
        if files
        else library_files(())
    )
    paths = [file for file in found if file.suffix.lower() in bibtex.EXTENSIONS]
    if not paths:
        raise NoBibliography(
            "There is no .bib file here.", advice="Name one: `loccit tidy sources.bib`."
        )
    return paths


def _list(paths: Sequence[Path]) -> None:
    """Every action, and how much it would change."""
    from collections import Counter

    from loccit.bibliography.formats.bibtex.tidy import counted
    from loccit.cli.terminal import progress
    from loccit.editing.library_file import open_library_file

    counts = Counter[str]()
    for path in progress(paths, "Trying"):
        counts += counted(open_library_file(path).editable.text, list(actions()))
    digits = max(len(f"{count:,}") for count in (0, *counts.values()))
    page = click.HelpFormatter()
    page.write("What each action would change:\n")
    with page.indentation():
        page.write_dl(
            [
                (f"{counts[action.name]:>{digits},}  --{action.name}", action.help)
                for action in actions()
            ]
        )
    click.echo(page.getvalue(), nl=False)


def _show(path: Path, named: Sequence[Action]) -> Tidied:
    from loccit.bibliography.formats.bibtex.tidy import tidied
    from loccit.cli.terminal import show_change, working
    from loccit.editing.library_file import open_library_file

    text = open_library_file(path).editable.text
    with working("Tidying"):
        done = tidied(text, str(path), named)
    show_change(path, text, done.text)
    return done


def _write(path: Path, named: Sequence[Action]) -> Tidied:
    from loccit.bibliography.formats.bibtex.tidy import tidied
    from loccit.cli.terminal import working
    from loccit.editing.library_file import change_file
    from loccit.model import Edit, Span

    made: list[Tidied] = []

    def edits(file: Editable) -> tuple[list[Edit], list[str]]:
        made.append(tidied(file.text, str(path), named))
        return [Edit(Span(0, len(file.text)), made[-1].text)], made[-1].keys

    with working("Tidying"):
        change_file(path, edits)
    return made[-1]


def _say(path: Path, tidied: Tidied, *, write: bool) -> None:
    done = ", ".join(f"{name} {count}" for name, count in tidied.done.items() if count)
    what = (
        ("tidied: " if write else "would be tidied: ") + done
        if done
        else "is tidy already"
    )
    click.echo(
        f"{path}: {what}{'; --write does it' if done and not write else ''}", err=True
    )

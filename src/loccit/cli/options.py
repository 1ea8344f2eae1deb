"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from loccit.cli.complete import complete_style
from loccit.export.paper import KINDS
from loccit.output import output_names
from loccit.workspace.setting_reader import FIELDS, MARKUPS

#: The names that people know markups by, and the outputs that write them.
OUTPUTS = output_names()

F = TypeVar("F", bound=Callable[..., object])


def bibliography_option(command: F) -> F:
    """Add `--bibliography`, which is repeatable."""
    return click.option(
        "-b",
        "--bibliography",
        multiple=True,
        type=click.Path(path_type=Path),
        help="A file or folder of sources (repeatable). [default: the nearest folder `bibliography`]",
    )(command)


def verbose_option(command: F) -> F:
    """Add `--verbose`, of commands that change keys."""
    return click.option(
        "-v",
        "--verbose",
        is_flag=True,
        help="Name every essay that was looked through.",
    )(command)


def in_place_option(command: F) -> F:
    """Add `--in-place`, of commands that print an essay."""
    return click.option(
        "-i",
        "--in-place",
        is_flag=True,
        help="Write each essay back to its own file.",
    )(command)


def dry_run_option(command: F) -> F:
    """Add `--dry-run`."""
    return click.option(
        "-n",
        "--dry-run",
        is_flag=True,
        help="Show what would change, and change nothing.",
    )(command)


def json_option(command: F) -> F:
    """Add `--to`, of commands that print a table or text for people."""
    return click.option(
        "--to",
        "target",
        type=click.Choice(["text", "json"]),
        default="text",
        help="Text for people, or JSON.",
    )(command)


def style_option(command: F) -> F:
    """Add `--style`."""
    return click.option(
        "-s",
        "--style",
        metavar="STYLE",
        shell_complete=complete_style,
        help="A style, such as apa, mla or chicago: the id of a CSL style, or the path of a "
        ".csl file. [default: apa]",
    )(command)


def locale_option(command: F) -> F:
    """Add `--locale`."""
    return click.option(
        "--locale",
        metavar="LANG",
        help="A language, such as en-GB or de-DE. [default: the style's]",
    )(command)


def cluster_option(command: F) -> F:
    """Add `--cluster`."""
    return click.option(
        "--cluster",
        metavar="ADDRESS",
        help="Let the workers of this scheduler of Dask do it; -o is a folder.",
    )(command)


def how_option(command: F) -> F:
    """Add `--markup`, `--fields`, `--typed-citations` and `--paper`, of commands that
    format essays.
    """
    options = (
        click.option(
            "--markup",
            type=click.Choice(list(MARKUPS)),
            help="The markup of citations and list. [default: the essay's own]",
        ),
        click.option(
            "--fields",
            type=click.Choice(FIELDS),
            help="What citations of a document become: live citations of Zotero or of "
            "Word, or text. [default: live ones stay so, and others join those of Zotero]",
        ),
        click.option(
            "--typed-citations/--no-typed-citations",
            default=None,
            help="Format what is typed by hand, too, where its source is beyond doubt, "
            "or leave it. [default: format it]",
        ),
        click.option(
            "--paper",
            type=click.Choice(KINDS),
            help="The kind of paper that -o makes of a text: with a title page or not. "
            "[default: by the front matter]",
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


def output_option(command: F) -> F:
    """Add `--output`."""
    return click.option(
        "-o",
        "--output",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="Write to this file instead of standard output.",
    )(command)


def output_or_address_option(command: F) -> F:
    """Add `--output`, of commands whose output may have an address on a cluster."""
    return click.option(
        "-o",
        "--output",
        type=click.Path(),
        metavar="FILE",
        help="Write to this file instead of standard output.",
    )(command)

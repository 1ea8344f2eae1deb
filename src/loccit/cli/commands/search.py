"""Search the library for words."""

from __future__ import annotations

from pathlib import Path

import click

from loccit._startup.regex import regex
from loccit.cli.options import bibliography_option

#: More rows than this help nobody at a terminal; a pipe gets them all.
_MOST = 50
#: Stands before a word that is left out, so that click does not take its letters for
#: options.
_LEFT_OUT = "\0"


class _Search(click.Command):
    """A command whose arguments may begin with a minus, as `-prison` does; options of
    one letter are `-b` alone.
    """

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        return super().parse_args(
            ctx, [_LEFT_OUT * bool(_MINUS.match(arg)) + arg for arg in args]
        )


_MINUS = regex(r"-[^-].")


@click.command("search", cls=_Search)
@click.argument("query", nargs=-1, required=True, metavar="WORDS...")
@click.option(
    "--to",
    "target",
    type=click.Choice(["table", "json"]),
    default="table",
    help="A table, or CSL-JSON.",
)
@bibliography_option
def command(
    query: tuple[str, ...], target: str, bibliography: tuple[Path, ...]
) -> None:
    """Find sources by words, all of which must be there, the likeliest first.

    A word is found where it begins one; `author:`, `title:`, `year:`, `in:` (a journal
    or book), `keyword:`, `type:`, `key:`, `publisher:`, `doi:`, `isbn:`, `abstract:`
    and `note:` say where. Quotes keep words together, and a minus leaves out what has a
    word. The exit status is 1 where nothing is found.

    \b
    loccit search mass incarceration
    loccit search author:davis year:1990..2003
    loccit search '"jim crow"' -type:book
    """
    from loccit.bibliography.search import search
    from loccit.bibliography.search.query import parse_query
    from loccit.cli.terminal import shows_tables, working
    from loccit.cli.terminal.source_table import source_table
    from loccit.workspace.folder import folder_library, folder_paths, folder_settings

    terms = parse_query(
        " ".join(_quoted(part.removeprefix(_LEFT_OUT)) for part in query)
    )
    settings = folder_settings(bibliography)
    with working("Reading the bibliography"):
        found, total = search(
            folder_paths(settings),
            terms,
            _MOST if target == "table" and shows_tables() else None,
        )
    if target == "json":
        from loccit.bibliography import write_sources

        library = folder_library(settings)
        click.echo(
            write_sources(
                filter(None, (library.get(each.key) for each in found)), "csl-json"
            ),
            nl=False,
        )
    elif found:
        source_table(found)
        if len(found) < total:
            click.echo(f"... and {total - len(found)} more.", err=True)
    else:
        click.echo("Nothing was found.", err=True)
    if not found:
        raise click.exceptions.Exit(1)


def _quoted(argument: str) -> str:
    """An argument with the quotes that the shell took from it: `author:"bell hooks"`,
    or `"jim crow"`.
    """
    if " " not in argument.strip() or '"' in argument or argument.count(":") > 1:
        return argument
    field, colon, words = argument.rpartition(":")
    return f'{field}{colon}"{words}"'

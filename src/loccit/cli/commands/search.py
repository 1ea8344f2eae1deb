"""Search the library for words."""

from __future__ import annotations

from pathlib import Path

import click

from loccit._startup.regex import regex
from loccit.bibliography import write_sources
from loccit.bibliography.search.query import parse_query
from loccit.bibliography.search.search import search
from loccit.cli.options import bibliography_option
from loccit.cli.terminal import shows_tables, working
from loccit.cli.terminal.source_table import source_table
from loccit.workspace.project import find_project
from loccit.workspace.settings import Settings

#: More rows than this help nobody at a terminal; a pipe gets them all.
_MOST = 50
#: Marks an excluded word, `-prison`, so that click does not take it for options.
_EXCLUDED = "\0"
_INCOMPLETE = (
    "This library is being indexed: there may be more. In some seconds, the same search "
    "finds everything."
)
#: A word with a minus; `-b` and the like are options.
_MINUS = regex(r"-[^-].")


class _Search(click.Command):
    """A command whose words may begin with a minus, as `-prison` does."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        marked = [_EXCLUDED + arg if _MINUS.match(arg) else arg for arg in args]
        return super().parse_args(ctx, marked)


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
    """Find the sources that have all these WORDS, the best match first.

    A word also matches longer words that begin with it. `author:`, `title:`, `year:`,
    `in:` (a journal or book), `keyword:`, `type:`, `key:`, `publisher:`, `doi:`,
    `isbn:`, `abstract:` and `note:` limit where it is searched. Quotes keep words
    together; a minus excludes sources with a word. The exit status is 1 if nothing is
    found.

    \b
    loccit search mass incarceration
    loccit search author:davis year:1990..2003
    loccit search '"jim crow"' -type:book
    """
    words = [_quoted(part.removeprefix(_EXCLUDED)) for part in query]
    terms = parse_query(" ".join(words))
    project = find_project(Settings(bibliography=bibliography))
    # Who looks at a terminal can ask again; a program gets the complete answer.
    at_once = target == "table" and shows_tables()
    most = _MOST if at_once else None
    with working("Reading the library"):
        found, total, is_complete = search(
            project.library_paths(), terms, most, at_once=at_once
        )
    if target == "json":
        library = project.library()
        sources = filter(None, (library.get(each.key) for each in found))
        click.echo(write_sources(sources, "csl-json"), nl=False)
    elif found:
        source_table(found)
        if len(found) < total:
            click.echo(f"... and {total - len(found)} more.", err=True)
    elif is_complete:
        click.echo("Nothing was found.", err=True)
    if not is_complete:
        click.echo(_INCOMPLETE, err=True)
    if not found:
        raise click.exceptions.Exit(1)


def _quoted(argument: str) -> str:
    """Restore the quotes that the shell took from an argument: `author:"bell hooks"`
    or `"jim crow"`.
    """
    if " " not in argument.strip() or '"' in argument or argument.count(":") > 1:
        return argument
    field, colon, words = argument.rpartition(":")
    return f'{field}{colon}"{words}"'

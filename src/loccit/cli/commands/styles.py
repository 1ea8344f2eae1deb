"""`loccit styles`: the citation styles there are."""

from __future__ import annotations

import click


@click.command("styles")
@click.argument("query", nargs=-1)
def command(query: tuple[str, ...]) -> None:
    """List the citation styles whose id or title has all the words of QUERY.

    \b
    loccit styles
    loccit styles chicago author-date
    """
    from loccit.cli.terminal import table
    from loccit.csl import style_ids, style_info

    words = [word.casefold() for word in query]
    infos = (style_info(style) for style in style_ids())
    found = [info for info in infos if all(word in f"{info.id} {info.title}".casefold() for word in words)]
    if not found:
        click.echo(f"No style has `{' '.join(query)}` in its id or title.", err=True)
        raise click.exceptions.Exit(1)
    table(("Id", "Title", "Citations"), [(info.id, info.title, info.citation_format) for info in found])

"""The sources that an export is of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from loccit.bibliography import Library
from loccit.cli.terminal import all_sources
from loccit.model import Problem, Source
from loccit.workspace.project import Project
from loccit.workspace.settings import Settings


def chosen_sources(
    keys: tuple[str, ...],
    cited_in: Sequence[str],
    bibliography: tuple[Path, ...],
    project: Project,
) -> tuple[list[Source], tuple[Problem, ...]]:
    """Return the sources to export, and their problems."""
    if cited_in:
        from loccit.cli.cited_in import sources_cited_in

        sources, problems = sources_cited_in(
            map(Path, cited_in), Settings(bibliography)
        )
        library = project.library()
        more = [library.require(key) for key in keys]
        by_key = {source.key: source for source in (*more, *sources)}
        order = dict.fromkeys(source.key for source in (*sources, *more))
        return [by_key[key] for key in order], problems
    library = project.library()
    sources = _asked(library, keys, project) if keys else all_sources(library)
    if keys and not sources:
        click.echo("Nothing was found.", err=True)
        raise click.exceptions.Exit(1)
    return sources, _problems(library, sources)


def _asked(library: Library, words: tuple[str, ...], project: Project) -> list[Source]:
    """Return the sources with these keys, or those that the words find as a query."""
    is_query = any(":" in word or " " in word for word in words)
    if not is_query or all(word in library for word in words):
        return [library.require(key) for key in dict.fromkeys(words)]
    from loccit.bibliography.search.query import parse_query
    from loccit.bibliography.search.search import search

    found = search(project.library_paths(), parse_query(" ".join(words))).summaries
    return [library.require(each.key) for each in found]


def _problems(library: Library, sources: Iterable[Source]) -> tuple[Problem, ...]:
    problems = dict.fromkeys(library.problems)
    for source in sources:
        problems.update(dict.fromkeys(library.problems_of(source.key)))
    return tuple(problems)

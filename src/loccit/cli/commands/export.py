"""Export sources in another format, or as a formatted list."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from loccit.bibliography.formats import written
from loccit.cli.complete import complete_key
from loccit.cli.options import (
    OUTPUTS,
    bibliography_option,
    locale_option,
    output_option,
    style_option,
)
from loccit.cli.terminal import all_sources
from loccit.export.groups import GROUPINGS
from loccit.workspace.folder import folder_library, folder_settings, sources_of

if TYPE_CHECKING:
    from loccit.bibliography import Library
    from loccit.model import Problem, Source
    from loccit.workspace.settings import Settings

#: The formats that hold the sources themselves; the others are lists in a style.
DATA = written()
#: What a list may be: any output, and what is made of one.
LISTS = {**OUTPUTS, "pdf": "typst"}
#: What files of lists are called.
_EXTENSIONS = {
    **dict.fromkeys((".html", ".htm"), "html"),
    ".docx": "docx",
    ".md": "markdown",
    ".pdf": "pdf",
    ".rtf": "rtf",
    ".tex": "latex",
    ".txt": "text",
    ".typ": "typst",
}
#: The formats whose titles are in sentence case (CSL 1.0.2, "Title case conversion"),
#: with spans round what keeps its capitals; a style that wants a headline makes it of
#: them.
_IN_SENTENCE_CASE = frozenset(["csl-json", "csl-yaml"])


@click.command("export")
@click.argument("keys", nargs=-1, metavar="[KEY...|QUERY]", shell_complete=complete_key)
@click.option(
    "--cited-in",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="ESSAY",
    help="What an essay cites.",
)
@click.option(
    "--to",
    "target",
    type=click.Choice([*DATA, *LISTS]),
    metavar="FORMAT",
    help=f"{', '.join(DATA)}; or, for a list in a style, {', '.join(LISTS)}. [default: as FILE is called, or bib]",
)
@click.option(
    "--strict",
    is_flag=True,
    help="Write nothing where the format can't hold all of a source.",
)
@click.option(
    "--group-by",
    type=click.Choice(list(GROUPINGS)),
    help="Part a list under headings.",
)
@click.option(
    "--annotated",
    is_flag=True,
    help="Below each entry of a list, what its `annotation` says.",
)
@click.option(
    "--copy",
    is_flag=True,
    help="Put a list on the clipboard, to be pasted with its italics.",
)
@bibliography_option
@style_option
@locale_option
@output_option
def command(
    keys: tuple[str, ...],
    cited_in: tuple[Path, ...],
    target: str | None,
    strict: bool,
    group_by: str | None,
    annotated: bool,
    copy: bool,
    bibliography: tuple[Path, ...],
    style: str | None,
    locale: str | None,
    output: Path | None,
) -> None:
    """Export the sources of these KEYS, or that an essay cites, or all of them.

    A QUERY is one as `loccit search` has it, with a field in it.

    \b
    loccit export --to csl-json
    loccit export author:davis year:2003.. --to ris
    loccit export --cited-in essay.md --to html -o references.html
    loccit export -o references.rtf --annotated
    loccit export --cited-in essay.md --copy
    """
    from loccit.cli.terminal import report, working

    if copy and (target or output):
        raise click.UsageError(
            "--copy takes neither --to nor -o: what is copied is rich text."
        )
    settings = folder_settings(bibliography, style, locale)
    target = "html" if copy else target or _format_of(output)
    if group_by and target in DATA:
        raise click.UsageError(
            f"--group-by parts a list, which {target} is not: --to {', '.join(LISTS)}."
        )
    sources, problems = _chosen(keys, cited_in, bibliography, settings)
    if target in DATA:
        from loccit.bibliography import losses

        with working("Comparing"):
            lost = tuple(losses(sources, target))
        problems += lost
        if strict and lost:
            report(problems)
            click.echo(
                f"Nothing was written: {len(lost)} of {len(sources)} sources would lose something.",
                err=True,
            )
            raise click.exceptions.Exit(1)
    if target not in DATA and settings.lang:
        from loccit.formatting.format_essay import language_problems

        problems += tuple(language_problems(settings.lang, str(output or "-")))
    if target not in DATA and annotated:
        problems += tuple(_without_annotation(sources))
    if copy:
        from loccit.cli.clipboard import copy_rich_text
        from loccit.export.source_list import source_list

        copy_rich_text(
            lambda name: str(
                source_list(
                    sources, name, settings, annotated=annotated, group_by=group_by
                )
            )
        )
        click.echo(
            f"On the clipboard: {len(sources)} source{'s' * (len(sources) != 1)}.",
            err=True,
        )
    else:
        _write(sources, target, settings, annotated, group_by, output)
    report(problems)
    if any(problem.severity == "error" for problem in problems):
        raise click.exceptions.Exit(1)


def _chosen(
    keys: tuple[str, ...],
    cited_in: tuple[Path, ...],
    bibliography: tuple[Path, ...],
    settings: Settings,
) -> tuple[list[Source], tuple[Problem, ...]]:
    """The sources to export, and what is wrong with them."""
    if cited_in:
        sources, problems = _cited(cited_in, bibliography)
        cited = {source.key for source in sources}
        more = sources_of(folder_library(settings), keys)
        return [
            *sources,
            *(source for source in more if source.key not in cited),
        ], problems
    library = folder_library(settings)
    sources = _asked(library, keys, settings) if keys else all_sources(library)
    if keys and not sources:
        click.echo("Nothing was found.", err=True)
        raise click.exceptions.Exit(1)
    return sources, _problems(library, sources)


def _write(
    sources: list[Source],
    target: str,
    settings: Settings,
    annotated: bool,
    group_by: str | None,
    output: Path | None,
) -> None:
    from loccit.cli.terminal import working, write
    from loccit.errors import LoccitError

    with working("Writing"):
        made = _render(sources, target, settings, annotated, group_by)
    if (
        isinstance(made, bytes)
        and output is None
        and sys.stdout is not None
        and sys.stdout.isatty()
    ):
        raise LoccitError(
            f"A {target} file is nothing to read on a terminal.",
            advice="Name a file with -o.",
        )
    write(made.encode() if isinstance(made, str) else made, output)


def _asked(
    library: Library, words: tuple[str, ...], settings: Settings
) -> list[Source]:
    """The sources of these keys; where one is none, what answers the words as a query."""
    from loccit.bibliography.search import search
    from loccit.bibliography.search.query import parse_query
    from loccit.workspace.folder import folder_paths

    if all(word in library for word in words) or not any(
        ":" in word or " " in word for word in words
    ):
        return sources_of(library, dict.fromkeys(words))
    found = search(folder_paths(settings), parse_query(" ".join(words))).glances
    return sources_of(library, [each.key for each in found])


def _format_of(output: Path | None) -> str:
    """The format that a file's name tells; where it tells none, that of a .bib file, as
    its entries stand.
    """
    extension = output.suffix.lower() if output is not None else ""
    if extension in _EXTENSIONS:
        return _EXTENSIONS[extension]
    from loccit.bibliography.formats import iterate

    return next(
        (
            each.NAME
            for each in iterate()
            if each.NAME in DATA and extension in each.EXTENSIONS
        ),
        "bib",
    )


def _cited(
    paths: Iterable[Path], bibliography: tuple[Path, ...]
) -> tuple[list[Source], tuple[Problem, ...]]:
    """What essays cite, looked up as `loccit format` does, and what is wrong there."""
    from loccit.formatting.format_essay import cited_sources
    from loccit.workspace.settings import Settings

    sources: dict[str, Source] = {}
    problems: list[Problem] = []
    for path in paths:
        resolved = cited_sources(path, Settings(bibliography))
        sources = {**resolved.sources, **sources}
        problems += resolved.problems
    return list(sources.values()), tuple(problems)


def _problems(library: Library, sources: Iterable[Source]) -> tuple[Problem, ...]:
    of_sources = (
        problem for source in sources for problem in library.problems_of(source.key)
    )
    return tuple(dict.fromkeys((*library.problems, *of_sources)))


def _without_annotation(sources: Iterable[Source]) -> Iterator[Problem]:
    from loccit.model import Problem

    for source in sources:
        if not source.text("annote"):
            yield Problem(
                "no-annotation",
                f"`{source.key}` has no `annotation`.",
                source.place,
                "note",
            )


def _render(
    sources: list[Source],
    target: str,
    settings: Settings,
    annotated: bool,
    group_by: str | None,
) -> str | bytes:
    if target in DATA:
        from loccit import csl
        from loccit.bibliography import write_sources

        if (
            target in _IN_SENTENCE_CASE
        ):  # one after the other, for there may be very many
            cased = (
                csl.in_sentence_case(source, settings.proper_nouns)
                for source in sources
            )
            return write_sources(cased, target)
        return write_sources(sources, target)
    from loccit.export.source_list import source_list

    as_page = target in ("docx", "html", "pdf", "rtf")
    made = source_list(
        sources,
        LISTS[target],
        settings,
        annotated=annotated,
        group_by=group_by,
        as_page=as_page,
    )
    if target == "pdf" and isinstance(made, str):
        from loccit.cli.pdf import to_pdf

        return to_pdf(made, settings.lang or "en")
    return made + "\n" if isinstance(made, str) else made

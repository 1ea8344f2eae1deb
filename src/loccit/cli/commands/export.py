"""Export sources in another format, or as a formatted list.

What only some exports need (essays, the search, a clipboard) is imported by them: an
export of data would take a third longer to start with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from loccit._startup.dataclass import dataclass
from loccit.bibliography import losses
from loccit.bibliography.formats import iterate, written
from loccit.cli.chosen_sources import chosen_sources
from loccit.cli.complete import complete_key
from loccit.cli.options import (
    OUTPUTS,
    bibliography_option,
    cluster_option,
    locale_option,
    output_or_address_option,
    style_option,
)
from loccit.cli.terminal import (
    counted,
    report,
    shows_tables,
    working,
    write,
)
from loccit.cli.wrong_usage import wrong_ending
from loccit.errors import LoccitError
from loccit.export.data import export_sources
from loccit.export.groups import GROUPINGS
from loccit.model import Problem, Source
from loccit.output import output_of
from loccit.workspace.project import find_project
from loccit.workspace.settings import Settings

#: The formats that hold the sources themselves; the others are lists in a style.
DATA = written()
#: The formats of lists, and the output that each is made with.
LISTS = {**OUTPUTS, "pdf": "typst"}
#: Lists that are pages of their own, with a heading.
_PAGES = frozenset(["docx", "html", "pdf", "rtf"])


@click.command("export")
@click.argument("keys", nargs=-1, metavar="[KEY...|QUERY]", shell_complete=complete_key)
@click.option(
    "--cited-in",
    multiple=True,
    type=click.Path(),
    metavar="ESSAY|FOLDER",
    help="The sources that an essay cites, or the essays in a folder (repeatable).",
)
@click.option(
    "--to",
    "target",
    type=click.Choice([*DATA, *LISTS]),
    metavar="FORMAT",
    help=f"{', '.join(DATA)}; or, for a list in a style, {', '.join(LISTS)}. "
    "[default: by FILE's extension, or bib]",
)
@click.option(
    "--strict",
    is_flag=True,
    help="Write nothing if the format would lose part of a source.",
)
@click.option(
    "--group-by",
    type=click.Choice(list(GROUPINGS)),
    help="Divide a list under headings.",
)
@click.option(
    "--annotated",
    is_flag=True,
    help="Add its `annotation` below each entry of a list.",
)
@click.option(
    "--copy",
    is_flag=True,
    help="Copy a list to the clipboard, with its italics.",
)
@bibliography_option
@style_option
@locale_option
@cluster_option
@output_or_address_option
def command(
    keys: tuple[str, ...],
    cited_in: tuple[str, ...],
    target: str | None,
    strict: bool,
    group_by: str | None,
    annotated: bool,
    copy: bool,
    bibliography: tuple[Path, ...],
    style: str | None,
    locale: str | None,
    cluster: str | None,
    output: str | None,
) -> None:
    """Export the sources with these KEYS, or those that an essay cites, or all.

    A QUERY is what `loccit search` takes, with at least one field in it.

    \b
    loccit export --to csl-json
    loccit export author:davis year:2003.. --to ris
    loccit export --cited-in essay.md --to html -o references.html
    loccit export -o references.rtf --annotated
    loccit export --cited-in essay.md --copy
    """
    if copy and (target or output):
        raise click.UsageError("--copy takes neither --to nor -o: it copies rich text.")
    command_settings = Settings(bibliography, csl=style, lang=locale)
    project = find_project(command_settings)
    settings = project.settings
    if cluster:
        from loccit.cli.cluster.jobs import ExportJob
        from loccit.cli.cluster.start import start

        if not cited_in or (target and target not in DATA):
            raise click.UsageError(
                f"--cluster needs --cited-in, and exports data: --to {', '.join(DATA)}."
            )
        job = ExportJob(target or "bib", settings.proper_nouns)
        given = {"KEY": keys, "--copy": copy, "--strict": strict}
        start(
            cluster, job, cited_in, output, Settings(bibliography), contradictions=given
        )
    file = None if output is None else Path(output)
    target = "html" if copy else target or _format_of(file)
    if group_by and target in DATA:
        raise click.UsageError(
            f"--group-by divides a list, and {target} is not one: "
            f"--to {', '.join(LISTS)}."
        )
    sources, problems = chosen_sources(keys, cited_in, bibliography, project)
    if target in DATA:
        with working("Comparing"):
            lost = tuple(losses(sources, target))
        problems += lost
        if strict and lost:
            report(problems)
            _refuse(len(lost), len(sources))
        _write_data(sources, target, settings, file)
    else:
        options = _ListOptions(settings, annotated, group_by)
        problems += _list_problems(sources, options, file)
        if copy:
            _copy(sources, options)
        else:
            _write_list(sources, target, options, file)
    report(problems)
    if any(problem.severity == "error" for problem in problems):
        raise click.exceptions.Exit(1)


@dataclass(frozen=True, slots=True)
class _ListOptions:
    """How a list is made: its style and language, with annotations or groups."""

    settings: Settings
    annotated: bool
    group_by: str | None


def _format_of(output: Path | None) -> str:
    """Choose the format by a file's extension; without one, `bib`, which keeps entries
    as they are.

    Raises:
        LoccitError: no format has the extension.
    """
    extension = output.suffix.lower() if output is not None else ""
    if output is None or not extension:
        return "bib"
    if extension == ".pdf":
        return "pdf"
    for format_ in iterate():
        if format_.NAME in DATA and extension in format_.EXTENSIONS:
            return format_.NAME
    name = output_of(extension)
    for known, each in OUTPUTS.items():
        if each == name:
            return known
    formats = ", ".join([*DATA, *LISTS])
    raise wrong_ending(output, f"Choose the format with --to: {formats}.")


def _refuse(lost: int, of: int) -> None:
    message = f"Nothing was written: {lost} of {of} sources would lose something."
    click.echo(message, err=True)
    raise click.exceptions.Exit(1)


def _write_data(
    sources: Iterable[Source], target: str, settings: Settings, output: Path | None
) -> None:
    with working("Writing"):
        made = export_sources(sources, target, settings.proper_nouns)
    write(made.encode(), output)


def _list_problems(
    sources: Iterable[Source], options: _ListOptions, output: Path | None
) -> tuple[Problem, ...]:
    from loccit.formatting.format_essay import language_problems

    problems: list[Problem] = []
    if options.settings.lang:
        problems += language_problems(options.settings.lang, str(output or "-"))
    if options.annotated:
        problems += _missing_annotations(sources)
    return tuple(problems)


def _missing_annotations(sources: Iterable[Source]) -> Iterator[Problem]:
    for source in sources:
        if not source.text("annote"):
            message = f"`{source.key}` has no `annotation`."
            yield Problem("no-annotation", message, source.place, "note")


def _copy(sources: list[Source], options: _ListOptions) -> None:
    from loccit.cli.clipboard import copy_rich_text

    copy_rich_text(lambda output: str(_list(sources, output, options)))
    click.echo(f"On the clipboard: {counted(len(sources), 'source')}.", err=True)


def _write_list(
    sources: list[Source], target: str, options: _ListOptions, output: Path | None
) -> None:
    with working("Writing"):
        made = _list(sources, LISTS[target], options, as_page=target in _PAGES)
        if target == "pdf":
            from loccit.export.list_pdf import to_pdf

            made = to_pdf(str(made), options.settings.lang or "en")
    if isinstance(made, bytes) and output is None and shows_tables():
        raise LoccitError(
            f"Refusing to write a .{target} file to a terminal.",
            advice="Name a file with -o.",
        )
    write(made if isinstance(made, bytes) else f"{made}\n".encode(), output)


def _list(
    sources: list[Source], output: str, options: _ListOptions, *, as_page: bool = False
) -> str | bytes:
    from loccit.export.source_list import source_list

    return source_list(
        sources,
        output,
        options.settings,
        annotated=options.annotated,
        group_by=options.group_by,
        as_page=as_page,
    )

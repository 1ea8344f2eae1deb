"""Add a source: by fields, in an editor, pasted, or looked up."""

from __future__ import annotations

from pathlib import Path

import click

from loccit._startup.dataclass import replace
from loccit._startup.regex import regex
from loccit.bibliography.formats import format_of
from loccit.cli.add_sources import add_to_library, into_option, reading, report_new
from loccit.cli.field_arguments import field_values
from loccit.cli.new_entry import edit_new, new_source
from loccit.cli.options import bibliography_option, dry_run_option
from loccit.cli.terminal import report, standard_input
from loccit.editing.looked_up import looked_up
from loccit.editing.read_sources import read_any
from loccit.editing.typed_references import is_typed_reference, sources_of_references
from loccit.errors import LoccitError
from loccit.lookup import Web, identify
from loccit.model import Problem, Source
from loccit.workspace.library_files import file_for_new
from loccit.workspace.project import find_project
from loccit.workspace.settings import Settings

_FIELD = regex(r"[\w-]+=")


@click.command("add")
@click.argument("what")
@click.argument("fields", nargs=-1, metavar="[FIELD=VALUE]...")
@click.option("-k", "--key", help="The key to cite it by. [default: author and year]")
@click.option(
    "-e", "--editor", is_flag=True, help="Open the new entry in $VISUAL or $EDITOR."
)
@into_option
@dry_run_option
@bibliography_option
def command(
    what: str,
    fields: tuple[str, ...],
    key: str | None,
    editor: bool,
    into: Path | None,
    dry_run: bool,
    bibliography: tuple[Path, ...],
) -> None:
    """Add a source to the library.

    WHAT is a type, such as book, article, website, podcast, film or thesis; fields
    follow, named as in a .bib file. Write people as `Last, First`, with `;` or `and`
    between two; a group in braces. Or WHAT is a DOI, an ISBN, an arXiv or PubMed number or a
    web address, or several of them, which are looked up on the network. Or WHAT is a
    reference as it is typed in a list, in quotation marks. Or WHAT is `-`, and standard
    input has entries in any format, or a typed list.

    \b
    loccit add book author="Davis, Mike" title="City of Quartz" date=1990
    loccit add article --editor
    loccit add 10.2307/1229039 978-1-59558-103-7
    loccit add "Doe, J. (2001). On harbors. Harbor Press."
    loccit add - < pasted.ris
    """
    files = find_project(Settings(bibliography=bibliography)).library_files
    target = file_for_new(files, into)  # refuses before anything is typed

    is_typed = not any(map(_FIELD.match, fields)) and is_typed_reference(what)

    def add(sources: list[Source]) -> None:
        keyed = [replace(source, key=key) for source in sources] if key else sources
        added = add_to_library(keyed, into, files, dry_run=dry_run, show=is_typed)
        if added and what != "-":
            report_new(added, target)

    problems: list[Problem] = []
    if what == "-":
        sources, problems = read_any(standard_input("Name a source."), "-", reading)
    elif format_of(what, ""):
        sources, problems = read_any(what.encode(), "-", reading)
    elif is_typed:
        sources, problems = sources_of_references([what, *fields])
    elif identify(what):
        sources, problems = looked_up((what, *fields), Web())
    elif editor:
        edit_new(what, field_values(fields), lambda source: add([source]))
        return
    else:
        sources = [new_source(what, field_values(fields))]
    if key and len(sources) > 1:
        raise LoccitError(
            "There are several sources but one key.", advice="Leave out --key."
        )
    if sources:
        add(sources)
    report(problems)
    if any(problem.severity == "error" for problem in problems):
        raise click.exceptions.Exit(1)

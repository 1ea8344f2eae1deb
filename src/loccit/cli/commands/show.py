"""Show a source: its entry, how to cite it, and where it is cited."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from loccit import csl
from loccit._startup.dataclass import replace
from loccit.cli.complete import complete_key
from loccit.cli.lowered_capitals import left_out
from loccit.cli.options import (
    bibliography_option,
    json_option,
    locale_option,
    style_option,
)
from loccit.cli.terminal import report, working
from loccit.model import Source
from loccit.model.csl_json import source_to_csl_json
from loccit.output import plain_text
from loccit.workspace.project import Project, find_project
from loccit.workspace.settings import Settings
from loccit.workspace.unread_formats import find_mentions

if TYPE_CHECKING:
    from loccit.csl import Style


@click.command("show")
@click.argument("key", shell_complete=complete_key)
@json_option
@bibliography_option
@style_option
@locale_option
def command(
    key: str,
    target: str,
    bibliography: tuple[Path, ...],
    style: str | None,
    locale: str | None,
) -> None:
    """Show a source: its entry in the list, how to cite it, and where the essays cite
    it.

    The essays are those in the folder that holds the folder `bibliography`, and below
    it.
    """
    project = find_project(Settings(bibliography, csl=style, lang=locale))
    settings = project.settings
    library = project.library()
    source = library.require(key)
    chosen = csl.load_style(settings.csl or "apa")
    if target == "json":
        import json  # the completion of a key does without it

        shown = _as_json(source, chosen, project)
        click.echo(json.dumps(shown, ensure_ascii=False, indent=2))
        return
    _heading(f"{source.key} ({source.type}), {source.place}")
    _show_entry(source, chosen, settings)
    _heading(f"How to cite it ({chosen.title})")
    examples = list(_examples(source, chosen, settings))
    width = max(len(typed) for typed, _ in examples)
    for typed, text in examples:
        click.echo(f"  {typed:{width}}  {text}")
    _heading("Where it is cited")
    with working("Reading the essays"):
        places = list(_places(key, project))
    for line in places or ["in no essay here"]:
        click.echo(f"  {line}")
    report([*library.problems_of(key), *project.found.problems])


def _as_json(source: Source, style: Style, project: Project) -> dict[str, object]:
    """Return what `show` tells, for programs."""
    settings = project.settings
    return {
        "source": source_to_csl_json(source),
        "place": str(source.place),
        "entry": _entry(source, style, settings),
        "citations": dict(_examples(source, style, settings)),
        "cited": [str(place) for place, _ in project.where_cited(source.key)],
    }


def _heading(text: str) -> None:
    click.secho(text, bold=True)


def _entry(source: Source, style: Style, settings: Settings) -> str:
    processed = csl.process(
        style,
        {source.key: source},
        [],
        locale=settings.lang,
        uncited=[source.key],
        proper_nouns=settings.proper_nouns,
    )
    entries = [plain_text.render(entry.text) for entry in processed.bibliography]
    return "\n".join(text.strip() for text in entries)


def _show_entry(source: Source, style: Style, settings: Settings) -> None:
    entry = _entry(source, style, settings)
    if not entry:
        entry = "This style lists no such source; it is cited in the text alone."
    click.echo(entry)
    changed = csl.in_sentence_case(source, settings.proper_nouns, settings.lang or "en")
    words = csl.lowered_words(source, changed, entry)
    # Braces keep a capital in a .bib file, the only one whose text a source keeps.
    in_braces = bool(source.original)
    for line in left_out(words, in_braces=in_braces, most=len(words)):
        click.echo(line)


def _examples(
    source: Source, style: Style, settings: Settings
) -> Iterator[tuple[str, str]]:
    """Yield what to type and what it becomes, each as the only citation of an essay."""
    # The completion of a key must not wait for these.
    from loccit.essays import read_essay
    from loccit.essays.syntax.keys import is_plain

    words = csl.locator_terms(settings.lang or "en-US", style.locales)
    key = source.key if is_plain(source.key) else f"{{{source.key}}}"
    for typed in (
        f"[@{key}]",
        f"[@{key}, pp. 12-13]",
        f"@{key}",
        f"@{key} [p. 12]",
        f"[-@{key}]",
    ):
        [citation] = read_essay(typed.encode(), format="markdown").citations(words)
        if style.citation_class == "note":
            context = replace(citation.context, own_note=True)
            citation = replace(citation, note=1, context=context)
        processed = csl.process(
            style, {source.key: source}, [citation], locale=settings.lang
        )
        author = plain_text.render(processed.authors[0])
        text = plain_text.render(processed.citations[0])
        yield typed, f"{author}; in the note: {text}" if author else text


def _places(key: str, project: Project) -> Iterator[str]:
    """Yield a line for each place that cites a source, or may."""
    for place, citation in project.where_cited(key):
        yield f"{place}: {' '.join(citation.source.split())}"
    for mention in find_mentions([key], project.found.unread):
        yield f"{mention.place}: {mention.line} ({mention.format} is not read yet)"

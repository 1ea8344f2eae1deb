"""Show a source: its entry, how to cite it, and where it is cited."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from loccit._startup.dataclass import replace
from loccit.cli.complete import complete_key
from loccit.cli.options import bibliography_option, locale_option, style_option
from loccit.workspace.folder import folder_library, folder_settings, sources_of

if TYPE_CHECKING:
    from loccit.csl import Style
    from loccit.model import Source
    from loccit.workspace.settings import Settings


@click.command("show")
@click.argument("key", shell_complete=complete_key)
@bibliography_option
@style_option
@locale_option
def command(
    key: str, bibliography: tuple[Path, ...], style: str | None, locale: str | None
) -> None:
    """Show a source: its entry in the list, how to cite it, and where the essays cite
    it.
    """
    from loccit import csl
    from loccit.cli.terminal import report

    settings = folder_settings(bibliography, style, locale)
    library = folder_library(settings)
    [source] = sources_of(library, [key])
    chosen = csl.load_style(settings.csl or "apa")
    _heading(f"{source.key} ({source.type}), {source.place}")
    entry = _entry(source, chosen, settings)
    click.echo(
        entry or "This style lists no such source; it is cited in the text alone."
    )
    if note := _letter_case(source, entry, settings):
        click.echo(note)
    _heading(f"How to cite it ({chosen.title})")
    examples = list(_examples(source, chosen, settings))
    width = max(len(typed) for typed, _ in examples)
    for typed, text in examples:
        click.echo(f"  {typed:{width}}  {text}")
    _heading("Where it is cited")
    places = list(_places(key))
    for line in places or ["  in no essay here"]:
        click.echo(line)
    report(library.problems_of(key))


def _heading(text: str) -> None:
    click.secho(text, bold=True)


def _entry(source: Source, style: Style, settings: Settings) -> str:
    from loccit import csl
    from loccit.output import plain_text

    processed = csl.process(
        style,
        {source.key: source},
        [],
        locale=settings.lang,
        uncited=[source.key],
        proper_nouns=settings.proper_nouns,
    )
    return "\n".join(
        plain_text.render(entry.text).strip() for entry in processed.bibliography
    )


def _letter_case(source: Source, entry: str, settings: Settings) -> str:
    """Which capitals of the titles the entry leaves out, and how to keep one."""
    from loccit.csl.text.sentence_case import in_sentence_case, lowered_words

    changed = in_sentence_case(source, settings.proper_nouns)
    words = lowered_words(source, changed, entry)
    if not words:
        return ""
    in_braces = (
        f"write {{{words[0]}}}, or " if source.original else ""
    )  # as it stands in its .bib file
    advice = f"To keep one, {in_braces}list it under `proper-nouns`."
    return f"Capitals left out, as sentence case has it: {', '.join(words)}. {advice}"


def _examples(
    source: Source, style: Style, settings: Settings
) -> Iterator[tuple[str, str]]:
    """What to type, and what becomes of it, each as if it were the essay's only
    citation.
    """
    from loccit import csl
    from loccit.essays import read_essay
    from loccit.essays.syntax.keys import is_plain
    from loccit.output import plain_text

    words = csl.locator_terms(settings.lang or "en-US")
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
            citation = replace(citation, note=1, own_note=True)
        processed = csl.process(
            style, {source.key: source}, [citation], locale=settings.lang
        )
        author, text = (
            plain_text.render(processed.authors[0]),
            plain_text.render(processed.citations[0]),
        )
        yield typed, f"{author}; in the note: {text}" if author else text


def _places(key: str) -> Iterator[str]:
    """A line for each citation of the source in the nearest folder of essays."""
    from loccit.workspace.library_paths import find_folder
    from loccit.workspace.where_cited import where_cited

    folder = find_folder("essays", Path.cwd())
    for place, citation in where_cited(key, folder) if folder else ():
        yield f"  {place}: {' '.join(citation.source.split())}"

"""Make a list of sources as a file of its own: in a style, in any output, under
headings, annotated.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from loccit import csl
from loccit._startup.dataclass import replace
from loccit.export.groups import group
from loccit.export.html_page import html_page
from loccit.formatting.reference_list import list_title
from loccit.model import BibliographyOptions, Source
from loccit.output import Entry, Output, Section, load_output
from loccit.workspace.settings import Settings


def source_list(
    sources: Iterable[Source],
    output_name: str,
    settings: Settings,
    *,
    annotated: bool = False,
    group_by: str | None = None,
    as_page: bool = False,
) -> str | bytes:
    """Make a list of sources; bytes where the output is not text.

    Args:
        sources: what to list; the style sorts them.
        output_name: one of `output.outputs()`.
        settings: the style, the language, and the title of the list.
        annotated: whether each entry is followed by its `annote`.
        group_by: one of `groups.GROUPINGS`, or None for one undivided list.
        as_page: whether to make a page with a heading (in the language of the list if
            the settings name none), and in HTML with metadata for programs.

    Raises:
        LoccitError: the style or the output is unknown, or the style can't be read.
    """
    by_key = {source.key: source for source in sources}
    style = csl.load_style(settings.csl or "apa")
    if group_by:
        # A dash for the same author again would refer to an entry of another group.
        style = replace(style, author_substitute=None)
    processed = csl.process(
        style,
        by_key,
        [],
        locale=settings.lang,
        uncited=list(by_key),
        link_bibliography=True,
        proper_nouns=settings.proper_nouns,
    )
    output = load_output(output_name)
    entries = [Entry(entry.key, entry.text) for entry in processed.bibliography]
    listed = [by_key[entry.key] for entry in entries]
    blocks: dict[str, list[str]] = {}
    for source, block in zip(
        listed, output.entries(entries, anchors=False), strict=True
    ):
        blocks[source.key] = [block]
        if annotated:
            blocks[source.key] += _annotation(source, output, processed.options)
    lang = settings.lang or style.default_locale or "en-US"
    title = settings.reference_section_title or list_title(style, lang)
    sections = [Section((), title)] if as_page else []
    if group_by:
        for heading, keys in group(listed, group_by, csl.load_locale(lang)):
            sections.append(Section(_joined(blocks, keys), heading, 2))
    else:
        sections.append(Section(_joined(blocks, blocks)))
    made = output.document(sections, processed.options)
    if as_page and output_name == "html":
        return html_page(str(made), title, lang, listed)
    return made


def _joined(blocks: Mapping[str, Sequence[str]], keys: Iterable[str]) -> list[str]:
    return [block for key in keys for block in blocks[key]]


def _annotation(
    source: Source, output: Output, options: BibliographyOptions
) -> list[str]:
    """Return the annotation of a source as a block, if it has one."""
    parts = (" ".join(part.split()) for part in source.text("annote").split("\n\n"))
    paragraphs = [csl.parse_tags(part) for part in parts if part]
    return [output.annotation(paragraphs, options)] if paragraphs else []

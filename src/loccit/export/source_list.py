"""A list of sources as a file of its own: in a style, in any output, under headings,
annotated.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from loccit import csl
from loccit._startup.dataclass import replace
from loccit.export.groups import group
from loccit.export.html_page import html_page
from loccit.formatting.reference_list import headings
from loccit.model import BibliographyOptions, Source
from loccit.output import Entry, Output, Section, html, load_output
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
    """The sources as a list; bytes where the output is no text.

    Args:
        sources: what is listed; the style orders them.
        output_name: one of `output.outputs()`.
        settings: the style, the language, and what heads the list.
        annotated: whether each entry has below it what its `annote` says.
        group_by: one of `source_groups.GROUPINGS`, None for a list in one.
        as_page: whether it is a page of its own: with a heading, the language's own if
            the settings name none, and in HTML with what programs read of it.

    Raises:
        LoccitError: the style can't be read, or there is none of that name.
    """
    by_key = {source.key: source for source in sources}
    style = csl.load_style(settings.csl or "apa")
    if (
        group_by
    ):  # a dash for the author of the entry before would point into another group
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
    blocks = {
        entry.key: [
            block,
            *(
                _annotation(by_key[entry.key], output, processed.options)
                if annotated
                else ()
            ),
        ]
        for entry, block in zip(
            entries, output.entries(entries, anchors=False), strict=True
        )
    }
    listed = [by_key[entry.key] for entry in entries]
    lang = settings.lang or style.default_locale or "en-US"
    title = settings.reference_section_title or headings(lang)[0]
    sections = [Section((), title)] if as_page else []
    if group_by:
        groups = group(listed, group_by, csl.load_locale(lang))
        sections += [
            Section(_joined(blocks, keys), heading, 2) for heading, keys in groups
        ]
    else:
        sections.append(Section(_joined(blocks, blocks)))
    made = output.document(sections, processed.options)
    return (
        html_page(made, title, lang, listed)
        if as_page and output is html and isinstance(made, str)
        else made
    )


def _joined(blocks: Mapping[str, Sequence[str]], keys: Iterable[str]) -> list[str]:
    return [block for key in keys for block in blocks[key]]


def _annotation(
    source: Source, output: Output, options: BibliographyOptions
) -> list[str]:
    """What is said of a source, a block below its entry."""
    parts = (" ".join(part.split()) for part in source.text("annote").split("\n\n"))
    paragraphs = [csl.parse_tags(part) for part in parts if part]
    return [output.annotation(paragraphs, options)] if paragraphs else []

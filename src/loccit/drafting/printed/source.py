"""What a source prints in a style, outside any essay."""

from __future__ import annotations

from loccit import csl
from loccit._startup.namedtuple import NamedTuple
from loccit.model import Citation, CitationContext, Cite, RichText, Source
from loccit.workspace.settings import Settings


class PrintedSource(NamedTuple):
    """What a source prints.

    Attributes:
        citation: in the text, or in a note.
        entry: in the list; empty if the style lists no such source.
    """

    citation: RichText
    entry: RichText


def print_source(source: Source, style: csl.Style, settings: Settings) -> PrintedSource:
    """Return what a source prints that is cited alone.

    >>> doe = Source("doe", "book", {"title": "Emma"})
    >>> print_source(doe, csl.load_style("apa"), Settings()).citation.plain
    '(Emma, n.d.)'
    """
    in_note = style.citation_class == "note"
    citation = Citation(
        (Cite(source.key),),
        note=1 if in_note else 0,
        context=CitationContext(own_note=in_note),
    )
    processed = csl.process(
        style,
        {source.key: source},
        [citation],
        locale=settings.lang,
        link_bibliography=True,
        proper_nouns=settings.proper_nouns,
    )
    entries = processed.bibliography
    entry = entries[0].text if entries else RichText()
    return PrintedSource(processed.citations[0], entry)

"""What the citations of an essay print, and its list, while it is being written."""

from __future__ import annotations

from collections.abc import Sequence

from loccit import csl
from loccit._startup.dataclass import replace
from loccit.drafting.opened.moved import moved
from loccit.drafting.opened.open_essay import OpenEssay
from loccit.drafting.opened.reading import ReadCitation
from loccit.formatting.formatted_essay import FormattedCitation
from loccit.model import RichText, Span
from loccit.output import Entry


def printed_citations(essay: OpenEssay) -> Sequence[FormattedCitation]:
    """Return what each citation of an essay prints, as `format_essay` does."""
    pairs = zip(essay.reading.citations, essay.printed.citations, strict=True)
    return [_here(read, formatted) for read, formatted in pairs]


def printed_in(essay: OpenEssay, span: Span) -> Sequence[FormattedCitation]:
    """Return what the citations print that a span overlaps or touches."""
    first = essay.reading.first_touching(span)
    reads = [*essay.reading.touching(span)]
    found = essay.printed.citations[first : first + len(reads)]
    return [_here(*pair) for pair in zip(reads, found, strict=True)]


def printed_at(essay: OpenEssay, offset: int) -> FormattedCitation | None:
    """Return what the citation at a character prints; None if there is none."""
    return next(iter(printed_in(essay, Span(offset, offset))), None)


def printed_list(essay: OpenEssay) -> Sequence[Entry]:
    """Return the entries of the reference list, in list order."""
    return essay.printed.entries


def _here(read: ReadCitation, formatted: FormattedCitation) -> FormattedCitation:
    """Return a formatted citation at the place where it is now."""
    if not read.shift:
        return formatted
    return replace(formatted, citation=moved(formatted.citation, read.shift))


def reference(essay: OpenEssay, key: str) -> RichText:
    """Return the entry that any source of the library has in the essay's list; empty if
    the style lists no such source, or if there is none.
    """
    source = essay.sources.get(key)
    if source is None:
        return RichText()
    processed = csl.process(
        essay.style,
        {key: source},
        [],
        locale=essay.settings.lang,
        uncited=[key],
        link_bibliography=True,
        proper_nouns=essay.settings.proper_nouns,
    )
    entries = processed.bibliography
    return entries[0].text if entries else RichText()

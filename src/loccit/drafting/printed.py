"""What the citations of an essay print, and its list, while it is being written."""

from __future__ import annotations

from collections.abc import Sequence

from loccit import csl
from loccit.drafting.open_essay import OpenEssay
from loccit.formatting.formatted_essay import FormattedCitation
from loccit.formatting.render import render
from loccit.model import Citation, RichText
from loccit.output import Entry


def printed_citations(essay: OpenEssay) -> Sequence[FormattedCitation]:
    """Return what each citation of an essay prints, as `format_essay` does."""
    return render(essay.draft).citations


def printed_at(essay: OpenEssay, citation: Citation) -> FormattedCitation | None:
    """Return what a citation prints; None if it is not one of the essay."""
    for each in printed_citations(essay):
        if each.citation.span == citation.span and each.citation.part == citation.part:
            return each
    return None


def printed_list(essay: OpenEssay) -> Sequence[Entry]:
    """Return the entries of the reference list, in list order."""
    return render(essay.draft).entries


def reference(essay: OpenEssay, key: str) -> RichText:
    """Return the entry that any source of the library has in the essay's list; empty if
    the style lists no such source, or if there is none.
    """
    source = essay.draft.resolved.library.get(key)
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

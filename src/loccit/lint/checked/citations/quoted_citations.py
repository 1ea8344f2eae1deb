"""The citations that an essay quotes, with the text around them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from loccit.essays.paragraph import Paragraph
from loccit.lint.checked.citations.citation import CheckedCitation
from loccit.lint.checked.quotations.quotation import Quotation, Stretch

#: A page, a remark.
_SHORT = 30


def quoted_citations(
    quotations: Iterable[Quotation],
    citations_in: Callable[[Paragraph], Sequence[CheckedCitation]],
) -> frozenset[int]:
    """Return the identities (`id`) of the citations within quoted words: these are
    copied as they are (APA 7, section 8.32).

    Many writers put their own citation before the closing mark; so words between marks
    count only if another citation belongs to them.
    """
    return frozenset(
        id(citation)
        for quotation in quotations
        if quotation.is_block or quotation.citation
        for stretch in quotation.stretches
        for citation in citations_in(stretch.paragraph)
        if citation is not quotation.citation and _is_within(citation, stretch)
        if not (quotation.is_block and _ends(citation, stretch))
    )


def _is_within(citation: CheckedCitation, stretch: Stretch) -> bool:
    return stretch.start <= citation.start and citation.end <= stretch.end


def _ends(citation: CheckedCitation, stretch: Stretch) -> bool:
    """Return whether a citation in brackets ends a block, and so is the writer's own."""
    is_last = stretch.end - citation.end < _SHORT
    return is_last and citation.mode != "narrative"

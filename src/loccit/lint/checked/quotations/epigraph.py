"""Epigraphs: quotations before the text that they are a motto of."""

from __future__ import annotations

from loccit.lint.checked.essay import CheckedEssay
from loccit.lint.checked.quotations.quotation import Quotation


def is_epigraph(quotation: Quotation, essay: CheckedEssay) -> bool:
    """Return whether a block is directly under the title or a heading, or is the first of
    the essay.
    """
    if not quotation.is_block:
        return False
    index = essay.index_of(quotation.paragraph)
    return index == 0 or essay.paragraphs[index - 1].kind == "heading"

"""A work in the list that only the words of a quotation cite.

## What it does

Finds entries of the list that are cited in the words of quotations alone.

## Why is this bad?

Citations in quoted words stay as they are, but you have not read these works: they are
listed only if you cite them elsewhere (section 8.32).

## Example

    The street is where "neighbors trust each other (Roe, 2001) and talk to all"
    (Bell, 2009, p. 4).

    # References

    Bell, R. (2009). *Streets of trust*. Harbor Press.

    Roe, J. (2001). *Neighbors in towns*. Harbor Press.

## Use instead

    The street is where "neighbors trust each other (Roe, 2001) and talk to all"
    (Bell, 2009, p. 4).

    # References

    Bell, R. (2009). *Streets of trust*. Harbor Press.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit.lint.checked import CheckedCitation, CheckedEssay, Quotation
from loccit.lint.prose.rule import Mistake

IN_EVERY_STYLE = True


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    quoted = [*_quoted(essay)]
    inside = {id(citation) for citation in quoted}
    cited = {
        entry.number
        for citation in essay.citations
        if id(citation) not in inside
        for cite in citation.cites
        for entry in [essay.entry_of(cite)]
        if entry
    }
    for citation in quoted:
        for cite in citation.cites:
            entry = essay.entry_of(cite)
            if entry and entry.number not in cited:
                cited.add(entry.number)
                yield Mistake(
                    entry.mapped,
                    0,
                    len(entry.text),
                    "Only the words of a quotation cite this work.",
                    "Take it out of the list, or cite it yourself.",
                )


def _quoted(essay: CheckedEssay) -> Iterator[CheckedCitation]:
    """Yield the citations that are words of quotations with a citation of their own."""
    for quotation in essay.quotations:
        if quotation.citation and (quotation.bracket or not quotation.is_block):
            yield from _inside(quotation, essay)


def _inside(quotation: Quotation, essay: CheckedEssay) -> Iterator[CheckedCitation]:
    for stretch in quotation.stretches:
        end = stretch.end - len(quotation.closing)
        for citation in essay.citations_in(stretch.paragraph):
            if stretch.start < citation.start and citation.end < end:
                yield citation

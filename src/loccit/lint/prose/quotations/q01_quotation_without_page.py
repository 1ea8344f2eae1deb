"""A quotation without the page, or another place in its source.

## What it does

Finds quotations whose citation has no page, paragraph, chapter or time.

## Why is this bad?

Readers want to look up the words. APA gives each direct quotation its author, year and
page (section 8.25); what has no pages has paragraphs, sections or times. A quotation that
is not directly before its citation is a note, since the words may be of somebody else, and
so is one of a kind of source that has no pages.

## Example

    The street is where "neighbors learn to trust each other" (Bell, 2009).

## Use instead

    The street is where "neighbors learn to trust each other" (Bell, 2009, p. 4).
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.checked import CheckedCitation, CheckedEssay, Quotation
from loccit.lint.checked.quotations.quoted_words import quoted_from_sources
from loccit.lint.prose.rule import Mistake
from loccit.model import Severity

IN_EVERY_STYLE = True

_MODES = ("parenthetical", "narrative", "year-only")
_SURE = 0.5
#: What is between a narrative citation and what it quotes: "argues that", "writes,".
_QUOTES = regex(r"[^.;,:()]{0,60}[,:]?\s*")
_WITH_PAGES = frozenset(
    [
        "article",
        "article-journal",
        "article-magazine",
        "article-newspaper",
        "book",
        "chapter",
        "document",
        "paper-conference",
        "report",
        "thesis",
    ]
)
_DIGIT = regex(r"\d")


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    if not (essay.is_sorted or essay.style.citation_class == "note"):
        return  # fields that cite by number quote little, and without pages
    seen: set[int] = set()
    for quotation in quoted_from_sources(essay):
        citation = quotation.citation
        if citation is None or id(citation) in seen or _has_place(quotation):
            continue
        if quotation.bracket is None and len(citation.cites) > 1:
            continue  # of many works, none of them in particular
        if citation.mode in _MODES and citation.read.confidence >= _SURE:
            seen.add(id(citation))
            yield _mistake(quotation, citation, essay)


def _mistake(
    quotation: Quotation, citation: CheckedCitation, essay: CheckedEssay
) -> Mistake:
    message = f"The page of this quotation is missing: “{_beginning(quotation)}”."
    is_sure = _is_surely_quoted(quotation, citation) and _has_pages(citation, essay)
    severity: Severity | None = None if is_sure else "note"
    return Mistake(
        citation.mapped,
        citation.start,
        citation.end,
        message,
        "Add it, as `p. 4` or `para. 2`.",
        severity=severity,
    )


def _has_place(quotation: Quotation) -> bool:
    """Return whether any citation of a quotation has a place, or one follows it."""
    bracket = quotation.bracket
    if bracket and quotation.citation and bracket.text != quotation.citation.text:
        return True
    cites = [cite for citation in quotation.around for cite in citation.cites]
    return any(
        cite.locator or cite.personal or _DIGIT.search(cite.after) for cite in cites
    )


def _is_surely_quoted(quotation: Quotation, citation: CheckedCitation) -> bool:
    """Return whether a citation is directly after a quotation, or introduces it."""
    if quotation.bracket or quotation.is_block:
        return True
    text = quotation.paragraph.text
    return bool(
        citation.mode == "narrative"
        and citation.end <= quotation.start
        and _QUOTES.fullmatch(text, citation.end, quotation.start)
    )


def _has_pages(citation: CheckedCitation, essay: CheckedEssay) -> bool:
    sources = [essay.source_of(cite) for cite in citation.cites]
    return all(source is None or source.type in _WITH_PAGES for source in sources)


def _beginning(quotation: Quotation) -> str:
    words = quotation.words.split()
    return " ".join(words[:5]) + (" …" if len(words) > 5 else "")

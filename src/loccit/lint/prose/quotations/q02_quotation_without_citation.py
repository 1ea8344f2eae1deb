"""A quotation without a citation.

## What it does

Suggests to cite quotations that have no citation in their sentence or directly after it,
and none in the sentences around it that names a work.

## Why is this bad?

Readers can't tell whose words these are. APA gives each direct quotation its author, year
and page (section 8.25). This is a note: words in quotation marks may be no words of a
source, which nobody but their author knows.

## Example

    Streets are old (Bell, 2009). All of them matter. They are the place
    where "neighbors learn to trust each other without knowing it."

## Use instead

    Streets are old (Bell, 2009). All of them matter. They are the place
    where "neighbors learn to trust each other without knowing it" (Bell, 2009, p. 4).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.checked import CheckedCitation, CheckedEssay, Quotation
from loccit.lint.checked.quotations.quoted_words import quoted_from_sources
from loccit.lint.checked.sentences import sentence_ends
from loccit.lint.prose.rule import Mistake
from loccit.model import Severity, Span

SEVERITY: Severity = "note"
IN_EVERY_STYLE = True

_FEWEST_WORDS = 6
#: Words that announce something else than words of a source, or somebody who speaks.
_ANNOUNCED = regex(
    r"\b(?:called|e\.g\.|entitled|for example|i\.e\.|items?|labell?ed|like|motto|named"
    r"|phrases?|questions?|slogan|such as|terms?|titled?|titles|words?)"
    r"(?:\s(?:is|are|was|were|of|as))?[\s:,]*\Z"
    r"|\b(?:asked|interviewees?|participants?|prompt|question|respondents?|survey)\b"
    r"[^.!?]{0,30}\Z|\b(?:an?|means?(?:\s\w+ly)?)\s\Z|[=(\[{][^\S\n]*\Z",
    re.IGNORECASE,
)
#: What somebody says in a dialogue: "she said".
_SAID = regex(
    r"\b(?:(?:I|he|she|they|ich|er|sie) (?:said|says|asked|replied|told|added|sagte|fragte)"
    r"|(?:said|asked|replied|sagte|fragte|meinte) (?:I|he|she|they|ich|er|sie))\b",
    re.IGNORECASE,
)
#: What is before a quotation within a sentence.
_LEAD = 80
#: A paragraph with less besides the quotation says nothing about it: a caption, a link.
_SHORTEST_REST = 10
_IN_BRACKETS = ("parenthetical", "mla")
#: What is before a quotation that is a sentence, or that somebody says who was named.
_STARTS = regex(
    r"(?:\A|[.!?…][”\")\]]*\s+)\Z|\b(?:he|she|they|authors?|his|her|their|also|further)\b"
    r"[^.!?]*\Z",
    re.IGNORECASE,
)
#: Another quotation directly after one.
_QUOTED = regex(r"[\s,;]*(?:and\s)?[“\"„«]")
#: A number or a bracket that cites, of which the work may be unknown.
_CITING = regex(
    r"[.,]?\s?(?:\[\d[\d,\s–-]*\]|\([^()]*(?:\b\d{4}[a-z]?|\.(?:com|edu|net|org)\b[^()]*)\))"
)
#: How far the citation of another sentence may be from a quotation.
_NEAR = 400


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    if not essay.citations:
        return
    for quotation in quoted_from_sources(essay):
        if _is_uncited(quotation, essay) and not _has_note(quotation, essay):
            yield _mistake(quotation)


def _mistake(quotation: Quotation) -> Mistake:
    start, end = quotation.start, quotation.end
    return Mistake(
        quotation.paragraph.mapped,
        start,
        end,
        "Nothing is cited for this quotation.",
        "If these are words of a source, cite it, with the page.",
    )


def _is_uncited(quotation: Quotation, essay: CheckedEssay) -> bool:
    if quotation.citation or quotation.bracket or quotation.length < _FEWEST_WORDS:
        return False
    text, start = quotation.paragraph.text, quotation.start
    if quotation.is_block or quotation.paragraph.kind not in ("paragraph", "item"):
        return False
    if _ANNOUNCED.search(text, max(0, start - _LEAD), start):
        return False
    if _SAID.search(text, max(0, start - _LEAD), start):
        return False
    if _SAID.search(text, quotation.end, quotation.end + _LEAD):
        return False
    if len(text) - quotation.end + start < _SHORTEST_REST:
        return False
    if _CITING.match(quotation.last.paragraph.text, quotation.last.end):
        return False
    own = essay.citations_in(quotation.last.paragraph)
    return not any(_is_near(citation, quotation) for citation in own)


def _is_near(citation: CheckedCitation, quotation: Quotation) -> bool:
    """Return whether the sentence before or after a quotation is about a work, or only
    another quotation is before a citation.
    """
    last = quotation.last
    text = last.paragraph.text
    if citation.start >= last.end:
        first, end = last.end, citation.start
    else:
        first, end = citation.end, last.start
    is_about = citation.mode not in _IN_BRACKETS and _goes_on(quotation)
    if not (is_about or _QUOTED.match(text, first)):
        return False
    return end - first <= _NEAR and sentence_ends(text, first, end) <= 1


def _goes_on(quotation: Quotation) -> bool:
    """Return whether a quotation is a sentence of its own, or one about "him"."""
    text, start = quotation.paragraph.text, quotation.start
    return _STARTS.search(text, max(0, start - _LEAD), start) is not None


def _has_note(quotation: Quotation, essay: CheckedEssay) -> bool:
    """Return whether a footnote mark, which readers' text lacks, is after a quotation."""
    last = quotation.last
    end = last.paragraph.mapped.span(last.end - 1, last.end).end
    after = Span(end, end + 30)
    return any(
        after.start <= reference.offset <= after.end
        and reference.part == last.paragraph.part
        for reference in essay.essay.document.notes.references
    )

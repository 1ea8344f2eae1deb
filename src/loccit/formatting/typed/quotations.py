"""Report what surrounds a typed citation and is not as it should be: full stops and
quotations.  None of it is changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loccit._startup.regex import regex
from loccit.essays.paragraph import Paragraph
from loccit.essays.quotation_marks import Pair, pair_marks
from loccit.formatting.draft import Draft
from loccit.formatting.typed.read import TypedParts
from loccit.formatting.typed.words import end_of_words
from loccit.model import Problem, Span
from loccit.recognize import TypedCitation

#: From so many words on, a quotation is a block without quotation marks (APA 7, section
#: 8.27).
_BLOCK = 40
#: A full stop in a quotation, which is not an ellipsis, before a citation.
_STOP_IN_QUOTATION = regex(r"[^\W_][)\]]?(\.)[\"”’»]\s*\Z")
#: One at the end of a sentence: after a word that is no abbreviation.
_STOP_OF_SENTENCE = regex(r"[^\W_]{4,}[)\]]?(\.)\s+\Z")
_NEXT_SENTENCE = regex(r"\s*\Z|\s+[\"“‘(]?[^\W\d_a-z]")
_LONGEST_STOP = 80
_WORD = regex(r"[^\W_]+(?:['’-][^\W_]+)*")
_IN_BRACKETS = ("parenthetical", "page-only", "mla", "numeric")
_APA = "apa"


def quotation_problems(draft: Draft, parts: TypedParts) -> Iterator[Problem]:
    """Yield what is not as it should be around the typed citations that are formatted."""
    if draft.style.citation_class == "note":
        return
    pairs: dict[int, Sequence[Pair]] = {}
    for typed in parts.typed.values():
        paragraph = draft.essay.document.paragraphs[typed.paragraph]
        if typed.mode not in _IN_BRACKETS or paragraph.is_quoted:
            continue
        if stop := _stop_before(typed, paragraph):
            yield _problem(
                "stop-before-citation",
                "The full stop belongs after the citation, at the end of the sentence.",
                "Move it there.",
                stop,
                typed,
                draft,
            )
        if draft.style.id == _APA:
            if typed.paragraph not in pairs:
                found = pair_marks(paragraph.text, paragraph.marks)
                pairs[typed.paragraph] = found.closed
            yield from _quotation(typed, paragraph, pairs[typed.paragraph], draft)


def _stop_before(typed: TypedCitation, paragraph: Paragraph) -> Span | None:
    """Return the place of a full stop that should follow the citation."""
    first = max(0, typed.start - _LONGEST_STOP)
    before = paragraph.text[first : typed.start]
    stop = _STOP_IN_QUOTATION.search(before)
    if not stop and _NEXT_SENTENCE.match(paragraph.text, typed.end):
        stop = _STOP_OF_SENTENCE.search(before)
    if not stop:
        return None
    return paragraph.span(first + stop.start(1), first + stop.end(1))


def _quotation(
    typed: TypedCitation, paragraph: Paragraph, pairs: Sequence[Pair], draft: Draft
) -> Iterator[Problem]:
    """Report a long quotation that is not a block."""
    end = end_of_words(paragraph.text, typed.start)
    start = next((pair.start for pair in pairs if pair.end == end), None)
    if start is None:
        return
    words = len(_WORD.findall(paragraph.text[start : typed.start]))
    if words >= _BLOCK:
        yield _problem(
            "long-quotation",
            f"A quotation of {words} words is a block of its own in APA, without "
            "quotation marks (section 8.27).",
            "Begin a new line, indent it, and put the citation after its full stop.",
            paragraph.span(start, start + 1),
            typed,
            draft,
        )


def _problem(
    rule: str, message: str, advice: str, span: Span, typed: TypedCitation, draft: Draft
) -> Problem:
    start, end = draft.essay.range_of(span, typed.part)
    return Problem(rule, message, start, advice=advice, end=end)

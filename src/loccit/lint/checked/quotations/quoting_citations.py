"""Find which citation belongs to a quotation.

It is directly after it, or further on in its sentence, or before it there; where a work
is cited above and only its page after the quotation, both are around it.
"""

from __future__ import annotations

from collections.abc import Sequence

from loccit._startup.regex import regex
from loccit.essays.paragraph import Paragraph
from loccit.essays.quotation_marks import pair_marks
from loccit.lint.checked.citations.citation import CheckedCitation
from loccit.lint.checked.quotations.quotation import Quotation, Stretch
from loccit.lint.checked.sentences import ends_sentence

#: What may be between a quotation and its citation: punctuation, the number of a note.
_BETWEEN = regex(r"[\s.,;:!?…—–*_^\[]*(?:\d{1,3}[\s\].,]*)?")
_IN_BRACKETS = ("parenthetical", "page-only", "year-only", "mla", "numeric")
#: A page in brackets, of the work that is cited before the quotation.
_PAGE = regex(
    r"\((?:(?:(?:pp?|paras?|lines?|ch|chap|sec|vv?|loc|S|Abs|Kap)\.?|¶+|Chapters?"
    r"|Sections?)\s?\d[^()]{0,40}|\d{1,3}(?:\s?[-–]\s?\d{1,3})?"
    r"|[^()\n]{1,40}[\s,](?:¶|§|pp?\.|paras?\.)\s?\d[^()\n]{0,20})\)"
)
#: The end of a paragraph that introduces nothing.
_SENTENCE_END = regex(r"[.!?][”\"’)\]]*\s*\Z")
_FEW = 6
#: What may be after the citation of a block.
_AFTER = regex(r"[\s.*_)\]]*")
#: A citation farther away is not that of the quotation.
_NEAR = 1000
#: What may be before a citation on a line below the block: a dash.
_DASH = regex(r"[\s—–―*_-]*")


def quoting_run(
    stretches: Sequence[Stretch], citations: Sequence[CheckedCitation]
) -> Quotation:
    """Return a quotation in marks.

    Args:
        stretches: where it is.
        citations: those of the paragraph in which it ends, in order.
    """
    first, last = stretches[0], stretches[-1]
    after = [each for each in citations if _follows(each, last)]
    before = [each for each in citations if _precedes(each, last)]
    nearest = sorted([*reversed(before), *after], key=lambda each: _rank(each, last))
    return Quotation(
        stretches,
        first.paragraph.text[first.start],
        last.text[-1:],
        citation=nearest[0] if nearest else None,
        around=[*before, *after],
        bracket=_bracket(last, nearest[:1]),
    )


def _rank(citation: CheckedCitation, last: Stretch) -> int:
    """Return how far a citation is from belonging to a quotation: it is directly after
    it, in brackets at the end of the sentence, before it, or the subject of what follows.
    """
    if _is_direct(citation, last):
        return 0
    if citation.start >= last.end and citation.mode in _IN_BRACKETS:
        return 1
    return 3 if citation.start >= last.end else 2


def _is_direct(citation: CheckedCitation, last: Stretch) -> bool:
    text, end = last.paragraph.text, last.end
    if citation.paragraph is not last.paragraph or citation.start < end:
        return False
    return _BETWEEN.fullmatch(text, end, citation.start) is not None


def _bracket(last: Stretch, citations: Sequence[CheckedCitation]) -> Stretch | None:
    """Return the brackets directly after the end of a quotation."""
    for citation in citations:
        if citation.mode in _IN_BRACKETS and _is_direct(citation, last):
            return Stretch(last.paragraph, citation.start, citation.end)
    between = _BETWEEN.match(last.paragraph.text, last.end)
    page = _PAGE.match(last.paragraph.text, between.end() if between else last.end)
    return Stretch(last.paragraph, *page.span()) if page else None


def _follows(citation: CheckedCitation, last: Stretch) -> bool:
    """Return whether a citation is directly after a quotation, or in its sentence."""
    text, end = last.paragraph.text, last.end
    if not end <= citation.start <= end + _NEAR:
        return False
    if _is_direct(citation, last):
        return True
    return not ends_sentence(text, max(last.start, end - 2), citation.start)


def _precedes(citation: CheckedCitation, last: Stretch) -> bool:
    text = last.paragraph.text
    is_before = last.start - _NEAR <= citation.end <= last.start
    return is_before and not ends_sentence(text, citation.end - 1, last.start)


def quoting_block(
    paragraphs: Sequence[Paragraph],
    citations: Sequence[CheckedCitation],
    before: Paragraph | None,
    introducing: Sequence[CheckedCitation],
) -> Quotation:
    """Return a block quotation.

    Args:
        paragraphs: those of the block.
        citations: all that are in it.
        before: the paragraph before the block.
        introducing: the citations of that.
    """
    stretches = [Stretch(each, 0, len(each.text)) for each in paragraphs]
    own = _own(citations)
    bracket = _bracket_at_end(own, stretches[-1])
    if bracket:
        stretches = _without(bracket, stretches)
    above = _introducing(before, introducing)
    is_page = own is None or own.mode == "page-only"
    around = [each for each in (above if is_page else None, own) if each]
    opening, closing = _marks_of(stretches)
    return Quotation(stretches, opening, closing, True, own or above, around, bracket)


def _introducing(
    before: Paragraph | None, citations: Sequence[CheckedCitation]
) -> CheckedCitation | None:
    """Return the citation in a sentence that goes on in the block below it."""
    if before is None or not citations or before.kind not in ("paragraph", "item"):
        return None
    text, last = before.text, citations[-1]
    is_over = _SENTENCE_END.search(text, max(0, len(text) - _FEW))
    if is_over or ends_sentence(text, last.end - 1, len(text)):
        return None
    return last


def _own(citations: Sequence[CheckedCitation]) -> CheckedCitation | None:
    """Return the citation that a block ends with; one without a page is that of the
    source, like the others in it.
    """
    if not citations:
        return None
    *others, last = citations
    if not _AFTER.fullmatch(last.paragraph.text, last.end):
        return None
    has_page = any(cite.locator for cite in last.cites)
    return last if has_page or not others else None


def _bracket_at_end(own: CheckedCitation | None, last: Stretch) -> Stretch | None:
    """Return the citation, or the page, that a block ends with."""
    if own and own.paragraph is last.paragraph:
        return Stretch(own.paragraph, own.start, own.end)
    pages = [*_PAGE.finditer(last.text)]
    if not pages or not _AFTER.fullmatch(last.text, pages[-1].end()):
        return None
    return Stretch(last.paragraph, *pages[-1].span())


def _without(bracket: Stretch, stretches: list[Stretch]) -> list[Stretch]:
    """Leave out the citation at the end of a block."""
    *others, last = stretches
    text = last.paragraph.text
    if others and _DASH.fullmatch(text, 0, bracket.start):
        return others
    return [*others, last._replace(end=len(text[: bracket.start].rstrip()))]


def _marks_of(stretches: Sequence[Stretch]) -> tuple[str, str]:
    """Return the marks around a whole block; "" without."""
    first, last = stretches[0], stretches[-1]
    closed = pair_marks(last.text).closed
    if len(closed) != 1 or closed[0] != (0, len(last.text)):
        return "", ""
    opening = first.text[:1]
    if any(not each.text.startswith(opening) for each in stretches):
        return "", ""
    return opening, last.text[-1:]

"""Find which citation belongs to a quotation.

It is directly after it, or further on in its sentence, or before it there; where a work
is cited above and only its page after the quotation, both are around it.
"""

from __future__ import annotations

from collections.abc import Sequence

from loccit._startup.regex import regex
from loccit.essays.paragraph import Paragraph
from loccit.lint.checked.citation import CheckedCitation
from loccit.lint.checked.quotation import Quotation, Stretch
from loccit.lint.checked.quotation_marks import pair_marks
from loccit.lint.checked.sentences import ends_sentence

#: What may be between a quotation and its citation: punctuation, the number of a note.
_BETWEEN = regex(r"[\s.,;:!?…—–*_^\[]*(?:\d{1,3}[\s\].,]*)?")
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
    nearest = [*after, *reversed(before)]
    return Quotation(
        stretches,
        first.paragraph.text[first.start],
        last.text[-1:],
        citation=nearest[0] if nearest else None,
        around=[*before, *after],
    )


def _follows(citation: CheckedCitation, last: Stretch) -> bool:
    """Return whether a citation is directly after a quotation, or in its sentence."""
    text, end = last.paragraph.text, last.end
    if not end <= citation.start <= end + _NEAR:
        return False
    if _BETWEEN.fullmatch(text, end, citation.start):
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
    own = citations[-1] if citations else None
    if own and not _AFTER.fullmatch(own.paragraph.text, own.end):
        own = None
    if own:
        stretches = _without(own, stretches)
    above = introducing[-1] if introducing and before else None
    if above and ends_sentence(
        above.paragraph.text, above.end - 1, len(above.paragraph.text)
    ):
        above = None
    around = [each for each in (above, own) if each]
    opening, closing = _marks_of(stretches)
    return Quotation(stretches, opening, closing, True, own or above, around)


def _without(own: CheckedCitation, stretches: list[Stretch]) -> list[Stretch]:
    """Leave out the citation at the end of a block."""
    *others, last = stretches
    text = last.paragraph.text
    end = len(text[: own.start].rstrip())
    if others and _DASH.fullmatch(text, 0, own.start):
        return others
    return [*others, last._replace(end=end)]


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

"""What surrounds a citation in its paragraph."""

from __future__ import annotations

from loccit._startup.regex import regex
from loccit.essays.paragraph import Paragraph
from loccit.recognize.typed_citation import TypedCitation

#: The end of a sentence; initials and "et al." don't end one.
_END = regex(
    r"[.?!](?<!\b[A-Z].)(?<!\bal.)(?<!\bp.)(?<!\bpp.)(?<!\bcf.)(?<!\bvs.)"
    r"[\"”’')\]]*\s+"
    r"(?=[\"“‘'(\[]?[A-Z0-9])"
)
#: A sentence has so many characters at most, and a quotation.
_LONGEST = 600
_LONGEST_QUOTATION = 2000
#: The quotation mark that opens what another closes.
_OPENING = {"”": "“", "“": "„", "’": "‘", "»": "«", "«": "»", '"': '"', "'": " '"}
#: What may follow a quotation before its citation.
_AFTER_QUOTATION = " .,;:*_\n"


def sentence_around(citation: TypedCitation, paragraph: Paragraph) -> str:
    """Return the sentence around a citation, without the citation."""
    text = paragraph.text
    start = sentence_start(text, citation.start)
    after = text[citation.end : citation.end + _LONGEST]
    end = _END.search(after)
    last = end.start() if end else len(after)
    return f"{text[start : citation.start]} {after[:last]}"


def sentence_start(text: str, place: int) -> int:
    """Return where the sentence begins that a place is in."""
    first = max(0, place - _LONGEST)
    starts = [found.end() for found in _END.finditer(text, first, place)]
    return starts[-1] if starts else first


def quotation_before(text: str, place: int) -> range:
    """Return the places of the quotation that ends right before a place.

    >>> quotation_before("He says “so (Roe)” (p. 3)", 19)
    range(8, 18)
    """
    end = place
    while end > 0 and text[end - 1] in _AFTER_QUOTATION:
        end -= 1
    opening = _OPENING.get(text[end - 1]) if end else None
    if opening is None:
        return range(0)
    start = text.rfind(opening, max(0, end - _LONGEST_QUOTATION), end - 1)
    return range(start, end) if start >= 0 else range(0)

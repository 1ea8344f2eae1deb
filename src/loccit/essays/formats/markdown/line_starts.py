"""Citations that begin a line: "(1)" there would begin a list in Markdown."""

from __future__ import annotations

from loccit._startup.regex import regex
from loccit.model import Citation
from loccit.output import markdown

#: The part of a line before a citation that begins a block: quotation marks and the
#: markers of lists it is in.
_BLOCK_START = regex(r"(?:^|[\r\n])[ \t>]*(?:(?:[-+*:]|\(?[\w@#]{1,9}[.)])[ \t]+)*\Z")
_LONGEST = 80


def beside_text(markup: str, essay: str, citation: Citation) -> str:
    """The Markdown of a citation as it may stand in its place.

    >>> from loccit.model import Span
    >>> beside_text("(1)", "[@a] says", Citation((), span=Span(0, 4)))
    '\\\\(1)'
    >>> beside_text("(1)", "So [@a] says", Citation((), span=Span(3, 7)))
    '(1)'
    """
    start, end = citation.span.start, citation.span.end
    ends_word = end == len(essay) or essay[end].isspace()
    if not ends_word or not _BLOCK_START.search(
        essay[max(0, start - _LONGEST) : start]
    ):
        return markup
    return markdown.paragraph(markup)

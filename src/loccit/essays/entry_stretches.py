"""Find what belongs to the entries of a typed list besides their text: bullets, numbers,
and the anchors that `loccit format` and other programs give them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from loccit._startup.regex import regex
from loccit.essays.document import EntryStretch
from loccit.model import Span

_BLANK = r"[ \t\u00a0\u2002\u2003\u3000]"
#: `1.`, `b)`, `12`, and what is in brackets, perhaps escaped: `\\[1]`, `(3)`, `[Doe01]`.
_NUMBER = r"\w{1,4}\\?[.)]|\d{1,4}|\\?\[[^\[\]\s]{1,20}\\?\]|\\?\(\d{1,4}\\?\)"
#: Bullets as Markdown has them and as people paste them.
_BULLET = rf"(?:[-*+•–—·∙◦▪■●○►‣⁃]|{_NUMBER})"
#: What precedes an entry in its line: a bullet, and what opens emphasis or a link.
_BEFORE = regex(
    rf"(?:\A\ufeff?|(?<=[\n\r])){_BLANK}*(?:{_BULLET}{_BLANK}+)?(?:[*_~^`\[<]|<[^<>]*>)*\Z"
)
#: What closes these, up to the end of the line.
_AFTER = regex(
    r"(?:[*_~^`>]|</[^<>]*>|\](?:\([^()\s]*\)|\(<[^<>\n]*>\))?|\{[^{}\n]*\})+"
    r"(?=[ \t]*(?:[\n\r]|\Z))"
)
#: What opens the anchor of an entry, before all that, and what closes it.
_OPENING = regex(
    r"(?::::+[ \t]*\{[^{}\n]*\.csl-entry[^{}\n]*\}[ \t]*(?:\r\n?|\n)"
    r"|<div\b[^<>]*\bcsl-entry\b[^<>]*>\s*)\Z"
)
_CLOSING = regex(r"(?:\r\n?|\n):::+(?=\s|\Z)|\s*</div>")
_LONGEST_BEFORE = 200


def entry_stretches(entries: Sequence[Span], text: str) -> list[EntryStretch]:
    """Group entries by what is between them.

    >>> text = "Sources:\\n* Doe, On it\\n* Roe, On that\\n\\nNext"
    >>> [found] = entry_stretches([Span(11, 21), Span(24, 36)], text)
    >>> found.span.of(text)
    '* Doe, On it\\n* Roe, On that'
    """
    found: list[EntryStretch] = []
    for number, entry in enumerate(entries):
        span = _with_signs(entry, text)
        before = found[-1] if found else None
        if before and not text[before.span.end : span.start].strip():
            first = before.entries.start
            joined = Span(before.span.start, span.end)
            found[-1] = EntryStretch(joined, range(first, number + 1))
        else:
            found.append(EntryStretch(span, range(number, number + 1)))
    return found


def _with_signs(entry: Span, text: str) -> Span:
    """Return the span of an entry with its bullet and its anchor."""
    start = _start_of(_BEFORE, text, entry.start)
    after = _AFTER.match(text, entry.end)
    end = after.end() if after else entry.end
    opening = _start_of(_OPENING, text, start)
    closing = _CLOSING.match(text, end) if opening < start else None
    if closing is None:
        return Span(start, end)
    return Span(opening, closing.end())


def _start_of(before: re.Pattern[str], text: str, end: int) -> int:
    """Return where the text before `end` begins that fits a pattern."""
    first = max(0, end - _LONGEST_BEFORE)
    found = before.search(text[first:end])
    return first + found.start() if found else end

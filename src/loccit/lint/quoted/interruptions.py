"""Follow a text over whole lines that interrupt it: a page ends, with its footnotes and the
running head of the next one, or there is a figure.
"""

from __future__ import annotations

from loccit.lint.quoted.source_text import SourceText

#: Letters of an interruption.
_LONGEST = 3000


def end_below(quoted: str, start: int, text: SourceText) -> int | None:
    """Return where a text ends that is at `start` up to the end of a line, and goes on
    at the beginning of a later line; None if it isn't there.
    """
    for line_end in text.line_starts(start + 1, start + len(quoted)):
        first = line_end - start
        if text.letters.startswith(quoted[:first], start):
            for line in text.line_starts(line_end, line_end + _LONGEST):
                if text.letters.startswith(quoted[first:], line):
                    return line + len(quoted) - first
    return None


def start_above(quoted: str, end: int, text: SourceText) -> int | None:
    """Return where a text starts that is before `end` from the beginning of a line on,
    and has its first words at the end of an earlier line; None if it isn't there.
    """
    for line_start in text.line_starts(end - len(quoted), end - 1):
        first = len(quoted) - (end - line_start)
        if text.letters.startswith(quoted[first:], line_start):
            for line in text.line_starts(line_start - _LONGEST, line_start):
                if text.letters.endswith(quoted[:first], 0, line):
                    return line - first
    return None

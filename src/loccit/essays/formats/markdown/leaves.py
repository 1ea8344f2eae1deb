"""Blocks of plain lines: where metadata, indented code, a rule, or a run of text ends;
0 where there is none.
"""

from __future__ import annotations

import re

from loccit._startup.regex import regex
from loccit.essays.formats.markdown import html, tex

_INDENTED = regex(r"(?: {4}[^\n]*(?:\n|\Z)|(?:[ \t]*\n)+(?= {4}[^\n]*\S))+")
#: YAML in the midst of a text: names with values; anything else between rules is text.
_METADATA = regex(
    r"---[ \t]*\n(?=(?:#[^\n]*\n)*(?: *[^\s@`%#\[\]{},&*!|>'\"-][^\n:]*:[ \n]|---|\.\.\.))(?:[^\n]*\n)*?"
    r"(?:---|\.\.\.)[ \t]*(?:\n|\Z)"
)
_NO_YAML = regex(r"^[^\n:]*:[ \t]+[@`%]", re.MULTILINE)
_RULE = regex(r" *([*_-])(?:[ \t]*\1){2,}[ \t]*(?:\n|\Z)")
#: What may carry a run of text over a blank line.
_CARRIES_ON = regex(r"<!--|<\?|\\begin\s*\{|\\[A-Za-z]+\*? *(?=[\[{])")
_BLANK_LINE = regex(r"\n[ \t]*(?:\n|\Z)")


def metadata_end(text: str, position: int) -> int:
    """The end of a block of YAML."""
    found = _METADATA.match(text, position)
    return found.end() if found and not _NO_YAML.search(found[0]) else 0


def indented_end(text: str, position: int) -> int:
    """The end of indented code."""
    found = _INDENTED.match(text, position)
    return found.end() if found else 0


def rule_end(text: str, position: int) -> int:
    """The end of a rule across the page."""
    found = _RULE.match(text, position)
    return found.end() if found else 0


def text_end(text: str, position: int, end: int) -> int:
    """Where a run of text ends at the latest; `end` is its blank line, but comments and
    TeX may hold such.
    """
    for opening in _CARRIES_ON.finditer(text, position, end):
        if opening.start() >= end:
            break
        if opening[0][0] == "<":
            close = html.comment_end(text, opening.start(), len(text))
        else:
            close = tex.inline_end(text, opening.start(), len(text))
        if close > end:
            blank = _BLANK_LINE.search(text, close)
            end = blank.start() if blank else len(text)
    return end

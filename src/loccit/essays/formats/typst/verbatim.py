"""What is no markup in Typst: comments, raw text, maths."""

from __future__ import annotations

import re

from loccit._startup.regex import regex

STRING = r"\"(?:\\.|[^\"\\])*\""
ADDRESS = r"https?://[^\s\[\]()<>]*"
_MATHS = regex(rf"\$(?:\\.|{STRING}|[^$\"\\]){{0,20000}}\$", re.DOTALL)
_COMMENT_SIGN = regex(r"/\*|\*/")
_BACKTICKS = regex(r"`+")
#: Two backticks are raw text without a character; three or more may hold others.
_FEWEST_FENCE = 3


def verbatim_end(text: str, position: int) -> int | None:
    """Return where a comment, raw text or maths ends that begins at a position; None
    for what is none of these.
    """
    match text[position]:
        case "`":
            return _raw_end(text, position)
        case "$":
            maths = _MATHS.match(text, position)
            return maths.end() if maths else None
        case "/" if text.startswith("//", position):
            line_end = text.find("\n", position)
            return len(text) if line_end < 0 else line_end
        case "/" if text.startswith("/*", position):
            return _comment_end(text, position)
        case _:
            return None


def _raw_end(text: str, position: int) -> int:
    """Return where raw text ends; the end of the text if nothing closes it."""
    found = _BACKTICKS.match(text, position)
    fence = found[0] if found else "`"
    if len(fence) == _FEWEST_FENCE - 1:
        return position + len(fence)
    close = text.find(fence, position + len(fence))
    return len(text) if close < 0 else close + len(fence)


def _comment_end(text: str, position: int) -> int:
    """Return where a block comment ends; comments may be in comments."""
    depth = 0
    for sign in _COMMENT_SIGN.finditer(text, position):
        depth += 1 if sign[0] == "/*" else -1
        if depth == 0:
            return sign.end()
    return len(text)

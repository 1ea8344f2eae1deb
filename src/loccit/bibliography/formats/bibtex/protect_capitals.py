"""The capitals of a title in sentence case, for styles of BibTeX, which would take them
away.
"""

from __future__ import annotations

import re

from loccit._startup.regex import regex

_OPEN, _CLOSE = '<span class="nocase">', "</span>"
_WORD_OR_TAG = regex(r"<[^<>]*>|[^\W_](?:[^\s<>]*[^\W_])?")


def protected(title: str) -> str:
    """`title` with `nocase` spans round words with capitals; the first word's, and one
    behind a colon, stay anyway.

    Words side by side are protected together, as a name is by entry: programs that
    protect each capital of a headline by itself do not mean names.

    >>> protected("The new Jim Crow: Mass incarceration in the US")
    'The new <span class="nocase">Jim Crow</span>: Mass incarceration in the <span class="nocase">US</span>'
    """
    inside = 0

    def protect(found: re.Match[str]) -> str:
        nonlocal inside
        word = found[0]
        if word.startswith("<"):
            inside += 1 if word == _OPEN else -(word == _CLOSE)
            return word
        begins = not found.start() or title.endswith(": ", 0, found.start())
        small = word[begins:] == word[begins:].lower()
        return word if small or inside > 0 else f"{_OPEN}{word}{_CLOSE}"

    return _WORD_OR_TAG.sub(protect, title).replace(f"{_CLOSE} {_OPEN}", " ")

"""Protect the capitals of a title in sentence case.

BibTeX's styles would change them to lower case.
"""

from __future__ import annotations

import re

from loccit._startup.regex import regex

_OPEN, _CLOSE = '<span class="nocase">', "</span>"
_WORD_OR_TAG = regex(r"<[^<>]*>|[^\W_](?:[^\s<>]*[^\W_])?")


def protected(title: str) -> str:
    """Put `nocase` spans around words with capitals.

    The first word keeps its first capital anyway, and so does one after a colon. Words
    next to each other get one span: to programs, a single protected capital looks like
    a headline's, not like part of a name.

    >>> protected("The new Jim Crow: Mass incarceration in the US")
    'The new <span class="nocase">Jim Crow</span>: Mass incarceration in the <span class="nocase">US</span>'
    """
    depth = 0  # within spans that protect already

    def protect(found: re.Match[str]) -> str:
        nonlocal depth
        word = found[0]
        if word == _OPEN:
            depth += 1
        elif word == _CLOSE:
            depth -= 1
        elif depth <= 0 and not word.startswith("<"):
            begins = not found.start() or title.endswith(": ", 0, found.start())
            rest = word[1:] if begins else word
            if rest != rest.lower():
                return f"{_OPEN}{word}{_CLOSE}"
        return word

    return _WORD_OR_TAG.sub(protect, title).replace(f"{_CLOSE} {_OPEN}", " ")

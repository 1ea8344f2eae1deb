"""Straight quotes in the words around a cite: what a writer types as single stays single,
whatever marks the style has for titles.
"""

from __future__ import annotations

import re

from loccit._startup.regex import regex

CURLY_QUOTES = {"'": ("‘", "’"), '"': ("“", "”")}
#: A quotation, in which an apostrophe may be within a word.
_QUOTATION = regex(
    r"""(?<!\w)(["'])(?=\S)((?:(?!\1).|(?<=\w)'(?=\w))+)(?<=\S)\1(?!\w)""", re.DOTALL
)


def with_curly_quotes(text: str) -> str:
    """Replace straight quotes that pair by curly ones.

    >>> with_curly_quotes("the 'so-called' life of a dog's owner")
    "the ‘so-called’ life of a dog's owner"
    """
    return _QUOTATION.sub(_curly, text)


def _curly(found: re.Match[str]) -> str:
    opening, closing = CURLY_QUOTES[found[1]]
    return opening + with_curly_quotes(found[2]) + closing

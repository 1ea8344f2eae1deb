"""Separate the words of a text, printed or typed."""

from __future__ import annotations

from functools import lru_cache

from loccit._startup.regex import regex
from loccit.lint.quoted.letters import letters_of

#: A letter or digit, or an accent of its own, as PDFs made by TeX have it.
_LETTER = r"[\w\u0300-\u036f¨´ˆ˜¸]"
#: A word goes on after an apostrophe, a soft hyphen, and a hyphen at the end of a line.
#: Other hyphens separate words: authors and typesetters put them differently.
_JOINT = r"['’](?=\w)|\xad(?=\w)|[\xad‐-]\n(?=[^\W\d_A-Z])"
WORD = rf"\w(?:{_LETTER}|{_JOINT})*"
#: The number of a note after punctuation, "so).5"; decimals have a digit before.
NOTE_NUMBER = r"(?<=[^\s\d][.,;:!?)\]”’\"»])\d{1,3}(?![\w.,]*\d)"

#: The number of a note directly after a word, and at the beginning of a note.
_NUMBERS = regex(r"(?<=[^\W\d_]{2})\d{1,3}\Z|\A\d{1,3}(?=[A-ZÀ-Þ])")


@lru_cache(maxsize=1 << 16)
def word_letters(word: str) -> str:
    """Return the letters of a word, without the number of a note.

    >>> word_letters("Selbst18"), word_letters("50The"), word_letters("19th"), word_letters("1990s")
    ('selbst', 'the', '19th', '1990s')
    """
    return letters_of(_NUMBERS.sub("", word))

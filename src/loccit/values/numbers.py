"""Read the numbers of editions, however they are spelled."""

from __future__ import annotations

import re

from loccit._startup.regex import regex

_NUMERAL = regex(
    r"(\d+)(?:st|nd|rd|th|\.|\\textsuperscript\{\w+\})?(?:\s+(?:ed\.?|edition))?$",
    re.IGNORECASE,
)
#: "2. Aufl.", "3., überarbeitete Auflage", "2e éd.", "2a ed."
_IN_OTHER_WORDS = regex(
    r"(\d+)(?:\.,?|[ea]\.?|ème|ª|º|da)?"
    r" (?:[^\W\d_]+\.?,? (?:und |u\. )?){,3}(?:Aufl(?:age|\.)|éd(?:ition|\.)?|ed(?:ición|ição|izione|\.)"
    r"|druk|uppl(?:agan|\.)?)(?:,? [^\W\d_]+\.?)?",
    re.IGNORECASE,
)
_ORDINALS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
]
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
#: The full stop that ends a catalogue's record; no abbreviation of "edition" has it.
_LAST_STOP = regex(r"(?<=\w{5})\.$|(?<=\d)\.$")


def plain_edition(text: str) -> str:
    """Return the number of an edition, or the text if it has other words.

    >>> plain_edition("2nd ed."), plain_edition("Third edition"), plain_edition("Rev. ed.")
    ('2', '3', 'Rev. ed.')
    """
    if numeral := _NUMERAL.match(text) or _IN_OTHER_WORDS.fullmatch(text):
        return numeral[1]
    word = text.lower().removesuffix("edition").strip()
    if word in _ORDINALS:
        return str(_ORDINALS.index(word) + 1)
    return _LAST_STOP.sub("", text)


def with_ordinal_numeral(text: str) -> str:
    """Return a text whose first word, an English ordinal, is a numeral.

    >>> with_ordinal_numeral("Second revised edition"), with_ordinal_numeral("Secondary")
    ('2nd revised edition', 'Secondary')
    """
    word, space, rest = text.partition(" ")
    if word.lower() not in _ORDINALS:
        return text
    return f"{english_ordinal(_ORDINALS.index(word.lower()) + 1)}{space}{rest}"


def english_ordinal(number: int) -> str:
    """Return a number with its English ending.

    >>> english_ordinal(2), english_ordinal(12), english_ordinal(103)
    ('2nd', '12th', '103rd')
    """
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{_ENDINGS.get(number % 10, 'th')}"

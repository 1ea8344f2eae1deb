"""Numbers as people spell them: editions."""

from __future__ import annotations

import re

from loccit._startup.regex import regex

_ORDINAL = regex(
    r"(\d+)(?:st|nd|rd|th|\.|\\textsuperscript\{\w+\})?(?:\s+(?:ed\.?|edition))?$",
    re.IGNORECASE,
)
_ORDINALS = (
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
)
#: The full stop of a catalogue's record, which no abbreviation of "edition" needs.
_LAST_STOP = regex(r"(?<=\w{5})\.$|(?<=\d)\.$")


def plain_edition(text: str) -> str:
    """The number of an edition however it is spelled, of text without TeX."""
    if found := _ORDINAL.match(text):
        return found[1]
    first = text.lower().removesuffix("edition").strip()
    return (
        str(_ORDINALS.index(first) + 1)
        if first in _ORDINALS
        else _LAST_STOP.sub("", text)
    )

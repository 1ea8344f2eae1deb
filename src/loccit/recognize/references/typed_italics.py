"""Find italics that somebody typed with asterisks or low lines in a plain text."""

from __future__ import annotations

from loccit._startup.regex import regex
from loccit.essays.paragraph import Mark

_TYPED = regex(
    r"(?<![\w*_])(?P<sign>[*_])(?=\S)(?P<inside>[^*_]{2,300}?)(?<=\S)(?P=sign)(?!\w)"
)


def typed_italics(text: str) -> list[Mark]:
    """Return the marks for what is between asterisks or low lines.

    >>> [text[mark.start : mark.end] for text in ["Doe, _On it_."] for mark in typed_italics(text)]
    ['On it']
    """
    found = _TYPED.finditer(text)
    return [Mark("emphasis", *each.span("inside")) for each in found]

"""Read italics that somebody typed with asterisks or low lines in a plain text."""

from __future__ import annotations

from typing import NamedTuple

from loccit._startup.regex import regex
from loccit.essays.paragraph import Mark

_TYPED = regex(
    r"(?<![\w*_])(?P<sign>[*_])(?=\S)(?P<inside>[^*_]{2,300}?)(?<=\S)(?P=sign)(?!\w)"
)


class PlainText(NamedTuple):
    """A text without the signs of its markup, and what they set apart."""

    text: str
    marks: tuple[Mark, ...]


def without_typed_italics(text: str) -> PlainText:
    """Take the signs of italics out of a text.

    >>> without_typed_italics("Doe, _On it_.").text
    'Doe, On it.'
    """
    plain, done = "", 0
    marks: list[Mark] = []
    for found in _TYPED.finditer(text):
        plain += text[done : found.start()]
        marks.append(Mark("emphasis", len(plain), len(plain) + len(found["inside"])))
        plain += found["inside"]
        done = found.end()
    return PlainText(plain + text[done:], tuple(marks))

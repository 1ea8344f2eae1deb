"""The names of a cite, as they are read."""

from __future__ import annotations

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex

#: What refers to a note, and other symbols, arrows to emoji.
SYMBOL = r"[*†‡§¶¹²³⁰⁴-⁹™®©\u2190-\u2bff\ufe0f\U0001f300-\U0001faff]"
#: A word that is broken at its hyphen, at the end of a line.
_HYPHEN_AT_END = regex(r"(?<=[-‐‑])\n")
#: An acronym after the name of a group.
_ACRONYM = regex(r"\s*[(\[][A-Z][\w&.-]{0,11}[)\]]\Z")
#: The mark of a note or the like after a name: "Doe♥", "Doe†", "Doe¹".
_SYMBOLS = regex(rf"[ \t]*{SYMBOL}+\Z")


class NamesRead(NamedTuple):
    """The names before a year.

    Attributes:
        start: where they start.
        names: surnames, a group or a title, as typed, but in one line and without an
            acronym in brackets.
        et_al: whether more are left out.
        prefix: the words before them.
        is_title: whether it is a title between quotation marks.
        is_literal: whether it is a group or title, not a list of people.
        title: the first words of the work's title, beside names.
        personal: whether it is of a personal communication.
        dated: whether a day is before the year.
        secondary: whether the cite before it was read in this one.
        possessive: what follows the names: "'s".
    """

    start: int
    names: tuple[str, ...]
    et_al: bool = False
    prefix: str = ""
    is_title: bool = False
    is_literal: bool = False
    title: str = ""
    personal: bool = False
    dated: bool = False
    secondary: bool = False
    possessive: str = ""


def plain_name(typed: str) -> str:
    """Return a name in one line, without an acronym in brackets or symbols at its end.

    >>> plain_name("World Health\\nOrganization [WHO]"), plain_name("Doe-\\nRoe")
    ('World Health Organization', 'Doe-Roe')
    >>> plain_name("Doe†")
    'Doe'
    """
    name = " ".join(_HYPHEN_AT_END.sub("", typed).split())
    name = _SYMBOLS.sub("", name) or name
    return _ACRONYM.sub("", name) or name

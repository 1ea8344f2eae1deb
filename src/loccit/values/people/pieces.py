"""Take a list of people apart at its commas and conjunctions."""

from __future__ import annotations

import re

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.values.people.one_name import is_initials

_ET_AL = regex(
    r"[,;]?\s*(?:(?:\b(?:et|and)|&)\.?\s*al(?:ii)?\b\.?|\band (?:others|colleagues)\b"
    r"|\bet coll\.|\bu\.\s?a\.|\by otros\b|\be outros\b|\be altri\b)\s*$",
    re.IGNORECASE,
)
#: What stands for names that are left out: in the middle, as APA has it, or at the end.
_ELLIPSIS = regex(r"(?:^|(?<=[\s,;&]))(?:\. ?\. ?\.(?: ?\.)?|…)(?=[\s,;&]|$)")
_SEMICOLON = regex(r"\s*;\s*(?:(?:and|und|et|y)\s+|\\?&\s*)?")
#: "Flick, Uwe/Kardorff, Ernst von", as German lists have it.
_SLASH = regex(r",[^,/]+/[^,/]+,")
#: Braces, as BibTeX has them, hold a group together. "y", "e" and the like are also in
#: surnames, "Ortega y Gasset".
_SEPARATOR = regex(
    r"\{[^{}]*\}"
    r"|\s*,?\s*(?<=[\s,.])(?P<word>and|und|och|og|with)(?=\s)\s*"
    r"|\s*,?\s*(?P<ampersand>\\?&)\s*"
    r"|\s*,?\s*(?<=[\s,.])(?P<soft>y|e|et|en|i|ja|u\.)(?=\s)\s*"
    r"|\s*(?P<comma>,)\s*"
)
_WORD = regex(r"\{[^{}]*\}|\S+")
_LONGEST_NAME = 60


class Piece(NamedTuple):
    """What is between two separators.

    Attributes:
        text: as it is typed.
        follows: the kind of the separator before it, "" for the first piece.
    """

    text: str
    follows: str

    @property
    def word_count(self) -> int:
        """The number of words; braces hold words together."""
        return len(_WORD.findall(self.text))


class WithoutOthers(NamedTuple):
    """A list without "et al." and dots, and whether it had them."""

    text: str
    has_others: bool


def without_others(text: str) -> WithoutOthers:
    """Omit what says that there are more people.

    >>> without_others("Doe, J., Roe, R., et al.")
    WithoutOthers(text='Doe, J., Roe, R.', has_others=True)
    """
    bare = _ELLIPSIS.sub("", _ET_AL.sub("", text))
    return WithoutOthers(bare, bare != text)


def between_semicolons(text: str) -> list[str]:
    """Return the parts of a list that semicolons separate."""
    if ";" in text:
        return [part for part in _SEMICOLON.split(text) if part.strip()]
    if _SLASH.search(text):
        return text.split("/")
    return [text]


def pieces_of(text: str) -> list[Piece]:
    """Take a list without semicolons apart.

    >>> [piece.text for piece in pieces_of("Doe, Jo, and Al Roe")]
    ['Doe', 'Jo', 'Al Roe']
    >>> [piece.text for piece in pieces_of("Ortega y Gasset, José y Ana Roe")]
    ['Ortega y Gasset', 'José', 'Ana Roe']
    """
    pieces: list[Piece] = []
    start, follows = 0, ""
    for found in _SEPARATOR.finditer(text):
        before = Piece(text[start : found.start()].strip(" ,"), follows)
        if not found.lastgroup or (
            found["soft"] and not _separates(before, text, found)
        ):
            continue
        if before.text:
            pieces.append(before)
        start, follows = found.end(), found.lastgroup
    rest = text[start:].strip(" ,")
    return [*pieces, Piece(rest, follows)] if rest else pieces


def _separates(before: Piece, text: str, found: re.Match[str]) -> bool:
    """Return whether a word that is also in surnames separates two people here."""
    if before.follows == "comma" or is_initials(before.text):
        return True
    after, _, _ = text[found.end() : found.end() + _LONGEST_NAME].partition(",")
    return before.word_count > 1 and len(after.split()) > 1

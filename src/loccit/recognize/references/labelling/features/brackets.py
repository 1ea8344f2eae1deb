"""Brackets and quotation marks around a token, and before or after it."""

from __future__ import annotations

from loccit._startup.namedtuple import NamedTuple
from loccit.recognize.references.labelling.reference import Reference

_OPENING = "([{<"
_CLOSING = ")]}>"
#: What ends a quotation, by what begins it.
_QUOTATIONS = {
    "“": "”",
    '"': '"',
    "«": "»",
    "„": "“”",
    "‘": "’",
    "'": "'",
    "»": "«",
    "`": "'",
}
#: How many marks may begin one: each is followed to the end of the text.
_TRIES = 12
#: How far back the punctuation before a quotation may be.
_NEAR = 8
#: What a quotation may follow without a space.
_OPENS = ("(", "[", "“", "`")
#: Marks that begin and end alike.
_STRAIGHT = "\"'"


def add(reference: Reference, rows: list[list[str]]) -> None:
    """Add the brackets and quotations that each token is in."""
    quotation = _quotation(reference)
    bracket = ""
    for index, (row, token) in enumerate(zip(rows, reference.tokens, strict=True)):
        bracket = _bracket_after(bracket, token.before)
        quoted = _place(quotation, token.start)
        row.append(f"bracket={bracket}")
        row.append(f"quoted={quoted}")
        row.append(f"quoted={quoted}|{reference.facts[index].kind}")
        row.append(f"quoted={quoted}|{bracket}|{token.before[:2]}")


def _bracket_after(bracket: str, gap: str) -> str:
    """Return the bracket that is open after some punctuation."""
    for character in gap:
        if character in _OPENING:
            bracket = character
        elif character in _CLOSING:
            bracket = ""
    return bracket


class _Quotation(NamedTuple):
    """The first quotation of a reference, `text[start:end]`."""

    start: int
    end: int


def _quotation(reference: Reference) -> _Quotation | None:
    """Return the first quotation that a part of the reference is."""
    text = reference.text
    starts = [at for at, each in enumerate(text) if each in _QUOTATIONS]
    for start in starts[:_TRIES]:
        if _begins(text, start):
            end = _end(text, start + 1, _QUOTATIONS[text[start]])
            if end is not None:
                return _Quotation(start, end)
    return None


def _begins(text: str, at: int) -> bool:
    """Return whether a part may begin at a quotation mark.

    It does after punctuation or a year; a title has quotations in it after words.
    """
    if text[at + 1 : at + 2].strip() == "":
        return False
    before = text[max(0, at - _NEAR) : at]
    if before.endswith(_OPENS):
        return True
    words = before.rstrip()
    follows_space = words != before or not before
    return follows_space and not words[-1:].isalpha()


def _end(text: str, start: int, closing: str) -> int | None:
    """Return where a quotation ends that `closing` ends; others may be inside of it."""
    opening = text[start - 1]
    depth = 1
    for at in range(start, len(text)):
        if text[at] in closing and not text[at + 1 : at + 2].isalnum():
            depth -= 1
        elif text[at] == opening and opening not in _STRAIGHT:
            depth += 1
        if not depth:
            return at
    return None


def _place(quotation: _Quotation | None, position: int) -> str:
    """Return where a position is with regard to the quotation."""
    if quotation is None:
        return "never"
    if position < quotation.start:
        return "no"
    return "now" if position < quotation.end else "past"

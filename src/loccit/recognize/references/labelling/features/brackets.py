"""Brackets and quotation marks around a token, and before or after it."""

from __future__ import annotations

from typing import NamedTuple

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
    """Return the first quotation that begins before a word and ends after one.

    Quotations inside of it have other marks.
    """
    text = reference.text
    for start, character in enumerate(text):
        closing = _QUOTATIONS.get(character)
        if closing is None or not _begins(text, start):
            continue
        end = _end(text, start + 1, closing)
        if end is not None:
            return _Quotation(start, end)
    return None


def _begins(text: str, at: int) -> bool:
    """Return whether a quotation may begin at a mark: after a space, before a word."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return (not before or before in " \n([“`") and after.strip() != ""


def _end(text: str, start: int, closing: str) -> int | None:
    """Return where a quotation ends that `closing` ends."""
    for at in range(start, len(text)):
        if text[at] in closing and not text[at + 1 : at + 2].isalnum():
            return at
    return None


def _place(quotation: _Quotation | None, position: int) -> str:
    """Return where a position is with regard to the quotation."""
    if quotation is None:
        return "never"
    if position < quotation.start:
        return "no"
    return "now" if position < quotation.end else "past"

"""Volumes, issues, pages and dates in other forms."""

from __future__ import annotations

import random
from re import Match
from typing import NamedTuple

from loccit._startup.regex import regex
from training.references.pieces import Piece


class _Form(NamedTuple):
    """What is before the volume, between it and the issue, and after the issue."""

    before: str
    between: str
    after: str


_FORMS = (
    _Form("", "(", ")"),
    _Form("", "(", ")"),
    _Form("", " (", ")"),
    _Form("", " (", ")"),
    _Form("vol. ", ", no. ", ""),
    _Form("Vol. ", ", No. ", ""),
    _Form("Vol. ", " No. ", ""),
    _Form("Volume ", ", Issue ", ""),
    _Form("Vol ", ", Issue ", ""),
    _Form("", ", no. ", ""),
    _Form("", ".", ""),
    _Form("", ":", ""),
    _Form("Vol. ", " (", ")"),
    _Form("vol. ", ", issue ", ""),
    _Form("", "/", ""),
    _Form("", ", ", ""),
)
_MONTHS = ("February", "April", "June", "August", "Aug.", "Dec.", "Nov")
_BEFORE_PAGES = (
    ", ",
    ", ",
    ": ",
    ":",
    ", pp. ",
    ", pp.",
    ", p. ",
    ", p.",
    " pp",
    " p",
    " pp. ",
    ", pages ",
    ", Pages ",
    ", pg. ",
    ". ",
    " (pp. ",
    " ",
)
_DASHES = ("-", "-", "–", " - ", "—", "--", " – ")
_MONTH = regex(
    r"\b(?:January|February|March|April|June|July|August|September|October|November"
    r"|December)\b"
)
_DASH = regex(r"\s*[-–—]+\s*")
_END = regex(r"[\w)]?[”\"]?\s*$")


def volume_and_issue(pieces: list[Piece], choice: random.Random) -> list[Piece]:
    """Set volume and issue in another form."""
    form = choice.choice(_FORMS)
    labels = [piece.label for piece in pieces]
    if "volume" not in labels:
        return pieces
    at = labels.index("volume")
    if labels[at + 1 : at + 3] == ["other", "issue"]:
        head = _before_number(pieces[:at], form.before)
        inside = [pieces[at], Piece(form.between), pieces[at + 2]]
        rest = _after_bracket(pieces[at + 3 :])
        return [*head, *inside, Piece(form.after), *rest]
    return [*_before_number(pieces[:at], form.before), *pieces[at:]]


def _before_number(pieces: list[Piece], announcing: str) -> list[Piece]:
    """Return the pieces before a number, with another announcing word."""
    if not pieces or pieces[-1].label != "other":
        return [*pieces, Piece(" " + announcing)]
    gap = pieces[-1].text
    for word in ("Volume ", "volume ", "Vol. ", "vol. ", "Vol ", "vol ", "Bd. ", "t. "):
        gap = gap.replace(word, "")
    return [*pieces[:-1], Piece(gap.rstrip(" ") + " " + announcing)]


def _after_bracket(pieces: list[Piece]) -> list[Piece]:
    """Return pieces without the closing bracket that they begin with."""
    if not pieces or not pieces[0].text.startswith(")"):
        return pieces
    return [pieces[0]._replace(text=pieces[0].text[1:]), *pieces[1:]]


def pages(pieces: list[Piece], choice: random.Random) -> list[Piece]:
    """Introduce the pages differently."""
    labels = [piece.label for piece in pieces]
    if "pages" not in labels or labels.index("pages") < 2:
        return pieces
    at = labels.index("pages")
    gap = pieces[at - 1]
    if gap.label != "other" or labels[at - 2] not in ("volume", "issue", "date"):
        return pieces
    form = choice.choice(_BEFORE_PAGES)
    kept = ""
    for closing in (")", "]", "”"):
        if closing in gap.text:
            kept = closing
    bracketed = [Piece(")")] if "(" in form else []
    return [
        *pieces[: at - 1],
        Piece(kept + form),
        pieces[at],
        *bracketed,
        *pieces[at + 1 :],
    ]


def other_dash(pieces: list[Piece], choice: random.Random) -> list[Piece]:
    """Type ranges of pages with another dash."""
    dash = choice.choice(_DASHES)
    return [
        piece._replace(text=_DASH.sub(dash, piece.text))
        if piece.label == "pages"
        else piece
        for piece in pieces
    ]


def brackets_of_date(pieces: list[Piece], choice: random.Random) -> list[Piece]:
    """Set a bracketed date without brackets, and another one in brackets."""
    changed = list(pieces)
    for index in range(1, len(pieces) - 1):
        before, date, after = pieces[index - 1 : index + 2]
        if date.label != "date" or before.label != "other" or after.label != "other":
            continue
        if before.text.endswith("(") and after.text.startswith(")"):
            changed[index - 1] = before._replace(text=before.text[:-1])
            changed[index + 1] = after._replace(text=after.text[1:] or " ")
        elif index < 4 and after.text[:1] in ".,":
            changed[index - 1] = before._replace(text=before.text.rstrip() + " (")
            changed[index + 1] = after._replace(text=")" + after.text)
        break
    return changed


def month(pieces: list[Piece], choice: random.Random) -> list[Piece]:
    """Abbreviate months, or name two."""
    form = choice.choice((3, 3, 4, 0))
    point = choice.choice((".", "", "."))

    def other(found: Match[str]) -> str:
        if not form:
            return f"{found[0]}/{choice.choice(_MONTHS)}"
        return found[0][:form] + point

    return [
        piece._replace(text=_MONTH.sub(other, piece.text))
        if piece.label in ("date", "accessed")
        else piece
        for piece in pieces
    ]

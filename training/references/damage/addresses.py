"""DOIs and addresses in other forms, and what introduces them."""

from __future__ import annotations

import random
from datetime import date

from loccit._startup.regex import regex
from training.references.pieces import Piece

_DOI = regex(r"(?i)(?:https?://(?:dx\.)?doi\.org/|doi:?\s*)?(10\.\S+)")
_DOI_FORMS = (
    "https://doi.org/",
    "https://doi.org/",
    "http://dx.doi.org/",
    "https://dx.doi.org/",
    "doi.org/",
    "",
)
_BEFORE_DOI = (
    "doi:",
    "doi: ",
    "DOI: ",
    "DOI:",
    "doi ",
    "DOI ",
    "Doi: ",
    "https://doi:",
)
_INTRODUCING = (
    "Retrieved from ",
    "Retrieved from: ",
    "Retrieved from ",
    "Available at ",
    "Available at: ",
    "Available from: ",
    "Available online at ",
    "Accessed at ",
    "URL: ",
    "URL ",
    "<",
    "Online: ",
    "[Online]. Available: ",
    "Found at: ",
    "at ",
    "",
    "Link: ",
    "Verfügbar unter ",
    "Consulté sur ",
    "Recuperado de ",
    "Disponível em: ",
    "Disponible en ",
)
_MONTHS = [date(2000, month, 1).strftime("%B") for month in range(1, 13)]
_SHORT = 3


def doi_form(pieces: list[Piece], choice: random.Random) -> list[Piece]:
    """Type the DOI in another form."""
    changed: list[Piece] = []
    for piece in pieces:
        found = _DOI.search(piece.text) if piece.label == "doi" else None
        if found is None:
            changed.append(piece)
            continue
        begins = choice.choice(_DOI_FORMS)
        if not begins and changed:
            gap = changed.pop()
            announced = gap.text.rstrip(":doiDOI ") + " " + choice.choice(_BEFORE_DOI)
            changed.append(gap._replace(text=announced))
        changed.append(piece._replace(text=begins + found[1]))
    return changed


def introduced(pieces: list[Piece], choice: random.Random) -> list[Piece]:
    """Introduce the address differently."""
    changed: list[Piece] = []
    for piece in pieces:
        if piece.label == "url" and changed and changed[-1].label == "other":
            form = choice.choice(_INTRODUCING)
            changed[-1] = Piece(_end(changed[-1].text) + form)
            changed.append(piece)
            if form == "<":
                changed.append(Piece(">"))
        else:
            changed.append(piece)
    return changed


def _end(gap: str) -> str:
    """Return the punctuation at the beginning of a gap."""
    kept = ""
    for character in gap:
        if character.isalnum() or character in "<[":
            break
        kept += character
    return kept if kept.strip() else ". "


def accessed(pieces: list[Piece], choice: random.Random) -> list[Piece]:
    """Add when the page was read."""
    labels = [piece.label for piece in pieces]
    if "url" not in labels or "accessed" in labels:
        return pieces
    at = labels.index("url")
    day = Piece(_date(choice), "accessed")
    if choice.random() < 0.5 and at and labels[at - 1] == "other":
        word = choice.choice(("Retrieved ", "Accessed ", "Retrieved on ", "Viewed "))
        gap = _end(pieces[at - 1].text) + word
        from_ = choice.choice((", from ", " from ", ", at ", ": ", ", ", " "))
        return [*pieces[: at - 1], Piece(gap), day, Piece(from_), *pieces[at:]]
    before, after = choice.choice(
        (
            (" (accessed ", ")"),
            (" [Accessed ", "]"),
            (". Accessed ", "."),
            (" (accessed on ", ")"),
            (" (last accessed ", ")"),
            (", retrieved ", ""),
            (" (visited ", ")"),
            (" [Accessed: ", "]"),
            (" (abgerufen am ", ")"),
            (" (consulté le ", ")"),
            (" Last visited ", "."),
        )
    )
    return [
        *pieces[: at + 1],
        Piece(before),
        day,
        Piece(after),
        *pieces[at + 1 :],
    ]


def _date(choice: random.Random) -> str:
    year = choice.randint(1998, 2025)
    month = choice.randint(1, 12)
    day = choice.randint(1, 28)
    name = _MONTHS[month - 1]
    return choice.choice(
        (
            f"{name} {day}, {year}",
            f"{day} {name} {year}",
            f"{day} {name[:_SHORT]} {year}",
            f"{day} {name[:_SHORT]}. {year}",
            f"{name} {day} {year}",
            f"{day}/{month}/{year}",
            f"{year}-{month:02}-{day:02}",
            f"{day}.{month}.{year}",
            f"{name} {year}",
            f"{month}/{day}/{year % 100:02}",
        )
    )

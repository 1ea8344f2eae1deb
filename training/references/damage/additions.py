"""What databases and websites add when their reference is copied, and roles left out."""

from __future__ import annotations

import random

from loccit._startup.regex import regex
from training.references.pieces import Piece

_ROLE = regex(
    r"(?i)[\s,]*\(?\b(?:edited by|eds?\.?|editors?|hrsg\.?|\(eds?\.\))\b\.?\)?"
)
_SERVERS = (
    ("arXiv preprint", " arXiv:"),
    ("arXiv", ":"),
    ("arXiv", ": "),
    ("ArXiv", " "),
    ("ArXiv", " abs/"),
    ("CoRR", ", abs/"),
    ("arXiv", ", "),
)
_CATEGORIES = ("", "", "", " [cs.CL]", "v2 [cs.PL]", "v1", " [math.ST]", " [hep-th]")
_NOTES = (
    "[Open access]",
    "[Peer reviewed]",
    "Print",
    "Web",
    "[Abstract]",
    "PDF",
    "[Google Scholar]",
    "[CrossRef]",
    "(Accessed via JSTOR)",
    "Full text",
    "PDF file",
)


def pubmed(pieces: list[Piece], choice: random.Random) -> list[Piece]:
    """Add PubMed's numbers, as it does itself."""
    number = choice.randint(1_000_000, 41_000_000)
    text = f" PMID: {number}"
    if choice.random() < 0.5:
        text += f"; PMCID: PMC{choice.randint(100_000, 13_000_000)}"
    return [*pieces, Piece(text + ".")]


def issn(pieces: list[Piece], choice: random.Random) -> list[Piece]:
    """Add the journal's number before the DOI, as ScienceDirect does."""
    labels = [piece.label for piece in pieces]
    if "pages" not in labels:
        return pieces
    at = labels.index("pages") + 1
    number = f"{choice.randint(1000, 9999)}-{choice.randint(1000, 9999)}"
    return [*pieces[:at], Piece(f", ISSN {number}"), *pieces[at:]]


def note(pieces: list[Piece], choice: random.Random) -> list[Piece]:
    """Add a word about the form in which it was read."""
    return [*pieces, Piece(" " + choice.choice(_NOTES))]


def no_role(pieces: list[Piece], choice: random.Random) -> list[Piece]:
    """Leave out that the editors are editors."""
    changed = list(pieces)
    for index, piece in enumerate(pieces):
        near = pieces[max(0, index - 1) : index] + pieces[index + 1 : index + 2]
        beside = any(each.label == "editor" for each in near)
        if piece.label == "other" and beside:
            changed[index] = piece._replace(text=_ROLE.sub("", piece.text))
    return changed


def abbreviated_group(pieces: list[Piece], choice: random.Random) -> list[Piece]:
    """Add its abbreviation to a group."""
    changed: list[Piece] = []
    for piece in pieces:
        words = piece.text.replace(",", "").split()
        capitals = "".join([word[0] for word in words if word[:1].isupper()])
        is_group = len(words) > 2 and not any(mark in piece.text for mark in ",.&;")
        if piece.label == "author" and is_group and len(capitals) > 2:
            piece = piece._replace(text=f"{piece.text} ({capitals})")
        changed.append(piece)
    return changed


def preprint(pieces: list[Piece], choice: random.Random) -> list[Piece]:
    """Make of an article in a journal one on a preprint server."""
    labels = [piece.label for piece in pieces]
    if "container-title" not in labels or "editor" in labels or "publisher" in labels:
        return pieces
    at = labels.index("container-title")
    number = f"{choice.randint(7, 25):02}{choice.randint(1, 12):02}"
    number += f".{choice.randint(1, 99999):05}"
    server, introduced = choice.choice(_SERVERS)
    date = [each for each in pieces[at + 1 :] if each.label == "date"]
    rest = [Piece(", "), *date] if date else []
    return [
        *pieces[:at],
        Piece(server, "container-title"),
        Piece(introduced),
        Piece(number, "number"),
        Piece(choice.choice(_CATEGORIES)),
        *rest,
    ]

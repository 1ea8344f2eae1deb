"""Read the kind of work, its event, its archive, and what else is said about it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loccit._startup.regex import regex
from loccit.model.source import Value
from loccit.recognize.references.fields.edges import bare
from loccit.values.identifiers import ARXIV_NUMBER

_ARXIV = regex(
    rf"(arxiv)(?:\s*preprint)?[\s:]*(?:arxiv:)?\s*({ARXIV_NUMBER})", re.IGNORECASE
)
_PMID = regex(r"\bPMID:?\s*(\d{1,9})\b", re.IGNORECASE)
_PMCID = regex(r"\bPMC(?:ID)?:?\s*(?:PMC)?(\d{4,9})\b", re.IGNORECASE)


def genre(texts: Sequence[str]) -> dict[str, Value]:
    """Read the kind of work, and the university in "[Doctoral thesis, Oxford]"."""
    text = bare(texts[0])
    if text.lower().startswith("review of"):
        return {"genre": text}
    kind, _, publisher = text.partition(",")
    return {"genre": bare(kind), "publisher": bare(publisher)}


def event(texts: Sequence[str]) -> dict[str, Value]:
    """Read the name of a conference."""
    return {"event-title": bare(texts[0])}


def archive(texts: Sequence[str]) -> dict[str, Value]:
    """Read the archive or database that holds a work."""
    return {"archive": bare(texts[0])}


def note(texts: Sequence[str]) -> dict[str, Value]:
    """Read the numbers of PubMed and arXiv in notes."""
    variables: dict[str, Value] = {}
    for text in texts:
        if arxiv := _ARXIV.search(text):
            variables |= {
                "container-title": arxiv[1],
                "number": f"{arxiv[1]}:{arxiv[2]}",
            }
        if pmid := _PMID.search(text):
            variables["PMID"] = pmid[1]
        if pmcid := _PMCID.search(text):
            variables["PMCID"] = f"PMC{pmcid[1]}"
    return variables

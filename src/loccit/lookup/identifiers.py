"""What people paste to say which work they mean -> an identifier."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple
from urllib.parse import unquote

from loccit._startup.regex import regex

Kind = Literal["doi", "isbn", "arxiv", "pmid", "pmcid", "url"]

#: A DOI's prefix and what follows (DOI Handbook, 2.2); what ends a sentence or a
#: bracket is no part of it.
_DOI = regex(r"10\.\d{4,9}(?:\.\d+)*/[^\s\"<>]+")
_DOI_ENDS = regex(r"[.,;:!?'’”]+$")
#: What the sites of publishers put behind a DOI in an address.
_BEHIND_DOI = regex(
    r"(?:[?#].*|/(?:full|abstract|pdf|epdf|html|meta|summary|references)/?|\.pdf)$"
)
_ARXIV_ID = r"(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?/\d{7})(?:v\d+)?"
_ARXIV = regex(
    rf"(?:arxiv:\s*|.*\barxiv\.org/(?:abs|pdf|html)/|(?:.*\bdoi\.org/)?10\.48550/arxiv\.)({_ARXIV_ID})(?:\.pdf)?/?",
    re.IGNORECASE,
)
_NEW_ARXIV = regex(r"\d{4}\.\d{4,5}(?:v\d+)?")
_PMID = regex(
    r"(?:pmid:?\s*|.*\b(?:pubmed\.)?ncbi\.nlm\.nih\.gov/(?:pubmed/)?)(\d{1,9})/?",
    re.IGNORECASE,
)
_PMCID = regex(
    r"(?:pmcid:?\s*|.*\bncbi\.nlm\.nih\.gov/(?:pmc/)?articles/)?(pmc\d{1,9})/?",
    re.IGNORECASE,
)
_ISBN = regex(
    r"(?:isbn(?:-?1[03])?:?\s*)?(97[89][\d\s-]{10,14}|\d[\d\s-]{8,11}[\dX])",
    re.IGNORECASE,
)
_URL = regex(
    r"https?://[^\s/?#]+\.[^\s]*|https?://(?:localhost|[\d.]+)(?::\d+)?(?:/\S*)?",
    re.IGNORECASE,
)


class Identifier(NamedTuple):
    """A work's identifier in its plainest form: `Identifier("doi", "10.2307/1229039")`."""

    kind: Kind
    value: str

    def __str__(self) -> str:
        names = {
            "doi": "DOI ",
            "isbn": "ISBN ",
            "arxiv": "arXiv:",
            "pmid": "PMID ",
            "pmcid": "",
            "url": "",
        }
        return names[self.kind] + self.value


def identify(text: str) -> Identifier | None:
    """The identifier that `text` is, or None.  Addresses that hold another identifier
    are that one.

    >>> identify("https://doi.org/10.2307/1229039")
    Identifier(kind='doi', value='10.2307/1229039')
    >>> identify("978-1-59558-103-7"), identify("978-1-59558-103-8")
    (Identifier(kind='isbn', value='9781595581037'), None)
    """
    text = text.strip().strip("<>")
    if found := _ARXIV.fullmatch(text) or _NEW_ARXIV.fullmatch(text):
        return Identifier("arxiv", found[found.lastindex or 0])
    if found := _PMID.fullmatch(text):
        return Identifier("pmid", found[1])
    if found := _PMCID.fullmatch(text):
        return Identifier("pmcid", found[1].upper())
    if doi := _doi_in(text):
        return Identifier("doi", doi)
    if (found := _ISBN.fullmatch(text)) and (isbn := valid_isbn(found[1])):
        return Identifier("isbn", isbn)
    return Identifier("url", text) if _URL.fullmatch(text) else None


def _doi_in(text: str) -> str:
    """The DOI that `text` is or leads to, or `""`."""
    is_address = text.lower().startswith(("http://", "https://"))
    found = _DOI.search(unquote(text) if is_address else text)
    if not found or not (is_address or _DOI_LABEL.fullmatch(text[: found.start()])):
        return ""
    doi = found[0]
    if is_address:
        while (shorter := _BEHIND_DOI.sub("", doi)) != doi:
            doi = shorter
    doi = _DOI_ENDS.sub("", doi)
    return doi[:-1] if doi.endswith(")") and doi.count(")") > doi.count("(") else doi


_DOI_LABEL = regex(r"(?:doi[:\s]*|(?:dx\.)?doi\.org/)?", re.IGNORECASE)


def valid_isbn(text: str) -> str:
    """An ISBN as digits, or `""` where its check digit is wrong (ISO 2108).

    >>> valid_isbn("0-8070-2113-3"), valid_isbn("0-306-40615-2")
    ('', '0306406152')
    """
    digits = [
        10 if mark in "Xx" else int(mark)
        for mark in text
        if mark.isdigit() or mark in "Xx"
    ]
    if len(digits) == 10:
        right = (
            sum((10 - place) * digit for place, digit in enumerate(digits)) % 11 == 0
        )
    elif len(digits) == 13:
        right = (
            sum(digit * (3 if place % 2 else 1) for place, digit in enumerate(digits))
            % 10
            == 0
        )
    else:
        right = False
    return (
        "".join("X" if digit == 10 else str(digit) for digit in digits) if right else ""
    )

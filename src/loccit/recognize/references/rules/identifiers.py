"""Find addresses, DOIs and numbers of standards and archives, and when a page was read."""

from __future__ import annotations

import re

from loccit._startup.regex import regex
from loccit.recognize.references.rules.draft import Draft
from loccit.values.identifiers import ARXIV_NUMBER

_MONTH = r"[^\W\d_]{3,10}\.?"
_NUMBER = r"\d{1,2}(?:st|nd|rd|th|\.)?"
_DAY = (
    rf"(?:(?:{_MONTH}\s{_NUMBER}|{_NUMBER}\s(?:of )?{_MONTH}|{_MONTH}),?\s\d{{4}}"
    r"|\d{1,2}[./-]\s?\d{1,2}[./-]\s?\d{2,4}|\d{4}[/-]\d\d?[/-]\d\d?"
    rf"|\d{{4}},?\s{_MONTH}\s{_NUMBER}|\d{{4}})"
)
#: "doi:https://doi.org/10...", "DOI: 10.26508/lsa.. 202201701"; brackets may be in it.
_DOI = regex(
    r"(?:(?<![/.\w])(?:doi|digital object identifier)\s*[:=]?\s*(?:https?://\S{0,40}?)?"
    r"|https?://\S{0,40}?doi\.org\S{0,40}?/|(?<![/.\w])doi\.org/)"
    r"(?P<doi>10\.\d{4,9}(?:\.\d+)*/[^\s\0]+)",
    re.IGNORECASE,
)
#: A DOI without anything that says so.
_BARE_DOI = regex(r"(?<![\w/.])(?P<doi>10\.\d{4,9}(?:\.\d+)*/[^\s\0]+)")
#: An address, also without "https://", and one that a space divides after a slash.
_URL = regex(
    r"(?P<url>(?:https?://|ftp://|www[\w-]*\.)[^\s\0<>\"“”]+(?:(?<=[/=_-])\s(?=[\w%~?]+[/.=_?-]\S)[^\s\0<>\"“”]+)*"
    r"|(?<![\w@./-])(?:[a-z0-9-]+\.)+(?:com|org|net|edu|gov|io|co|uk|de|fr|book|info|int|eu|ca|au)/[^\s\0<>\"“”]+)",
    re.IGNORECASE,
)
_ISBN = regex(
    r"\bISBN(?:-1[03])?\s*:?\s*(?P<isbn>[\dX][\dX –-]{8,16}[\dX])", re.IGNORECASE
)
_ISSN = regex(r"\bISSN\s*:?\s*\d{4}[-–]?\d{3}[\dX]", re.IGNORECASE)
_ARXIV = regex(
    rf"(?P<note>\barXiv(?:\s*preprint)?(?:\s*arXiv)?\s*:?\s*{ARXIV_NUMBER}(?:\s*\[[\w.-]+\])?)",
    re.IGNORECASE,
)
_PUBMED = regex(r"(?P<note>\bPM(?:C?ID):?\s*(?:PMC)?\d{4,9})", re.IGNORECASE)
#: "Retrieved February 20, 2007, from", "[Accessed 5 April 2019]", "abgerufen am 3.5.2010".
_ACCESSED = regex(
    r"[(\[]?\b(?:last )?(?:retrieved|accessed|viewed|visited|consulté|abgerufen|zugriff|zuletzt besucht|consultado"
    r"|acesso em|access(?:ed)? date|cited)\b(?: online)?(?: on| am| le| el)?\s*:?[ ]*"
    rf"(?P<accessed>{_DAY})(?=[\s,.;)\]]|$)[\s,.;:]*(?:(?:at |from|de|von|unter|:)[\s:]*)*[)\]]?",
    re.IGNORECASE,
)
#: What announces an address without a date.
_ANNOUNCED = regex(
    r"[(\[]?\b(?:retrieved(?: online)?|available(?: online)?(?: at| from)?"
    r"|accessed(?: at| from)?|(?:online )?verfügbar unter|disponible (?:sur|en)|en ligne"
    r"|en línea|disponível em|url|online|from|at|in|link|access(?:ed)?)\s*:?\s*"
    r"(?:from|at|via)?\s*:?\s*[(\[<]?\s*(?=\0)",
    re.IGNORECASE,
)


def find_identifiers(draft: Draft) -> None:
    """Label the addresses and numbers of a reference."""
    for pattern in (_DOI, _URL, _BARE_DOI, _ISBN, _ISSN, _ARXIV, _PUBMED):
        for found in pattern.finditer(draft.free):
            draft.label_groups(found)
    for found in _ACCESSED.finditer(draft.free):
        draft.label_groups(found)
    for found in _ANNOUNCED.finditer(draft.free):
        draft.label("other", *found.span())

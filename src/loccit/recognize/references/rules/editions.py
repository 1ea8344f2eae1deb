"""Find the edition of a book."""

from __future__ import annotations

import re

from loccit._startup.regex import regex
from loccit.recognize.references.rules.draft import CERTAIN, Draft

_WORD = (
    r"(?:(?:rev(?:ised|\.)?|erw(?:eiterte|\.)?|überarb(?:eitete|\.)?|expanded|enlarged|abridged"
    r"|anniversary|international|aktual(?:isierte|\.)?|u\.|und|and|,)\s?)"
)
#: "2nd ed.", "(3rd edition)", "5., überarb. Aufl.", "Rev. ed.", "revised edition", "2e éd."
_EDITION = regex(
    rf"[(]?\b(?P<edition>(?:\d{{1,3}}(?:st|nd|rd|th|\.|[ea]|ème)?,?\s{_WORD}{{0,4}}"
    rf"|(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\s{_WORD}{{0,2}}|{_WORD}{{1,3}})"
    r"(?:edn?\b\.?|edition\b|aufl(?:age\b|\.)|éd(?:ition\b|\.)|edición\b|edição\b|edizione\b))"
    r"[.,]?[)]?",
    re.IGNORECASE,
)


def find_edition(draft: Draft) -> None:
    """Label the edition."""
    found = _EDITION.search(draft.free)
    if found:
        draft.label_groups(found, CERTAIN)

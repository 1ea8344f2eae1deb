"""Read volumes, issues, pages, editions and numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loccit._startup.regex import regex
from loccit.model.source import Value
from loccit.recognize.references.fields.edges import bare
from loccit.values.numbers import plain_edition
from loccit.values.page_ranges import read_pages

_VOLUME_WORD = r"(?:vol(?:ume|\.)?s?|bd\.?|band|jg\.?|jahrgang|tome|t\.|tomo|vol[uú]men|v\.|no\.?|nr\.?|n°)"
_ISSUE_WORD = r"(?:no(?:s?\.|\b)|nr\.?|n[°ºo]\.?|num(?:ber|éro|ero)?\.?|núm\.?|issues?|iss\.?|heft|h\.|#)"
_VOLUME_CUE = regex(rf"\s*{_VOLUME_WORD}(?![^\W\d_])\s*", re.IGNORECASE)
_ISSUE_CUE = regex(rf"\s*{_ISSUE_WORD}(?![^\W\d_])\s*", re.IGNORECASE)
#: "24(2)", "24, no. 2", "24.2", "24:2", "24/2", with or without what follows.
_VOLUME = regex(
    rf"(?P<volume>[\w-]+(?:[–-]\d+)?)\s*(?:\(\s*(?P<bracketed>[^()]{{1,30}})\)?|[\s,]*{_ISSUE_WORD}\s*(?P<issue>[\w/–-]+)"
    r"|[.:/](?P<dotted>\d+))?[\s:,]*(?P<pages>\w+(?:[–-]\w+)?)?.*",
    re.IGNORECASE,
)
_PAGES_CUE = regex(
    r".*?\b(?:(?:pages?|pp?|pgs?|seiten?|págs?|art(?:icle|\.)?(?: no\.| number)?|paper)"
    r"(?![^\W\d_])\.?:?\s*|s(?:\.\s*|\s+))(?=\w)",
    re.IGNORECASE,
)
#: "12f.", "16ff", and what else follows pages.
_AFTER_PAGES = regex(r"\s*(?:pp?\.?|pages?|seiten|s\.)\s*$", re.IGNORECASE)
#: Also "4:1-4:13", as ACM counts the pages of an article.
_PAGES = regex(
    r"\d+:\d+\s*[-‐-―−]+\s*\d+:\d+|[\w.]+(?:\s*[-‐-―−]+\s*[\w.]+)?(?:\s?ff?\.?)?(?:[,;+]\s*[\w.]+(?:\s*[-‐-―]+\s*[\w.]+)?)*"
)
_NUMBER_CUE = regex(
    r".*?\b(?:no|nr|number|num|publication no|report no)\b\.?:?\s*(?=\S)", re.IGNORECASE
)
_HAS_DIGIT = regex(r"\d|^[ivxlcdm]+(?:[-–][ivxlcdm]+)?$", re.IGNORECASE)


def volume(texts: Sequence[str]) -> dict[str, Value]:
    """Read the volume, and the issue in "24(2)" or "24, no. 2"."""
    text = _without(_VOLUME_CUE, bare(texts[0]))
    found = _VOLUME.fullmatch(text)
    if not found:
        return {"volume": text}
    issue_ = found["bracketed"] or found["issue"] or found["dotted"] or ""
    return {"volume": found["volume"], "issue": _issue(issue_)}


def issue(texts: Sequence[str]) -> dict[str, Value]:
    """Read the issue, and the pages in "24), 7507"."""
    text = bare(texts[0])
    number, bracket, rest = text.partition(")")
    if not bracket or "(" in number:
        return {"issue": _issue(text)}
    return {"issue": _issue(number), **pages([rest])}


def _issue(text: str) -> str:
    return _without(_ISSUE_CUE, bare(text)).replace("–", "-")


def pages(texts: Sequence[str]) -> dict[str, Value]:
    """Read pages, or the number of an article.

    >>> pages(["pp. 1241–1299."]), pages(["e13928"]), pages(["Article 12"])
    ({'page': '1241-1299'}, {'page': 'e13928'}, {'page': '12'})
    """
    text = _AFTER_PAGES.sub("", _without(_PAGES_CUE, bare(texts[0])))
    found = _PAGES.match(text)
    if not found or not _HAS_DIGIT.search(found[0]):
        return {}
    return {"page": read_pages(bare(found[0]))}


def edition(texts: Sequence[str]) -> dict[str, Value]:
    """Read the edition: a number, or words."""
    text = bare(texts[0])
    for typed in (text, f"{text}."):  # of "2. Aufl." the stop was taken off
        plain = plain_edition(typed)
        if plain.isdecimal():
            return {"edition": plain}
    return {"edition": text}


def number(texts: Sequence[str]) -> dict[str, Value]:
    """Read the number of a report, a patent or a standard."""
    return {"number": _without(_NUMBER_CUE, bare(texts[0]))}


def _without(cue: re.Pattern[str], text: str) -> str:
    found = cue.match(text)
    return text[found.end() :] if found and found.end() < len(text) else text

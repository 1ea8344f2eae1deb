"""Find the parts of laws and cases, and of articles cited as lawyers do."""

from __future__ import annotations

import re

from loccit._startup.regex import regex
from loccit.recognize.references.rules.draft import CERTAIN, Draft
from loccit.recognize.segments import Label
from loccit.values.date_words import is_word_of_date

_YEAR = r"(?:1[5-9]|20)\d\d"
#: "Donoghue v Stevenson", up to the report or the year.
_CASE = regex(
    r"\s*(?P<title>[A-Z][^\0\[\]\d]{1,100}?\sv\.?\s(?:the\s)?[A-Z][^\0\[\]\d]{1,120}?)"
    rf"(?=,?\s[\[(]?(?:\d|{_YEAR})|,?\s\(|[.,]?\s*$)"
)
#: "Equality Act 2010", "Americans with Disabilities Act of 1990".
_ACT = regex(
    r"\s*(?P<title>[A-Z][^\0\d,.:;“”\"]{2,100}\s(?:Act|Bill|Ordinance|Regulations|Order)"
    rf"(?:\s\([^()]{{2,20}}\))?(?:\sof)?\s{_YEAR})(?=[\s,.;:(]|$)"
)
#: "347 U.S. 483", "[1932] AC 562", "(1991) 43 Stanford Law Review 1241".
_REPORT = regex(
    rf"(?:(?<=[,)\]’”\"']\s)(?P<volume>\d{{1,3}})\s|\[(?P<date>{_YEAR})\]\s(?:(?P<later_volume>\d)\s)?)"
    r"(?P<report>(?:[A-Z][\w.&’']*\.?|of|the|and|on|for|de|des)"
    r"(?:\s(?:[A-Z][\w.&’']*\.?|of|the|and|on|for|de|des|&)){0,7})\s"
    r"(?P<pages>\d{1,4}(?:[-–]\d{1,4})?)(?=[\s,.;:(\0]|$)"
)
_LABELS: dict[str, Label] = {
    "volume": "volume",
    "later_volume": "volume",
    "date": "date",
    "report": "container-title",
    "pages": "pages",
}


def find_law(draft: Draft) -> None:
    """Label the title of a case or an act, and the volume and page of a report."""
    named = _CASE.match(draft.free) or _ACT.match(draft.free)
    reports = [*filter(_is_report, _REPORT.finditer(draft.free))]
    if named:
        draft.label("title", *named.span("title"), CERTAIN)
    if not reports:
        return
    report = reports[-1]
    for name in filter(report.__getitem__, report.re.groupindex):
        draft.label(_LABELS[name], *report.span(name), CERTAIN)


def _is_report(found: re.Match[str]) -> bool:
    """Return whether a match is no day: "24 January 2019"."""
    return not is_word_of_date(found["report"].rstrip("."))

"""Abbreviate courts as the Bluebook does, for APA 7 (section 11.4)."""

from __future__ import annotations

import re

from loccit._startup.regex import regex
from loccit.csl.locales.locale import Locale
from loccit.model import Source
from loccit.values.us_states import STATES

#: Reporters of the Supreme Court alone: they say which court it was.
_SUPREME_REPORTER = regex(r"U\. ?S\.|S\. ?Ct\.|L\. ?Ed\.(?: ?2d)?|US|SCt")
_SUPREME = regex(
    r"(?:the )?(?:(?:U\.? ?S\.?|United States) Supreme Court"
    r"|Supreme Court(?: of the (?:United States|U\.S\.))?)",
    re.IGNORECASE,
)
_CIRCUIT = regex(r"(?:.*\b)?(?P<name>\w+|D\.C\.|District of Columbia) Cir(?:cuit|\.)", re.IGNORECASE)  # fmt: skip
_CIRCUITS = {
    "first": "1st",
    "second": "2d",
    "third": "3d",
    "fourth": "4th",
    "fifth": "5th",
    "sixth": "6th",
    "seventh": "7th",
    "eighth": "8th",
    "ninth": "9th",
    "tenth": "10th",
    "eleventh": "11th",
    "2nd": "2d",
    "3rd": "3d",
    "federal": "Fed.",
    "district of columbia": "D.C.",
}
_DISTRICT = regex(
    r".*\bDistrict Court\b.*?"
    r"(?:(?P<part>Northern|Southern|Eastern|Western|Central|Middle) )?"
    r"District of (?P<state>[A-Z][\w ]+)"
)
_SHORT_DISTRICT = regex(r".*\bDistrict Court, (?P<short>[NSEWCM]?\.?D\. ?[A-Z][\w. ]+)")
_HIGHEST = regex(r"(?:Supreme Court of (?P<of>[A-Z][\w ]+)|(?P<name>[A-Z][\w ]+) Supreme Court)")  # fmt: skip


def court_abbreviated(source: Source, _locale: Locale) -> Source:
    """Abbreviate a court; leave out the one that its reporter names."""
    court = source.plain("authority")
    if source.type != "legal_case" or not court:
        return source
    reporter = source.plain("container-title")
    if _SUPREME.fullmatch(court) and _SUPREME_REPORTER.fullmatch(reporter):
        return source.with_variables({"authority": None})
    return source.with_variables({"authority": _abbreviated(court)})


def _abbreviated(court: str) -> str:
    """Return the Bluebook's abbreviation of a court, or its name if none is known.

    >>> _abbreviated("United States Court of Appeals for the Ninth Circuit")
    '9th Cir.'
    >>> _abbreviated("United States District Court for the Northern District of Ohio")
    'N.D. Ohio'
    """
    if _SUPREME.fullmatch(court):
        return "U.S."
    if found := _CIRCUIT.fullmatch(court):
        name = found["name"]
        return f"{_CIRCUITS.get(name.lower(), name)} Cir."
    if found := _DISTRICT.fullmatch(court):
        part = (found["part"] or "")[:1]
        district = f"{part}.D." if part else "D."
        return f"{district} {STATES.get(found['state'], found['state'])}"
    if found := _SHORT_DISTRICT.fullmatch(court):
        return found["short"]
    if found := _HIGHEST.fullmatch(court):
        state = found["of"] or found["name"]
        return STATES.get(state, court)
    return court

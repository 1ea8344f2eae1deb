"""Bills, resolutions and hearings of Congress.

Zotero has the chamber, the session and the number in fields of their own, its BibLaTeX
makes statutes of bills and its BibTeX documents; congress.gov puts all of them into the
title.
"""

from __future__ import annotations

import re

from loccit._startup.regex import regex
from loccit.model import Source, Value
from loccit.values.numbers import english_ordinal

#: "S.500 - 118th Congress (2023-2024): Port Safety Act", as congress.gov has it.
_TITLE_WITH_NUMBER = regex(
    r"(?:Text - )?(?P<number>(?:S|H)\.? ?[A-Za-z. ]*\d+)(?: ?[-–] |, )(?P<session>\d+(?:st|nd|rd|th|d)"
    r" Cong(?:ress|\.)(?: \(\d{4}\s?[-–]\s?\d{4}\))?): (?P<title>.+)"
)
#: The number of a paper of Congress: "H.R. 1100", "HR1100", "S. Res. 438", "SJRes 5".
_NUMBER = regex(
    r"(?P<chamber>S|H)\.? ?(?:R\.?(?![a-z]))? ?"
    r"(?P<kind>(?:(?:J|Con)\.? ?)?(?:Res\.?)?|Rep(?:t|ort)?\.?(?: No\.?)?) ?(?P<digits>\d[\d–-]*)",
    re.IGNORECASE,
)
_KINDS = {
    "": "",
    "res": "Res.",
    "jres": "J. Res.",
    "conres": "Con. Res.",
    "rep": "Rep. No.",
    "rept": "Rep. No.",
    "report": "Rep. No.",
}
_NO_LETTERS = regex(r"[. ]")
_CHAMBERS = {"s": "S.", "h": "H.R."}
#: Who the bill's body is, in words.
_BODY = regex(
    r"(?:the )?(?:(?:U\.? ?S\.?|United States) )?(?P<chamber>S)enate|"
    r"(?:the )?(?:(?:U\.? ?S\.?|United States) )?(?P<house>H)ouse(?: of Representatives)?",
    re.IGNORECASE,
)
_SESSION = regex(
    r"(?P<number>\d+)(?:st|nd|rd|th|d)?(?: Cong(?:ress|\.)?)?(?:,? .*| ?\(.*\))?",
    re.IGNORECASE,
)
#: Types that bills come out as; with another, the number must be clear.
_OTHER_TYPES = frozenset(["document", "legislation", "webpage"])
_CLEAR_NUMBER = regex(r"H\.? ?R\.?|[HS]\. ?(?:\d|[JC])|[HS]\.? ?(?:J|Con)?\.? ?Res")
_CONGRESS = regex(r"\d Cong|\d(?:st|nd|rd|th|d) Cong")
_COMMITTEE = regex(r"\b(?:sub)?committee\b", re.IGNORECASE)
_HEARING = regex(r"\bhearings? (?:before|on)\b", re.IGNORECASE)


def as_bill(source: Source) -> Source:
    """Read a bill with its number and its session as the Bluebook has them.

    >>> source = as_bill(Source("x", "document", {"title": "Port Act", "number": "HR1100"}))
    >>> source.type, source.text("number")
    ('bill', 'H.R. 1100')
    """
    if source.type not in _OTHER_TYPES and source.type != "bill":
        return source
    source = _without_number_in_title(_with_session_of_edition(source))
    number, body = source.text("number"), _BODY.fullmatch(source.text("authority"))
    if not _is_number(number, source.type, has_body=body is not None):
        return _with_session(source)
    changed: dict[str, Value | None] = {"number": _number(number, body)}
    if body is not None:
        changed["authority"] = None
    return _with_session(source.with_variables(changed, "bill"))


def _is_number(number: str, type_: str, *, has_body: bool) -> bool:
    """Return whether a number is that of a paper of Congress."""
    if type_ == "legislation" and number.isdecimal():
        return True  # a public law has the number of its Congress too
    if type_ in _OTHER_TYPES and not _CLEAR_NUMBER.match(number):
        return False
    return bool(_NUMBER.fullmatch(number)) or (has_body and number.isdecimal())


def _without_number_in_title(source: Source) -> Source:
    found = _TITLE_WITH_NUMBER.fullmatch(source.text("title"))
    if found is None:
        return source
    changed: dict[str, Value | None] = {"title": found["title"]}
    if source.type == "webpage":
        changed["container-title"] = None  # congress.gov
    changed["number"] = source.text("number") or found["number"]
    changed["chapter-number"] = source.text("chapter-number") or found["session"]
    return source.with_variables(changed)


def _number(number: str, body: re.Match[str] | None) -> str:
    """Return the number of a paper with its chamber.

    >>> _number("sjres 5", None), _number("H.R.1100", None)
    ('S.J. Res. 5', 'H.R. 1100')
    """
    found = _NUMBER.fullmatch(number)
    if found is not None:
        kind = _KINDS[_NO_LETTERS.sub("", found["kind"].lower()).removesuffix("no")]
        words = [_CHAMBERS[found["chamber"].lower()], kind, found["digits"]]
        return " ".join(filter(None, words)).replace(". J. ", ".J. ")
    if body is not None and number.isdecimal():
        chamber = body["chamber"] or body["house"]
        return f"{_CHAMBERS[chamber.lower()]} {number}"
    return number


def _with_session_of_edition(source: Source) -> Source:
    """Read the session where EndNote's RIS has it, as an edition."""
    edition = source.text("edition")
    if source.text("chapter-number") or not _CONGRESS.search(edition):
        return source
    return source.with_variables({"chapter-number": edition, "edition": None})


def _with_session(source: Source) -> Source:
    """Abbreviate "113th Congress (2013-2014)" to "113th Cong."."""
    found = _SESSION.fullmatch(source.text("chapter-number"))
    if source.type not in ("bill", "hearing") or found is None:
        return source
    session = f"{_ordinal(int(found['number']))} Cong."
    return source.with_variables({"chapter-number": session})


def _ordinal(number: int) -> str:
    """Return a number with the Bluebook's ending: "102d", "103d"."""
    ordinal = english_ordinal(number)
    if ordinal.endswith(("nd", "rd")):
        return f"{number}d"
    return ordinal


def as_hearing(source: Source) -> Source:
    """Read the committee of a hearing where RIS has it as a court."""
    if source.type != "hearing":
        return source
    source = _with_session_of_edition(source)
    committee = source.text("section")
    authority = source.text("authority")
    changed: dict[str, Value | None] = {}
    if not committee and _COMMITTEE.search(authority):
        changed = {"section": authority, "authority": None}
        committee = authority
    if not _NUMBER.fullmatch(source.text("number")):
        changed["number"] = None  # "S. Hrg. 113-2", which the Bluebook doesn't print
    if _HEARING.search(source.text("title")):
        changed["section"] = None
    elif committee:
        changed["section"] = committee.removeprefix("the ")
    return _with_session(source.with_variables(changed))

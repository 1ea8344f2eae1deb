"""What looks like a reference: names in front, a year, places where it is found.

Only forms count, and no words, so that it holds in every language.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from loccit._startup.regex import regex
from loccit.essays.paragraph import Mark

#: The likeness of what is surely a reference, and of what may be one.
CERTAIN = 3.0
LIKELY = 2.0
POSSIBLE = 1.0

_LONGEST = 700
_WORD = r"[^\W\d_][\w'’ʼ‐-]*\.?"
_PARTICLES = r"(?:(?:[^\W\d_]{1,4}|[dDlL]['’]|[^\W\d_]{2,4}-)[ ]){0,3}?"
_FAMILY = rf"{_PARTICLES}[^\W\d_][\w'’ʼ‐-]+(?:[ -][^\W\d_][\w'’ʼ‐-]+){{0,2}}"
_INITIAL = r"[^\W\d_]\.[ ]?(?:-?[^\W\d_]\.[ ]?){0,3}"
_YEAR = r"(?:1[4-9]|20)\d\d(?:[-–/]\d{2,4})?[a-z]?"

#: "Family, I."; "Family I,"; "I. Family,".
_INVERTED_INITIAL = regex(
    rf"({_FAMILY})(?:, (?:[JS]r\.?,? )?([^\W\d_])\.| ([^\W\d_])\.(?:[ -]?[^\W\d_]\.){{0,3}}(?=[,;&]| \())"
)
_INVERTED_BARE = regex(
    rf"({_FAMILY}),? ([^\W\d_]{{1,3}})(?=[.,;]| \(| (?:[^\W\d_]{{1,3}}|&) [^\W\d_])"
)
_INITIAL_FIRST = regex(
    rf"({_INITIAL})({_FAMILY})(?=[,:;&.(]| [(“\"]| (?:[^\W\d_]{{1,3}}|&) )"
)
#: "GJ Sussman & H Abelson", "C Babbage 1837".
_BARE_INITIAL_FIRST = regex(
    rf"([^\W\d_]{{1,3}}) ({_FAMILY}),? (?:\(?{_YEAR}\b|(?:(?:[^\W\d_]{{1,3}}|&) )?[A-Z]{{1,3}} [A-Z])"
)
#: "Family, Given".
_INVERTED_GIVEN = regex(
    rf"({_FAMILY}), ([^\W\d_][\w'’ʼ-]+)(?: [^\W\d_]\.?| [^\W\d_][\w'’-]+){{0,2}}(?=[.,;:&(]| \W| and\b| \d{{4}})"
)
#: "hooks, bell."
_SMALL_NAME = regex(r"[^\W\d_]+, [^\W\d_]+\. \W?[A-Z\W]")
#: "Given Family." before a title.
_GIVEN_FIRST = regex(
    r"([^\W\d_][\w'’-]+)(?: [^\W\d_]\.| [^\W\d_][\w'’-]+){0,2} ([^\W\d_][\w'’-]+)"
    r"(?:[.,:;] |,? (?:and|und|et|y|e|&) )(?=[^\W\d_]|[\"“„«‘_*])"
)
#: A year in front, as it follows the names: `(2010, May)`, `. 2010.`, `, 2010.`; what
#: comes after it is no verb.
_YEAR_IN_FRONT = regex(
    rf"[\w\s.,—_)]?[\s.,]*(?:[(\[](?:c(?:a|irca)?\. ?)?{_YEAR}[^()\[\]]{{0,30}}[)\]]"
    rf"|[(\[](?:n\.? ?d\.?|s\.? ?[af]\.?|o\. ?J\.)[)\]]|(?:\({_YEAR}\) )?{_YEAR}(?=[.,:;])|n\.d\.)"
    r"(?P<after>[.,:;]?\s*.?)"
)
#: A bare year between names and a title: "Babbage C 1837 Title".
_BARE_YEAR = regex(rf" {_YEAR}(?= [\"“„«‘'_*\[]?[A-Z])")
#: "npm (n.d.). Title": what begins with a small letter has a full stop after its year.
_SMALL_GROUP = regex(
    rf"[^\W\d_][\w.-]*(?: [\w.-]+)? \((?:{_YEAR}|n\. ?d\.)\)[.:,] \W?[A-Z]"
)
#: "docs.example.org. (n.d.). Title": a site, and a date in brackets.
_SITE_GROUP = regex(
    rf"[\w-]+(?:\.[\w-]+)*\.[a-z]{{2,}}\.?,? [(\[](?:{_YEAR}|n\. ?d\.)[^()\[\]]{{0,30}}[)\]][.:,]? "
)
#: The year after a title in front.
_TITLE_YEAR = regex(rf"\. [(\[](?:{_YEAR}|n\. ?d\.)[^()\[\]]{{0,30}}[)\]]\.")
_FIRST_YEAR = regex(
    rf"[\s(\[.,]*(?:[(\[])(?:\w+\.? ?)?{_YEAR}|[\w.,—_)] {_YEAR}[.,:;]|[(\[]n\.? ?d\b"
)
#: "(2009) Title"; "1964. Title".
_YEAR_FIRST = regex(rf"(?:[(\[]{_YEAR}[)\]]|{_YEAR}[.,:]) [\"“„«‘_*]?[A-Z]")
_ANY_YEAR = regex(rf"(?<![\d./-]){_YEAR}(?![\d/])|\bn\. ?d\.")
#: "(in press)." as APA has dates.
_DATE_IN_WORDS = regex(r"[.”\"] \([^\W\d_][^()\d]{1,30}\)\. ")
#: "Title. Edition. Place 2010."
_YEAR_AT_END = regex(rf"[^.]+\. .*[\s,]{_YEAR}\.?", re.DOTALL)
_ADDRESS = regex(
    r"https?://|\bwww\.|\bdoi: ?\d|\b10\.\d{4,9}/|\barXiv: ?[a-z-]*/?\d"
    r"|\bISBN[ :-]*\d|\bPMID: ?\d"
    r"|(?<![@\w.-])[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|edu|gov|info|io)(?:/|\b)",
)
_ADDRESS_FIRST = regex(r"[<(\[]*(?:https?://|www[.-]|[\w-]+(?:\.[\w-]+)+/\S)")
_QUOTATION = regex(r"[\"“„«‘「『《〈][^\"”»’」』》〉\n]{4,}")
#: `12(3)`, `12:34`, `34–56`, `p. 7`.
_PLACE_IN_SERIAL = regex(
    r"\b\d{1,4} ?\(\d{1,4}[^()]{0,8}\)|\b\d{1,4}: ?\w?\d+|\b\w?\d+[-–—]\w?\d+|\bp{1,2}\. ?\d|\[[A-Z]{1,2}(?:/OL)?\]"
)
_PUBLISHER = regex(r"[^\W\d_][\w.]+(?:, [^\W\d_][\w. ]+)?: [^\W\d_]\w+")
#: Citations of other works, as prose has them.
_CITING = regex(
    rf"\([^\W\d_][^()\d:]{{1,80}},? {_YEAR}[^()]{{0,20}}\)|[^\W\d_]\w+ \({_YEAR}\)"
)
_DITTO = regex(
    r"[-_—–─―]{2,}(?=[\s.,:;()\[]|\Z)|[—―–](?=[.,]? ?\(|[.,])|(?:…|\.\.\.)[….]*"
)
_MAIL = regex(r"[\w.+-]+@[\w-]+\.\w")
_LONG_WORD = regex(r"\b[^\W\d_]{4,}\b")
_QUOTE = regex(r"[\"“”„«»]")
_DIGIT = regex(r"\d")
_CLAUSE_END = regex(r"[.,:;?!(\"“”‘«„\[]")
_LONG_CLAUSE = 7
_MOST_NAMES = 60
_SHORT_NAMES = 40
_LONGEST_PARTICLE = 5


def likeness(text: str, marks: Sequence[Mark] = ()) -> float:
    """Return how much a text looks like a reference; see `CERTAIN`.

    >>> likeness("Doe, J. (2001). On it. Press.") >= CERTAIN
    True
    >>> likeness("Doe (2001) showed that it is so.") < POSSIBLE
    True
    """
    text = text[:_LONGEST]
    lead = start_likeness(text)
    score = lead + _details(text, marks)
    if lead < POSSIBLE:
        score -= _prose(text, marks)
    return score


def start_likeness(text: str) -> float:
    """Return how much a text begins like a reference: with names, and a year after."""
    if _DITTO.match(text):
        return CERTAIN
    if _SITE_GROUP.match(text):
        return LIKELY
    if _ADDRESS_FIRST.match(text) or _YEAR_FIRST.match(text):
        return POSSIBLE
    names = _names(text)
    return names + _early_year(text, has_names=names >= POSSIBLE)


def ditto_length(text: str) -> int:
    """Return the length of dashes or dots that stand for the authors above."""
    found = _DITTO.match(text)
    return found.end() if found else 0


def is_address(text: str) -> bool:
    """Return whether a text begins with a web address."""
    return bool(_ADDRESS_FIRST.match(text))


def _names(text: str) -> float:
    """Return how surely names come first."""
    found = _INVERTED_INITIAL.match(text)
    if found and _is_name(found[1]) and (found[2] or found[3]).isupper():
        return LIKELY
    if found and found[2]:  # "hooks, b."
        return POSSIBLE
    found = _INVERTED_BARE.match(text)
    if found and _is_name(found[1]) and found[2].isupper():
        return 1.5
    found = _INITIAL_FIRST.match(text)
    if found and _is_name(found[2]) and found[1][0].isupper():
        return 1.5
    found = _BARE_INITIAL_FIRST.match(text)
    if found and _is_name(found[2]) and found[1].isupper():
        return 1.25
    found = _INVERTED_GIVEN.match(text)
    if found and _is_name(found[1]) and not found[2][0].islower():
        return 1.25
    if _SMALL_NAME.match(text):
        return POSSIBLE
    found = _GIVEN_FIRST.match(text)
    if found and not (found[1][0].islower() or found[2][0].islower()):
        return 0.75
    return 0.0


def _is_name(family: str) -> bool:
    """Return whether a word that is no particle ends a name: one with a capital."""
    *particles, last = family.split()
    return not last[0].islower() and not any(map(_is_small_word, particles))


def _is_small_word(word: str) -> bool:
    return len(word) > _LONGEST_PARTICLE and word.islower()


def _early_year(text: str, *, has_names: bool) -> float:
    """Return how surely a year follows names, or a group that has a name's capitals."""
    first = _FIRST_YEAR.search(text)
    if has_names and _is_dated_barely(text, first.start() if first else len(text)):
        return 1.5
    if not first or first.start() == 0:
        return 0.0
    if _SMALL_GROUP.match(text):
        return POSSIBLE
    found = _YEAR_IN_FRONT.match(text, first.start())
    if not found or _goes_on(found["after"]):
        return 0.0
    lead = text[: first.start()]
    is_bracketed = "(" in first[0] or "[" in first[0]
    if _QUOTE.search(lead) or (_DIGIT.search(lead) and not is_bracketed):
        return 0.0
    if _is_names(lead) or (has_names and len(lead) < _SHORT_NAMES):
        return 1.5
    return POSSIBLE if _TITLE_YEAR.match(text, first.start()) else 0.0


def _is_dated_barely(text: str, end: int) -> bool:
    """Return whether a year without punctuation follows names, before `end`."""
    found = _BARE_YEAR.search(text, 0, end)
    return found is not None and _is_names(text[: found.start()])


def _goes_on(after: str) -> bool:
    """Return whether a sentence goes on after a year."""
    return after[:1].isspace() and after[-1:].islower()


def _is_names(lead: str) -> bool:
    """Return whether a text may be names: its long words have capitals."""
    words = _LONG_WORD.findall(lead)
    small = [word for word in words if word.islower()]
    if lead[:1].islower() or len(words) > _MOST_NAMES:
        return False
    return 3 * len(small) <= len(words)


def _details(text: str, marks: Sequence[Mark]) -> float:
    """Return how much else of a reference there is."""
    kinds = {mark.kind for mark in marks}
    found = [
        (0.75, _ANY_YEAR.search(text)),
        (0.75, _YEAR_AT_END.fullmatch(text)),
        (1.0, _DATE_IN_WORDS.search(text)),
        (1.25, _ADDRESS.search(text) or any(map(_leads_out, marks))),
        (0.5, "emphasis" in kinds or _QUOTATION.search(text)),
        (1.0, _PLACE_IN_SERIAL.search(text)),
        (0.5, _PUBLISHER.search(text)),
    ]
    return sum([weight for weight, evidence in found if evidence])


def _leads_out(mark: Mark) -> bool:
    """Return whether a mark is a link to another site, as far as it is known."""
    return mark.kind == "link" and bool(not mark.target or _ADDRESS.match(mark.target))


def _prose(text: str, marks: Sequence[Mark]) -> float:
    """Return how much a text without names in front looks like a sentence."""
    clause = _CLAUSE_END.split(text, maxsplit=1)[0]
    words = clause.split()
    small = [word for word in words if word[0].islower()]
    is_title = any(mark.start == 0 for mark in marks)
    score = 0.0
    if len(words) > _LONG_CLAUSE and 2 * len(small) > len(words) and not is_title:
        score += 1.5
    if _CITING.search(text):
        score += 1.5
    if _MAIL.search(text):
        score += 1.5
    if text[:1].islower() and not is_address(text):
        score += 1.0
    return score

"""Names of laws in the text, and what became of cases (Publication Manual, chapter 11).

References name constitutions, bills and the papers of Congress by the Bluebook's
abbreviations.  A sentence has them in words: "Amendment XIX to the U.S. Constitution".
"""

from __future__ import annotations

import re

from loccit._startup.dataclass import replace
from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.csl.locales.locale import Locale
from loccit.model import Source, Value
from loccit.values.dates import read_date
from loccit.values.us_states import STATES


class _Paper(NamedTuple):
    """What a paper with a number is called: in brackets in the text, in a sentence."""

    cited: str
    spoken: str


#: Who has a constitution or a charter.
_BODIES = {
    "U.S.": "U.S.",
    "U.N.": "United Nations",
    **{short: name for name, short in STATES.items()},
}
_CHARTERS = {"Const.": "Constitution", "Charter": "Charter"}
#: "U.S. Const. art. I, § 8, cl. 3"; some put a comma after the charter.
_CHARTER = regex(r"(?P<body>.+?) (?P<charter>Const\.|Charter),? (?P<parts>\S.*)")
#: A part of a constitution: "amend. XIX", "§ 3", "pmbl."
_PART = regex(r"(?P<label>[a-z]+?)s?\.(?: (?P<value>.+))?|(?P<sign>[§¶])+ ?(?P<of>.+)")
_PARTS = {
    "amend": "Amendment",
    "art": "Article",
    "cl": "Clause",
    "para": "paragraph",
    "pmbl": "Preamble",
    "pt": "Part",
    "sec": "Section",
    "§": "Section",
    "¶": "paragraph",
}
#: What was added to a constitution; the others are parts of it.
_ADDED = ("Amendment", "Preamble")
_SEVERAL = regex(r"[-–,&]|\band\b")
_CHAMBERS = {"S.": "Senate", "H.": "House of Representatives"}
#: "S. Res. 438", "H.R.J. Res. 5", "H.R. Rep. No. 114-358" (Bluebook, rule 13); a bill
#: has only a number.
_PAPER = regex(
    r"(?P<body>(?P<chamber>S\.|H\.)(?: ?R\.)?) ?"
    r"(?P<kind>(?:J\. |Con\. )?Res\.|(?:Conf\. )?Rep\. No\.|Doc\. No\.|) ?"
    r"(?P<number>\d[\w–-]*)"
)
_PAPERS = {
    "": _Paper("", "Bill"),
    "Res.": _Paper("Resolution", "Resolution"),
    "J. Res.": _Paper("Joint Resolution", "Joint Resolution"),
    "Con. Res.": _Paper("Concurrent Resolution", "Concurrent Resolution"),
    "Rep. No.": _Paper("Rep. No.", "Report No."),
    "Conf. Rep. No.": _Paper("Conf. Rep. No.", "Conference Report No."),
    "Doc. No.": _Paper("Doc. No.", "Document No."),
}
_RULES = frozenset(["legislation", "regulation"])
_WITH_NUMBERS = frozenset(["bill", "regulation"])
#: Kinds of papers whose number is printed with "No."
_NEEDS_NO = regex(r"(?:Rep|Doc)\.$|Order$|Proclamation$")
_PROPOSED = regex(r"proposed (?P<date>.+)", re.IGNORECASE)
_ORDER = regex(r"Exec\. Order No\. (?P<number>\d.*)")
#: What happened to a law, as its status: "repealed 1933".
_EVENT = regex(r"(?P<event>repealed|amended) (?P<year>\d{4})")
#: The year in the name of an act is left out where the text names it.
_YEAR_OF_ACT = regex(
    r"(.*\b(?:Act|Amendments?|Code|Law)(?: \([^()]+\))?),?(?: of)? \d{4}"
)
#: What a later court did (Bluebook, table T8), as far as the report of that court.
_HISTORY = regex(
    r"(?:^|(?<=\), ))(?:aff['’]d|rev['’]d|cert\. (?:denied|dismissed|granted)|(?:appeal|mot\.|reh['’]g) "
    r"(?:denied|dismissed|granted)|modified|overruled|remanded|superseded|vacated|withdrawn)"
    r"\b[^,\d<>]*",
    re.IGNORECASE,
)
#: Phrases in the names of cases that no title case changes (Bluebook, rule 10.2.1).
_PROCEDURAL = regex(r"\b(?:in re|ex parte|ex rel\.|et al\.)(?=\W|$)", re.IGNORECASE)
_ITALICS = regex(r"</?i>")
#: The year in the brackets at the end of a report.
_LAST_YEAR = regex(r"\b(\d{4})\)\.?$")


def named_in_text(source: Source, locale: Locale) -> Source:
    """Name a law in the text as section 11.3 and the examples want it."""
    if locale.language != "en" or "narrative-title" in source.variables:
        return source
    source = _with_name(source)
    title = source.plain("title")
    if found := _CHARTER.fullmatch(title):
        return _named_charter(source, found)
    if found := _PAPER.fullmatch(title):
        return _named_paper(source, found)
    if found := _ORDER.fullmatch(title):
        spoken = f"Executive Order No. {found['number']}"
        return _named(source, title, title, spoken)
    if source.type == "legislation" and (found := _YEAR_OF_ACT.fullmatch(title)):
        return _with(source, {"title-short": found[1]})
    return source


def _with_name(source: Source) -> Source:
    """Give a paper that has a kind and a number, but no title, its name as a title."""
    number, genre = source.text("number"), source.text("genre")
    if source.type not in _WITH_NUMBERS or source.text("title") or not number:
        return source
    if _NEEDS_NO.search(genre) and not number.startswith("No."):
        number = f"No. {number}"
    name = f"{genre} {number}".strip()
    return source.with_variables({"title": name, "genre": None, "number": None})


def _named_charter(source: Source, found: re.Match[str]) -> Source:
    """Name a constitution or a charter (section 11.9, examples 23 to 28)."""
    parts = [_PART.fullmatch(part) for part in found["parts"].split(", ")]
    words = [_part_in_words(part) for part in parts if part is not None]
    body = _BODIES.get(found["body"])
    if body is None or len(words) < len(parts) or not all(words):
        return source
    spoken = _of_charter(words, f"the {body} {_CHARTERS[found['charter']]}")
    cited = found[0]
    event = _EVENT.fullmatch(source.text("status"))
    if event is not None:
        cited = f"{cited}, {event[0]}"
        spoken = f"{spoken} was {event['event']} in {event['year']}"
    return _named(source, found[0], cited, spoken)


def _part_in_words(part: re.Match[str]) -> str:
    word = _PARTS.get(part["label"] or part["sign"], "")
    value = part["value"] or part["of"] or ""
    if word and _SEVERAL.search(value):
        word += "s"
    return f"{word} {value}".strip()


def _of_charter(parts: list[str], charter: str) -> str:
    """Join parts to their constitution: "Article I, Section 2, of ..."."""
    joined = ", ".join(parts)
    if len(parts) > 1:
        return f"{joined}, of {charter}"
    link = "to" if joined.startswith(_ADDED) else "of"
    return f"{joined} {link} {charter}"


def _named_paper(source: Source, found: re.Match[str]) -> Source:
    """Name a bill or another paper of Congress (section 11.6)."""
    paper = _PAPERS[found["kind"]]
    cited = " ".join(filter(None, [found["body"], paper.cited, found["number"]]))
    spoken = f"{_CHAMBERS[found['chamber']]} {paper.spoken} {found['number']}"
    return _named(source, found[0], cited, spoken)


def _named(source: Source, title: str, cited: str, spoken: str) -> Source:
    """The source with its names, whose letter case is settled."""
    names = {"title-short": _kept(cited), "narrative-title": spoken}
    changed = _with(source, names)
    return replace(changed, variables={**changed.variables, "title": _kept(title)})


def _kept(title: str) -> str:
    return f'<span class="nocase">{title}</span>'


def proposed_regulation(source: Source, _locale: Locale) -> Source:
    """Cite a regulation that was proposed by the year of its proposal.

    Section 11.7, example 20.  `apa.csl` asks for "proposed May 23, 2016" as its date.
    """
    issued, proposed = source.date("issued"), source.date("submitted")
    if issued is not None and (
        found := _PROPOSED.fullmatch(issued.literal or issued.raw)
    ):
        proposed, issued = read_date(found["date"]), None
    if source.type not in _RULES or proposed is None or issued is not None:
        return source
    dates = {"submitted": proposed, "issued": proposed}
    return source.with_variables(dates, "regulation")


def with_procedural_phrases(source: Source, _locale: Locale) -> Source:
    """Keep "In re" and "ex rel." in the names of cases as they are (section 11.4)."""
    title = source.text("title")
    if source.type != "legal_case" or "<" in title:
        return source
    kept = _PROCEDURAL.sub(lambda found: _kept(found[0]), title)
    return replace(source, variables={**source.variables, "title": kept})


def with_history_of_case(source: Source, _locale: Locale) -> Source:
    """Set what became of a case in italics, and cite it by both years.

    Section 11.4, example 5.
    """
    history = source.text("references").rstrip(".")
    if source.type != "legal_case" or not _HISTORY.match(_ITALICS.sub("", history)):
        return source
    variables: dict[str, Value] = {**source.variables}
    del variables["references"]
    if "<i>" not in history:
        history = _HISTORY.sub(_in_italics, history)
    variables["case-history"] = history
    year = _LAST_YEAR.search(history)
    later = read_date(year[1]) if year is not None else None
    if later is not None and "issued" in variables:
        variables.setdefault("original-date", variables["issued"])
        variables["issued"] = later
    return replace(source, variables=variables)


def _in_italics(found: re.Match[str]) -> str:
    words = found[0].rstrip()
    return f"<i>{words}</i>{found[0].removeprefix(words)}"


def _with(source: Source, added: dict[str, str]) -> Source:
    """The source with variables that it lacks."""
    return replace(source, variables={**added, **source.variables})

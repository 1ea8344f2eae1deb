"""Read laws, cases, bills and constitutions as the Bluebook cites them.

biblatex-apa has entry types for them (APA 7, chapter 11). Where a law is published is
one text (`location`, `citation`). What has no title gets the name by which lawyers know
it, and `narrativetitle`, its name within a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from loccit._startup.regex import regex
from loccit.values.us_states import STATES
from loccit.bibliography.formats.bibtex.names import read_annotations, split_at_and


class _Body(NamedTuple):
    """Who makes laws: abbreviated, and in a sentence."""

    short: str
    full: str


class _Paper(NamedTuple):
    """A paper known by its number: in the reference, in brackets, in a sentence."""

    abbreviation: str
    brief: str
    word: str


class _Charter(NamedTuple):
    abbreviation: str
    word: str


class _Part(NamedTuple):
    """A part of a constitution: its field, its abbreviation, and its name."""

    field: str
    abbreviation: str
    name: str


_BODIES = {
    "us": _Body("U.S.", "the U.S."),
    "unitednations": _Body("U.N.", "the United Nations"),
    "senate": _Body("S.", "Senate"),
    "house": _Body("H.R.", "House of Representatives"),
    "houseofrepresentatives": _Body("H.R.", "House of Representatives"),
    **{
        name.replace(" ", "").lower(): _Body(short, f"the {name}")
        for name, short in STATES.items()
    },
}
_NO_BODY = _Body("", "")
_PAPERS = {
    "bill": _Paper("", "Bill", "Bill"),
    "resolution": _Paper("Res.", "Resolution", "Resolution"),
    "report": _Paper("Rep. No.", "Report No.", "Report No."),
    "execorder": _Paper("Exec. Order No.", "Exec. Order No.", "Executive Order No."),
}
_CHARTERS = {
    "constitution": _Charter("Const.", "Constitution"),
    "charter": _Charter("Charter", "Charter"),
}
#: In the order of a reference.
_PARTS = [
    _Part("article", "art.", "article"),
    _Part("amendment", "amend.", "amendment"),
    _Part("section", "§", "section"),
    _Part("part", "para.", "paragraph"),
]
_HEARING = regex(
    r"(?:.*\bhearings? before\b|testimony of (?P<witness>.+))",
    re.IGNORECASE | re.DOTALL,
)
_APPEALS = {"appeal": "aff'd", "affirmed": "aff'd", "reversed": "rev'd"}


def read_law(kind: str, fields: dict[str, str]) -> None:
    """Move the parts of a legal entry to where the table of fields looks for them.

    Args:
        kind: the entry type.
        fields: the entry's fields, which are changed.
    """
    match kind:
        case "constitution":
            _read_constitution(fields)
        case "jurisdiction":
            _read_case(fields)
        case "legislation" | "legmaterial" | "legadminmaterial":
            _read_paper(fields)


def _read_constitution(fields: dict[str, str]) -> None:
    """Name a constitution (section 11.9).

    `U.S. Const. amend. XIX`; in a sentence, "Amendment XIX to the U.S. Constitution".
    """
    body = _BODIES.get(fields.pop("source", "").lower())
    charter = _CHARTERS.get(fields.pop("type", "").lower())
    if body is None or charter is None or "title" in fields:
        return
    given = [part for part in _PARTS if part.field in fields]
    values = [fields.pop(part.field) for part in given]
    named = list(zip(given, values, strict=True))
    parts = ", ".join(f"{part.abbreviation} {value}" for part, value in named)
    fields["title"] = _in_braces(body.short, charter.abbreviation, parts)
    words = ", ".join(f"{part.name} {value}" for part, value in named)
    fields["narrativetitle"] = _in_sentence(words, len(given), body, charter)
    for event in ("repealed", "amended"):
        if event in fields.get("keywords", ""):
            year = fields.pop("eventdate", "")[:4]
            fields.setdefault("pubstate", f"{event} {year}".strip())


def _in_sentence(words: str, count: int, body: _Body, charter: _Charter) -> str:
    """Join the parts of a constitution to its name: "Article I, section 2, of ..."."""
    link = "of"
    if count == 1 and "amendment" in words:
        link = "to"
    comma = "," if count > 1 else ""
    return f"{words[:1].upper()}{words[1:]}{comma} {link} {body.full} {charter.word}"


def _read_paper(fields: dict[str, str]) -> None:
    _name_paper(fields)
    if not _read_hearing(fields):
        _read_publication(fields)


def _name_paper(fields: dict[str, str]) -> None:
    """Name a numbered paper: `S. Res. 438` (sections 11.6 and 11.7)."""
    paper = _PAPERS.get(fields.get("type", "").lower())
    number = fields.get("number", "")
    if paper is None or not number or "title" in fields:
        return
    body = _BODIES.get(fields.pop("source", "").lower(), _NO_BODY)
    fields["title"] = _in_braces(body.short, paper.abbreviation, number)
    fields["shorttitle"] = _in_braces(body.short, paper.brief, number)
    fields["narrativetitle"] = _joined(body.full, paper.word, number)
    del fields["type"], fields["number"]


def _read_hearing(fields: dict[str, str]) -> bool:
    """Read a hearing before a committee; return whether the entry is one."""
    for name in ("title", "note"):
        found = _HEARING.match(fields.get(name, ""))
        if found:
            break
    else:
        return False
    fields["entrysubtype"] = "hearing"
    if found["witness"]:
        fields.setdefault("author", found["witness"])
    if "address" in fields:
        fields.setdefault("organization", fields.pop("address"))
    return True


def _read_publication(fields: dict[str, str]) -> None:
    """Read where a law is published: `Pub. L. No. 88-352, 78 Stat. 241`.

    An addition to the title ("of 1964") is left out in the text (section 11.5).
    """
    if "titleaddon" in fields and "title" in fields:
        fields.setdefault("shorttitle", fields["title"])
        fields["title"] = f"{fields['title']} {fields.pop('titleaddon')}"
    if "address" in fields:
        places = split_at_and(fields.pop("address"))
        fields.setdefault("journal", ", ".join(places))
    if "note" in fields:
        fields.setdefault("pubstate", fields["note"])
    if "proposed" in fields.get("keywords", "") and "date" in fields:
        fields["proposed"] = fields["date"]


def _read_case(fields: dict[str, str]) -> None:
    """Join the reports of a case: `5 F.2d 10 (D. Kan. 1981), aff'd, ...`.

    All but the last have their court and year in parentheses.
    """
    reports = list(split_at_and(fields.get("citation", "")))
    courts = _annotations(fields, "citation+an:citeorg", reports)
    if len(reports) < 2 and not courts:
        return
    years = _annotations(fields, "citation+an:citedate", reports)
    words = _annotations(fields, "citation+an:citeinfo", reports)
    last = len(reports) - 1
    cited = []
    for number, report in enumerate(reports):
        if number in words:
            report = _APPEALS.get(words[number], report)
        decided = _joined(courts.get(number, ""), years.get(number, ""))
        if decided and number < last:
            report = f"{report} ({decided})"
        cited.append(report)
    fields["citation"] = ", ".join(cited)
    if last in courts:
        fields.setdefault("organization", courts[last])


def _annotations(
    fields: Mapping[str, str], name: str, items: Sequence[str]
) -> dict[int, str]:
    """Return the first annotation of each item, by the item's index."""
    found = read_annotations(fields.get(name, ""), len(items))
    return {annotation.item: annotation.values[0] for annotation in found}


def _joined(*words: str) -> str:
    return " ".join(filter(None, words))


def _in_braces(*words: str) -> str:
    return "{" + _joined(*words) + "}"

"""Read laws, cases, bills and constitutions as the Bluebook cites them.

biblatex-apa has entry types for them (APA 7, chapter 11). Where a law is published is
one text (`location`, `citation`). What has no title gets the name by which lawyers know
it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from loccit._startup.regex import regex
from loccit.bibliography.formats.bibtex.names import read_annotations, split_at_and
from loccit.values.us_states import STATES


class _Part(NamedTuple):
    """A part of a constitution: its field, and its abbreviation."""

    field: str
    abbreviation: str


#: Who makes laws, by the keys of `source`.
_BODIES = {
    "us": "U.S.",
    "unitednations": "U.N.",
    "senate": "S.",
    "house": "H.R.",
    "houseofrepresentatives": "H.R.",
    **{name.replace(" ", "").lower(): short for name, short in STATES.items()},
}
#: Papers that are known by their numbers, by the keys or the words of `type`.
_PAPERS = {
    "bill": "",
    "resolution": "Res.",
    "jointresolution": "J. Res.",
    "concurrentresolution": "Con. Res.",
    "report": "Rep. No.",
    "conferencereport": "Conf. Rep. No.",
    "document": "Doc. No.",
    "execorder": "Exec. Order No.",
    "executiveorder": "Exec. Order No.",
    "proclamation": "Proclamation No.",
}
_CHARTERS = {"constitution": "Const.", "charter": "Charter"}
#: In the order of a reference.
_PARTS = [
    _Part("article", "art."),
    _Part("amendment", "amend."),
    _Part("section", "§"),
    _Part("part", "para."),
]
_HEARING = regex(
    r"(?:.*\bhearings? before\b|testimony of (?P<witness>.+))",
    re.IGNORECASE | re.DOTALL,
)


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
        case "legal":
            _join_addition(fields)


def _read_constitution(fields: dict[str, str]) -> None:
    """Name a constitution: `U.S. Const. art. I, § 2` (section 11.9)."""
    body = _BODIES.get(_key(fields.pop("source", "")))
    charter = _CHARTERS.get(_key(fields.pop("type", "")))
    if body is None or charter is None or "title" in fields:
        return
    parts = [
        f"{part.abbreviation} {fields.pop(part.field)}"
        for part in _PARTS
        if part.field in fields
    ]
    fields["title"] = _in_braces(body, charter, ", ".join(parts))
    for event in ("repealed", "amended"):
        if event in fields.get("keywords", ""):
            year = fields.pop("eventdate", "")[:4]
            fields.setdefault("pubstate", f"{event} {year}".strip())


def _read_paper(fields: dict[str, str]) -> None:
    _name_paper(fields)
    if not _read_hearing(fields):
        _read_publication(fields)


def _name_paper(fields: dict[str, str]) -> None:
    """Name a numbered paper: `S. Res. 438` (sections 11.6 and 11.7)."""
    paper = _PAPERS.get(_key(fields.get("type", "")))
    number = fields.get("number", "")
    if paper is None or not number or "title" in fields:
        return
    body = _BODIES.get(_key(fields.pop("source", "")), "")
    name = _joined(body, paper, number)
    fields["title"] = _in_braces(name.replace(". J. ", ".J. "))
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
    _join_addition(fields)
    if "address" in fields:
        places = split_at_and(fields.pop("address"))
        fields.setdefault("journal", ", ".join(places))
    if "note" in fields:
        fields.setdefault("pubstate", fields["note"])
    if "proposed" in fields.get("keywords", "") and "date" in fields:
        fields["proposed"] = fields["date"]


def _join_addition(fields: dict[str, str]) -> None:
    if "titleaddon" in fields and "title" in fields:
        fields.setdefault("shorttitle", fields["title"])
        fields["title"] = f"{fields['title']} {fields.pop('titleaddon')}"


def _read_case(fields: dict[str, str]) -> None:
    """Join the reports of a case: `5 F.2d 10 (D. Kan. 1981), aff'd, ...`.

    All but the last have their court and year in parentheses. Better BibTeX has the
    court as the institution.
    """
    if "institution" in fields:
        fields.setdefault("organization", fields.pop("institution"))
    if "reporter" in fields:
        fields.setdefault("journal", fields["reporter"])
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
            report = f"\\emph{{{report}}}"
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


def _key(tex: str) -> str:
    """Return a localization key of biblatex-apa, however it was typed."""
    return tex.replace(" ", "").strip("{}").lower()


def _joined(*words: str) -> str:
    return " ".join(filter(None, words))


def _in_braces(*words: str) -> str:
    return "{" + _joined(*words) + "}"

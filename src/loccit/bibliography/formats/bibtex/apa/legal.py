"""Read laws, cases, bills and constitutions as the Bluebook cites them.

biblatex-apa has entry types for them (APA 7, chapter 11). Where a law is published is
one text (`location`, `citation`). What has no title gets the name by which lawyers know
it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.bibliography.formats.bibtex.names import read_annotations, split_at_and
from loccit.values.us_states import STATES


class _Part(NamedTuple):
    """A part of a constitution: its field, and its abbreviation."""

    field: str
    abbreviation: str


class _Report(NamedTuple):
    """A report of a decision, or words for what a later court did."""

    text: str
    court: str
    year: str
    is_history: bool


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
_SESSION = regex(r"\d+(?:st|nd|rd|th|d) Cong\.")
#: "20 U.S.C. § 6301", "162 Cong. Rec. 2394"
_CODE = regex(
    r"(?P<volume>\d+) (?P<code>[A-Z][\w. ]*?) (?P<sign>§ ?)?(?P<number>\d[\w.]*)"
)
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
        is_session = _SESSION.fullmatch(fields["address"])
        place = "chapter" if is_session else "organization"
        fields.setdefault(place, fields.pop("address"))
    return True


def _read_publication(fields: dict[str, str]) -> None:
    """Read where a law is published: `Pub. L. No. 88-352, 78 Stat. 241`.

    An addition to the title ("of 1964") is left out in the text (section 11.5).
    """
    _join_addition(fields)
    if "address" in fields:
        _read_places(_items(fields.pop("address")), fields)
    if "note" in fields:
        fields.setdefault("pubstate", fields["note"])
    if "proposed" in fields.get("keywords", "") and "date" in fields:
        fields["proposed"] = fields["date"]


def _read_places(places: list[str], fields: dict[str, str]) -> None:
    """Read the session, and the record or code by volume and page or section."""
    if _SESSION.fullmatch(places[0]):
        fields.setdefault("chapter", places.pop(0))
    code = _CODE.fullmatch(places[0]) if len(places) == 1 else None
    if code is not None:
        fields |= {"volume": code["volume"], "journal": code["code"]}
        fields["section" if code["sign"] else "pages"] = code["number"]
    elif places:
        fields.setdefault("journal", ", ".join(places))


def _join_addition(fields: dict[str, str]) -> None:
    if "titleaddon" in fields and "title" in fields:
        fields.setdefault("shorttitle", fields["title"])
        fields["title"] = f"{fields['title']} {fields.pop('titleaddon')}"


def _read_case(fields: dict[str, str]) -> None:
    """Read the reports of a case, and what became of it: `aff'd, 7 F.2d 20`.

    Better BibTeX has the court as the institution.
    """
    if "institution" in fields:
        fields.setdefault("organization", fields.pop("institution"))
    if "reporter" in fields:
        fields.setdefault("journal", fields["reporter"])
    reports = [
        _Report(text, "", "", False) for text in _items(fields.get("citation", ""))
    ]
    if not reports:
        return
    reports = _annotated(reports, fields)
    history = 0
    while history < len(reports) and not reports[history].is_history:
        history += 1
    _read_reports(reports[:history], fields)
    if history < len(reports):
        _read_history(reports[history:], fields)


def _annotated(reports: Sequence[_Report], fields: Mapping[str, str]) -> list[_Report]:
    """Return the reports with their courts and years, and which tell the history."""
    texts = [report.text for report in reports]
    courts = _annotations(fields, "citation+an:citeorg", texts)
    years = _annotations(fields, "citation+an:citedate", texts)
    words = _annotations(fields, "citation+an:citeinfo", texts)
    return [
        _Report(text, courts.get(number, ""), years.get(number, ""), number in words)
        for number, text in enumerate(texts)
    ]


def _read_reports(reports: Sequence[_Report], fields: dict[str, str]) -> None:
    """Read parallel reports of one decision: its court and year are those of the last."""
    if not reports:
        return
    fields["citation"] = ", ".join([report.text for report in reports])
    if reports[-1].court:
        fields.setdefault("organization", reports[-1].court)


def _read_history(reports: Sequence[_Report], fields: dict[str, str]) -> None:
    """Join what later courts did; the year is that of the first decision from now on."""
    final = _year(fields, "date")
    parts = []
    for report in reports:
        if report.is_history:
            parts.append(f"\\emph{{{report.text}}}")
            continue
        year = report.year
        if report is reports[-1]:
            year = year or final
        decided = _joined(report.court, year)
        parts.append(f"{report.text} ({decided})" if decided else report.text)
    fields["references"] = ", ".join(parts)
    first = _year(fields, "origdate")
    if first:
        fields["date"] = fields.pop("origdate")


def _year(fields: Mapping[str, str], name: str) -> str:
    return fields.get(name, "").strip("{}")[:4]


def _annotations(
    fields: Mapping[str, str], name: str, items: Sequence[str]
) -> dict[int, str]:
    """Return the first annotation of each item, by the item's index."""
    found = read_annotations(fields.get(name, ""), len(items))
    return {annotation.item: annotation.values[0] for annotation in found}


def _items(tex: str) -> list[str]:
    """Return the items of a literal list."""
    return [item.strip() for item in split_at_and(tex) if item.strip()]


def _key(tex: str) -> str:
    """Return a localization key of biblatex-apa, however it was typed."""
    return tex.replace(" ", "").strip("{}").lower()


def _joined(*words: str) -> str:
    return " ".join(filter(None, words))


def _in_braces(*words: str) -> str:
    return "{" + _joined(*words) + "}"

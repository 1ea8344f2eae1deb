"""Laws, cases, bills and constitutions as biblatex-apa has them, in the words of the
Bluebook (APA 7, chapter 11).

Where a law stands is one text (`location`, `citation`); what has no title gets the name
by which lawyers know it, and `narrativetitle`, what it is called in a sentence.
"""

from __future__ import annotations

import re

from loccit._startup.regex import regex
from loccit.bibliography.formats.bibtex.apa.us_states import STATES
from loccit.bibliography.formats.bibtex.names import read_annotations, split_at_and
from loccit.values.dates import read_date

#: Whose law it is: abbreviated, and in a sentence.
_BODIES = {
    "us": ("U.S.", "the U.S."),
    "unitednations": ("U.N.", "the United Nations"),
    "senate": ("S.", "Senate"),
    "house": ("H.R.", "House of Representatives"),
    "houseofrepresentatives": ("H.R.", "House of Representatives"),
    **{
        name.replace(" ", "").lower(): (short, f"the {name}")
        for name, short in STATES.items()
    },
}
#: Papers known by their numbers: in the reference, in brackets, in a sentence.
_PAPERS = {
    "bill": ("", "Bill", "Bill"),
    "resolution": ("Res.", "Resolution", "Resolution"),
    "report": ("Rep. No.", "Report No.", "Report No."),
    "execorder": ("Exec. Order No.", "Exec. Order No.", "Executive Order No."),
}
_CHARTERS = {
    "constitution": ("Const.", "Constitution"),
    "charter": ("Charter", "Charter"),
}
#: The parts of a constitution, in the order of a reference: field, abbreviation, word.
_PARTS = (
    ("article", "art.", "article"),
    ("amendment", "amend.", "amendment"),
    ("section", "§", "section"),
    ("part", "para.", "paragraph"),
)
_HEARING = regex(
    r"(?:.*\bhearings? before\b|testimony of (?P<witness>.+))",
    re.IGNORECASE | re.DOTALL,
)
_APPEALS = {"appeal": "aff'd", "affirmed": "aff'd", "reversed": "rev'd"}


def read_law(kind: str, fields: dict[str, str]) -> None:
    """Puts the parts of a legal entry of type `kind` where the table of fields looks
    for them.
    """
    if kind == "constitution":
        _name_constitution(fields)
    elif kind == "jurisdiction":
        _read_citations(fields)
    elif kind in ("legislation", "legmaterial", "legadminmaterial"):
        _name_paper(fields)
        if _is_hearing(fields):
            return
        _find_place(fields)


def _name_constitution(fields: dict[str, str]) -> None:
    """`U.S. Const. amend. XIX`, and "Amendment XIX to the U.S. Constitution" (section
    11.9).
    """
    short, full = _BODIES.get(fields.pop("source", "").lower(), ("", ""))
    abbreviation, word = _CHARTERS.get(fields.pop("type", "").lower(), ("", ""))
    if not short or not abbreviation or "title" in fields:
        return
    given = [
        (label, name, fields.pop(field))
        for field, label, name in _PARTS
        if field in fields
    ]
    parts = ", ".join(f"{label} {value}" for label, _, value in given)
    fields["title"] = "{" + " ".join(filter(None, [short, abbreviation, parts])) + "}"
    in_words = ", ".join(f"{name} {value}" for _, name, value in given)
    comma, link = (
        (",", "of")
        if len(given) > 1
        else ("", "to" if "amendment" in in_words else "of")
    )
    fields["narrativetitle"] = (
        f"{in_words[:1].upper()}{in_words[1:]}{comma} {link} {full} {word}"
    )
    for event in ("repealed", "amended"):
        if event in fields.get("keywords", ""):
            date = read_date(fields.pop("eventdate", ""))
            year = date.start.year if date and date.start else ""
            fields.setdefault("pubstate", f"{event} {year}".strip())


def _name_paper(fields: dict[str, str]) -> None:
    """`S. Res. 438`, `Exec. Order No. 13,676` (sections 11.6 and 11.7)."""
    abbreviation, brief, word = _PAPERS.get(
        fields.get("type", "").lower(), ("", "", "")
    )
    number = fields.get("number", "")
    if not word or not number or "title" in fields:
        return
    short, full = _BODIES.get(fields.pop("source", "").lower(), ("", ""))
    fields["title"] = "{" + " ".join(filter(None, [short, abbreviation, number])) + "}"
    fields["shorttitle"] = "{" + " ".join(filter(None, [short, brief, number])) + "}"
    fields["narrativetitle"] = " ".join(filter(None, [full, word, number]))
    del fields["type"], fields["number"]


def _is_hearing(fields: dict[str, str]) -> bool:
    found = _HEARING.match(fields.get("title", "")) or _HEARING.match(
        fields.get("note", "")
    )
    if not found:
        return False
    fields["entrysubtype"] = "hearing"
    if found["witness"]:
        fields.setdefault("author", found["witness"])
    if "address" in fields:
        fields.setdefault("organization", fields.pop("address"))
    return True


def _find_place(fields: dict[str, str]) -> None:
    """`Pub. L. No. 88-352, 78 Stat. 241`; a title's addition ("of 1964") is left out in
    the text (section 11.5).
    """
    if "titleaddon" in fields and "title" in fields:
        fields.setdefault("shorttitle", fields["title"])
        fields["title"] = f"{fields['title']} {fields.pop('titleaddon')}"
    if "address" in fields:
        fields.setdefault("journal", ", ".join(split_at_and(fields.pop("address"))))
    if "note" in fields:
        fields.setdefault("pubstate", fields["note"])
    if "proposed" in fields.get("keywords", "") and "date" in fields:
        fields["proposed"] = fields["date"]


def _read_citations(fields: dict[str, str]) -> None:
    """Every report of a case, each but the last with its court and year: `5 F.2d 10 (D.
    Kan. 1981), aff'd, ...`.
    """
    reports = list(split_at_and(fields.get("citation", "")))
    courts, years, words = (
        {
            name: values[0]
            for name, values in read_annotations(
                fields.get(f"citation+an:cite{what}", ""), len(reports)
            )
        }
        for what in ("org", "date", "info")
    )
    if len(reports) < 2 and not courts:
        return
    last = len(reports) - 1
    shown: list[str] = []
    for number, report in enumerate(reports):
        decided = (
            " ".join(filter(None, [courts.get(number), years.get(number)]))
            if number < last
            else ""
        )
        text = _APPEALS.get(words[number], report) if number in words else report
        shown.append(f"{text} ({decided})" if decided else text)
    fields["citation"] = ", ".join(shown)
    if last in courts:
        fields.setdefault("organization", courts[last])

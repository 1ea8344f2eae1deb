"""Normalize an entry's fields for the table in fields.py.

Each field gets one name, and what is in two fields is joined. Values are still TeX.
exporter_habits.py undoes what programs write differently, and apa/biblatex_apa.py reads
what biblatex-apa has beyond BibLaTeX.
"""

from __future__ import annotations

from collections.abc import Mapping

from loccit._startup.regex import regex
from loccit.bibliography.formats.bibtex.apa.biblatex_apa import (
    read_conventions,
    separate_kind_from_number,
)
from loccit.bibliography.formats.bibtex.entry_types import (
    GENRES,
    PERIODICAL,
    genre_of,
)
from loccit.bibliography.formats.bibtex.eprints import read_eprint
from loccit.bibliography.formats.bibtex.exporter_habits import (
    undo_exporter_habits,
    with_characters,
)
from loccit.bibliography.formats.bibtex.join_titles import join_titles, joined
from loccit.bibliography.formats.bibtex.zotero_habits import undo_zotero_habits
from loccit.values.numbers import english_ordinal

#: Other names of fields (BibLaTeX manual, 2.2.5; those of ACM, Web of Science, Scopus
#: and Mendeley; common use).
ALIASES = {
    "accessed": "urldate",
    "annote": "annotation",
    "archiveprefix": "eprinttype",
    "article-number": "eid",
    "articleno": "eid",
    "art_number": "eid",
    "arxivid": "eprint",
    "hyphenation": "langid",
    "journal-iso": "shortjournal",
    "journaltitle": "journal",
    "key": "sortkey",
    "lastaccessed": "urldate",
    "lastchecked": "urldate",
    "location": "address",
    "numpages": "pagetotal",
    "primaryclass": "eprintclass",
}

#: Types of events, and of works that were presented at one.
_OF_AN_EVENT = frozenset(["conference", "inproceedings", "proceedings"])
_PAPERS_OF_AN_EVENT = frozenset(["conference", "inproceedings"])
#: Fields that proceedings have which come out as a book, not in a journal.
_OF_A_BOOK = frozenset(["editor", "publisher", "series"])
_EVENT = frozenset(["eventtitle", "eventdate"])

#: BibLaTeX's `langidopts = {variant=uk}`.
_VARIANT = regex(r"variant\s*=\s*(\w+)")
_VARIANTS = {"us": "american", "usmax": "american", "uk": "british"}
#: A report of a case: "347 U.S. 483"; the page may be yet unknown, "___".
_REPORTED = regex(r"(\d+) (\D.*) (\d+|[\\_]+)$")
#: How people say that a work is a personal communication.
_COMMUNICATION = regex(
    r"(?i)(?:personal|private)[ -](?:communication|correspondence|conversation|letter|e-?mail|interview)"
    r"(?: (?:to|with) .*)?|(?:e-?mail|letter|text message|(?:tele)?phone call)(?: message)? to (?:(?:the )?author|me)"
)
#: The fields in which they do.
_KINDS_IN_WORDS = ("entrysubtype", "howpublished", "type", "note", "titleaddon")


def normalized(kind: str, given: Mapping[str, str]) -> dict[str, str]:
    """Return the fields that the table knows.

    Args:
        kind: the entry type.
        given: lower-case names of fields, with their TeX.

    >>> normalized("book", {"title": "City of Quartz", "subtitle": "Excavating", "location": "London"})["title"]
    'City of Quartz: Excavating'
    """
    fields = _by_one_name(given)
    _separate_places(kind, given, fields)
    undo_exporter_habits(kind, fields)
    undo_zotero_habits(kind, fields)
    join_titles(kind, fields)
    read_conventions(kind, fields)
    _join_notes(fields)
    _find_language(fields)
    genre = GENRES.get(kind) or genre_of(kind, fields.get("entrysubtype", ""))
    if genre:
        fields.setdefault("type", genre)
    separate_kind_from_number(kind, fields)
    if "eid" in fields:
        fields.setdefault("pages", fields["eid"])
    _find_issue_of_proceedings(kind, fields)
    _join_issues(kind, fields)
    _name_numbered_series(kind, fields)
    _find_communication(kind, fields)
    if "eprint" in fields:
        read_eprint(kind, fields)
    _join_place_to_archive(kind, fields)
    _find_report(kind, fields)
    return fields


def _by_one_name(given: Mapping[str, str]) -> dict[str, str]:
    """Return the fields that have a value, by one name each; the first one counts."""
    fields: dict[str, str] = {}
    for name, tex in given.items():
        if not tex:
            continue
        if "&" in tex:
            tex = with_characters(tex)
        fields.setdefault(ALIASES.get(name, name), tex)
    return fields


def _separate_places(
    kind: str, given: Mapping[str, str], fields: dict[str, str]
) -> None:
    """Separate the publisher's place from the conference's, as ACM has them.

    Elsewhere `location` is BibLaTeX's name of `address`.
    """
    if kind in _OF_AN_EVENT and "address" in given and "location" in given:
        fields["address"] = given["address"]
        fields.setdefault("venue", given["location"])


def _join_notes(fields: dict[str, str]) -> None:
    addendum = fields.get("addendum")
    if addendum:
        fields["note"] = joined(fields.get("note", ""), addendum, ".")


def _find_language(fields: dict[str, str]) -> None:
    if "langid" not in fields:
        return
    fields["language"] = fields["langid"]
    variant = _VARIANT.search(fields.get("langidopts", ""))
    if variant is not None:
        fields["language"] = _VARIANTS.get(variant[1], variant[1])


def _find_issue_of_proceedings(kind: str, fields: dict[str, str]) -> None:
    """Read the number of proceedings that are published as a journal."""
    if kind not in _PAPERS_OF_AN_EVENT or "volume" not in fields:
        return
    if _OF_A_BOOK.isdisjoint(fields):
        fields.setdefault("issue", fields.pop("number", ""))


def _join_issues(kind: str, fields: dict[str, str]) -> None:
    """Join an issue's number to its name: `3(2, Spring)`."""
    number, issue = fields.get("number"), fields.get("issue")
    if kind in PERIODICAL and number and issue and number != issue:
        fields["number"] = f"{number}, {fields.pop('issue')}"


def _name_numbered_series(kind: str, fields: dict[str, str]) -> None:
    """Read the number of a journal's series as "2nd series" (BibLaTeX manual, 2.2.2)."""
    series = fields.get("series", "").strip("{}")
    if kind in PERIODICAL and series.isdecimal():
        fields["series"] = f"{english_ordinal(int(series))} series"


def _find_communication(kind: str, fields: dict[str, str]) -> None:
    """Find a personal communication (APA 7, section 8.9), for which BibTeX has no type."""
    if kind not in ("misc", "unpublished"):
        return
    for name in _KINDS_IN_WORDS:
        if name not in fields:
            continue
        if _COMMUNICATION.fullmatch(fields[name].strip("{} .")):
            del fields[name]
            fields["entrysubtype"] = "personal_communication"
            return


def _join_place_to_archive(kind: str, fields: dict[str, str]) -> None:
    """Put the place of an archive before its name; at an event it is the event's."""
    if kind != "unpublished" or "institution" not in fields:
        return
    if _EVENT.isdisjoint(fields):
        place = fields.pop("venue", "")
        names = filter(None, [place, fields["institution"]])
        fields["institution"] = ", ".join(names)


def _find_report(kind: str, fields: dict[str, str]) -> None:
    """Read where a case or a regulation is printed, or the number of a case's docket."""
    if "citation" not in fields:
        return
    report = _REPORTED.match(fields["citation"])
    if report is not None:
        volume, reporter, page = report.groups()
        place = "section" if reporter.endswith(" §") else "pages"
        fields |= {"volume": volume, "journal": reporter.removesuffix(" §")}
        fields[place] = page
    elif kind == "jurisdiction":
        fields.setdefault("number", fields["citation"])
    else:
        fields.setdefault("journal", fields["citation"])

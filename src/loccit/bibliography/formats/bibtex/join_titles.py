"""Join titles with their subtitles, additions and main titles."""

from __future__ import annotations

from loccit._startup.regex import regex
from loccit.bibliography.formats.bibtex.entry_types import BOOKLIKE, BOOKS, CHAPTERLIKE

_SUBTITLES = {
    "title": "subtitle",
    "booktitle": "booksubtitle",
    "maintitle": "mainsubtitle",
    "journal": "journalsubtitle",
    "issuetitle": "issuesubtitle",
}
#: Additions to titles. `titleaddon` and a film's `maintitleaddon` are not among them:
#: they are CSL's `genre` or `medium`.
_ADDITIONS = {
    "booktitle": "booktitleaddon",
    "journal": "journaltitleaddon",
    "issuetitle": "issuetitleaddon",
    "eventtitle": "eventtitleaddon",
}
#: A volume's number at the end of a main title.
_VOLUME = regex(r":?\s*Vol(?:\.|ume)[\s~]*(\w+)$")
#: After these, nothing is put between two texts.
_MARKS = tuple("?!.,:;")


def join_titles(kind: str, fields: dict[str, str]) -> None:
    """Join what is in several fields of TeX to the titles that the table knows.

    Args:
        kind: the entry type.
        fields: the entry's fields, which are changed.
    """
    if "title" in fields and "subtitle" in fields:
        fields.setdefault("shorttitle", fields["title"])
    for title, subtitle in _SUBTITLES.items():
        if title in fields and subtitle in fields:
            fields[title] = joined(fields[title], fields[subtitle], ":")
    for title, addition in _ADDITIONS.items():
        if title in fields and addition in fields:
            fields[title] = joined(fields[title], fields[addition], ".")
    if kind == "periodical":
        _read_issue(fields)
        return
    if kind in BOOKS:
        _drop_booktitle(fields)
    if fields.get("maintitle"):
        _read_main_title(kind, fields)


def joined(first: str, second: str, mark: str) -> str:
    """Join two texts with a mark, unless the first ends in one.

    >>> joined("Why?", "A History", ":"), joined("Doors", "A History", ":")
    ('Why? A History', 'Doors: A History')
    """
    if not first or not second:
        return first or second
    if first.rstrip("}").endswith(_MARKS):
        mark = ""
    return f"{first}{mark} {second}"


def _read_issue(fields: dict[str, str]) -> None:
    """Read an issue of a journal.

    Its title is the journal's, or its own where the journal is named too.
    """
    if "journal" in fields:
        fields.setdefault("titleaddon", fields.get("issuetitle", ""))
        return
    if "title" in fields:
        fields["journal"] = fields.pop("title")
    if "issuetitle" in fields:
        fields["title"] = fields["issuetitle"]


def _drop_booktitle(fields: dict[str, str]) -> None:
    """Drop a `booktitle` that is there only for the chapters that inherit it."""
    if "booktitle" not in fields:
        return
    if fields.get("title") in (None, fields["booktitle"]):
        fields["title"] = fields.pop("booktitle")


def _read_main_title(kind: str, fields: dict[str, str]) -> None:
    """Read the title of a work in several volumes, or of an album or series."""
    main = fields["maintitle"]
    addition = fields.get("maintitleaddon", "")
    if kind not in BOOKLIKE:  # a song on an album, an episode of a series
        fields.setdefault("booktitle", main)
        fields.setdefault("titleaddon", addition)
        return
    volume = _VOLUME.search(main)
    if volume is not None:
        main = main[: volume.start()]
        fields.setdefault("volume", volume[1])
    own = "booktitle" if kind in CHAPTERLIKE else "title"
    if own in fields:
        fields["volumetitle"] = fields[own]
    fields[own] = joined(main, addition, ".")

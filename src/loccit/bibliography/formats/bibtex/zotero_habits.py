"""Undo what Zotero's exports, BibTeX and BibLaTeX, write differently.

See BibTeX.js and BibLaTeX.js in zotero/translators: a site is in `titleaddon`, a
conference in `note`, a podcast is @audio with a number, and the field "Extra" is `note`.
"""

from __future__ import annotations

import re

from loccit._startup.regex import regex
from loccit.values.date_words import month_number

Fields = dict[str, str]

#: Fields that name the site of a page; Zotero's pages have none of them.
_SITES = frozenset(["entrysubtype", "eprint", "journal", "organization", "publisher"])
#: A kind of page in words, as people write it into `titleaddon`: "Blog post".
_KIND_OF_PAGE = regex(
    r"\{*(?:\w+ (?:[a-z]+ )*)?(?:post|page|profile|release|video|update|comment"
    r"|slides|photograph|article|report|attached)s?\}*"
    r"|\{*(?:Tweet|Post|Video|Comment|Photograph|Map|Report|Infographic|Slide)s?\}*"
)
_PRESENTED = regex(
    r"\b(?:presentation|slides?|talk|lecture|poster|keynote|speech|symposium|panel|workshop|paper)\b",
    re.IGNORECASE,
)
#: Fields that only articles of journals have.
_OF_JOURNALS = frozenset(
    ["volume", "number", "issue", "doi", "eid", "eprint", "pmid", "pmcid", "pubstate"]
)
#: Fields of what is in a serial, or in an archive.
_OF_SERIALS = frozenset(["volume", "pages", "doi", "eid", "eprint", "issn", "editor"])
_SUBTYPES_OF_NEWS = frozenset(
    ["article-journal", "newspaper", "magazine", "post-weblog"]
)
#: Pages of a newspaper: "A1, A4", "B12".
_NEWSPAPER_PAGE = regex(r"[A-Z]{1,2}[.-]?\d+(?: ?(?:,|;|-+) ?[A-Z]{0,2}[.-]?\d+)*")
#: A date with a month; higher numbers are seasons.
_WITH_MONTH = regex(r"\d{4}-(?:0\d|1[0-2])(?!\d)")
#: "Original Date: 1966", a line of the field "Extra".
_LABELLED = regex(r"\{?[A-Za-z][\w{} -]{1,40}: *\S")


def undo_zotero_habits(kind: str, fields: Fields) -> None:
    """Change the fields of an entry to what they would be without Zotero's habits.

    Args:
        kind: the entry type.
        fields: the entry's fields by one name each.

    >>> page = {"title": "Doors", "titleaddon": "Harbor Blog", "url": "https://example.org/"}
    >>> undo_zotero_habits("online", page)
    >>> page["journal"]
    'Harbor Blog'
    """
    if "note" in fields:
        _separate_lines(fields)
    match kind:
        case "online" | "misc":
            _read_titleaddon(kind, fields)
            if "journal" in fields and "number" in fields:
                _read_broadcast(fields)
        case "unpublished":
            _read_presentation(fields)
        case "audio":
            _read_podcast(fields)
        case "artwork" | "image" if "howpublished" in fields:
            fields.setdefault("medium", fields.pop("howpublished"))
        case "article" if _OF_JOURNALS.isdisjoint(fields):
            _read_news(fields)


def is_labelled(note: str) -> bool:
    """Return whether each line of a note is a value with its label."""
    lines = filter(None, map(str.strip, note.splitlines()))
    return all(map(_LABELLED.match, lines))


def _separate_lines(fields: Fields) -> None:
    """Keep the lines of the field "Extra" apart: TeX joins them."""
    note = fields["note"]
    if "\n" in note and is_labelled(note):
        fields["note"] = "\n\n".join(note.splitlines())


def _read_titleaddon(kind: str, fields: Fields) -> None:
    """Read the site of a page, or the show of a broadcast."""
    addon = fields.get("titleaddon", "")
    if not addon or "title" not in fields or _KIND_OF_PAGE.fullmatch(addon):
        return
    is_broadcast = not fields.keys().isdisjoint(["number", "publisher"])
    if kind == "online" and _SITES.isdisjoint(fields):
        fields["journal"] = fields.pop("titleaddon")
    elif kind == "misc" and is_broadcast and "type" not in fields:
        fields["booktitle"] = fields.pop("titleaddon")
        fields.setdefault("entrysubtype", "broadcast")


def _read_broadcast(fields: Fields) -> None:
    """Read a broadcast, the only kind of @misc with a "journal" and a number."""
    if _OF_SERIALS.isdisjoint(fields):
        fields.setdefault("entrysubtype", "broadcast")


def _read_presentation(fields: Fields) -> None:
    """Read the conference of a presentation, whose kind is in two fields."""
    words = fields.get("type", "")
    if words != fields.get("howpublished") or not _PRESENTED.search(words):
        return
    fields.setdefault("entrysubtype", "speech")
    if "note" in fields and not is_labelled(fields["note"]):
        fields.setdefault("eventtitle", fields.pop("note"))
    if "address" in fields:
        fields.setdefault("venue", fields.pop("address"))


def _read_podcast(fields: Fields) -> None:
    """Read an episode of a podcast: only these have a number."""
    if "number" in fields and "publisher" not in fields:
        fields.setdefault("entrysubtype", "podcastepisode")


def _read_news(fields: Fields) -> None:
    """Read an article with a month and no volume as a newspaper's or a magazine's.

    Zotero, like BibTeX, has one entry type for all articles.
    """
    if "journal" not in fields or not _has_month(fields):
        return
    if fields.get("entrysubtype", "") in _SUBTYPES_OF_NEWS:
        return
    if _NEWSPAPER_PAGE.fullmatch(fields.get("pages", "")):
        fields["entrysubtype"] = "newspaper"
    elif "pages" not in fields:
        fields["entrysubtype"] = "magazine"


def _has_month(fields: Fields) -> bool:
    first, _, _ = fields.get("month", "").strip("{}").partition("-")
    if month_number(first):
        return True
    return bool(_WITH_MONTH.match(fields.get("date", "")))

"""Dissertations in databases: their numbers, and the places after universities."""

from __future__ import annotations

import re

from loccit._startup.regex import regex
from loccit.model import Source, Value
from loccit.values.us_states import STATES

#: "Wilmington University (Delaware)", as ProQuest has it.
_PLACE = regex(r" \([^()]*\)$")
_PROQUEST = regex(r"proquest", re.I)
_PROQUEST_ADDRESS = regex(r"https?://(?:[\w.-]+\.)?proquest\.com/", re.I)
#: The number of a dissertation at ProQuest, with its old prefix: "AAI3312345".
_NUMBER = regex(r"(?:AA[ICT] ?)?\d{5,}")


def as_published_at_proquest(source: Source) -> Source:
    """Read the number that ProQuest gave a dissertation (APA 7, section 10.6).

    Zotero and RIS have it as the place in the archive.
    """
    if source.type != "thesis":
        return source
    source = _with_advisors(source)
    if not _is_at_proquest(source):
        return _without_state(source)
    number, location = source.text("number"), source.text("archive_location")
    values: dict[str, Value | None] = {
        "publisher": _PLACE.sub("", source.text("publisher")),
        "archive": source.text("archive") or "ProQuest",
    }
    if not number and _NUMBER.fullmatch(location):
        values["number"] = location
    values["archive_location"] = None
    if _PROQUEST_ADDRESS.match(source.text("URL")):
        values |= {"URL": None, "accessed": None}
    return source.with_variables(values)


def _with_advisors(source: Source) -> Source:
    """Read the editors of a thesis, who are its advisors in EndNote, as contributors."""
    advisors = source.names("editor")
    if not advisors:
        return source
    contributors = source.names("contributor")
    added = tuple(name for name in advisors if name not in contributors)
    return source.with_variables({"editor": None, "contributor": contributors + added})


def _without_state(source: Source) -> Source:
    """Omit a state after a university, which tells ProQuest's universities apart."""
    university, _, state = source.text("publisher").rstrip(")").partition(" (")
    if state not in STATES:
        return source
    return source.with_variables({"publisher": university})


def _is_at_proquest(source: Source) -> bool:
    if _PROQUEST.search(source.text("archive")):
        return True
    return bool(_PROQUEST_ADDRESS.match(source.text("URL")))

"""JabRef's marks in LibreOffice: `JABREF_bell2009 CID_1 a8f3k2`, several with commas.

Their text is already printed, and they have no data but the keys.  Since 2026 JabRef can
write Zotero's marks instead, which `zotero` reads.
"""

from __future__ import annotations

import re

from loccit._startup.regex import regex
from loccit.essays.live_citations.live_citation import (
    FieldCode,
    Kind,
    LiveCitation,
    LiveCite,
)
from loccit.essays.live_citations.records import record_of_name
from loccit.model.citation import CiteMode

#: One source: its key, which may contain any sign, and its number.
_SOURCE = regex(r"JABREF_(?P<key>\S+) CID_\d+")
#: JabRef before version 5.16: how it is cited, and keys with commas.
_OLD = regex(r"JR_cite\d*_(?P<mode>\d)_(?P<keys>.+)")
_LIST = regex(r"JR_bib|JABREF_bibliography", re.IGNORECASE)
#: As JabRef numbered them: in parentheses, in the sentence, not shown.
_MODES: dict[str, CiteMode] = {"1": "parenthetical", "2": "narrative"}


def what_is(code: FieldCode) -> Kind | None:
    if _LIST.match(code.text):
        return "list"
    is_citation = _SOURCE.match(code.text) or _OLD.match(code.text)
    return "citation" if is_citation else None


def read(code: FieldCode) -> LiveCitation:
    old = _OLD.match(code.text)
    if old is None:
        keys = [found["key"] for found in _SOURCE.finditer(code.text)]
        return LiveCitation("jabref", tuple(map(_cite, keys)))
    cites = tuple(
        _cite(key.strip(), _MODES.get(old["mode"], "parenthetical"))
        for key in old["keys"].split(",")
    )
    kept = "" if old["mode"] in _MODES else "JabRef hides it, which loccit can't do."
    return LiveCitation("jabref", cites, kept=kept)


def _cite(key: str, mode: CiteMode = "parenthetical") -> LiveCite:
    return LiveCite(record_of_name(key), mode)

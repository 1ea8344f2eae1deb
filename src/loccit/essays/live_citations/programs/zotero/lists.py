"""What somebody changed in Zotero's list of sources ("Add/Edit Bibliography")."""

from __future__ import annotations

from loccit.essays.live_citations.broken_code import BrokenCode
from loccit.essays.live_citations.json_code import json_of_code
from loccit.essays.live_citations.live_citation import FieldCode
from loccit.essays.live_citations.programs.zotero.write import OWN_URI

_CHANGES = {
    "uncited": "added sources that nothing cites",
    "omitted": "took out sources that are cited",
    "custom": "edited entries",
}


def edited_in(code: FieldCode) -> str:
    """Return what was changed in a list, in words; "" if nothing was.

    >>> edited_in(FieldCode('ADDIN ZOTERO_BIBL {"uncited":[["uri"]],"omitted":[]}'))
    'added sources that nothing cites'
    """
    try:
        lists = json_of_code(code.text).value
    except BrokenCode:  # many lists have no data
        return ""
    found = [what for name, what in _CHANGES.items() if _is_changed(lists.get(name))]
    return " and ".join(found)


def _is_changed(value: object) -> bool:
    """Return whether a list has something that loccit did not write."""
    if not isinstance(value, list):
        return bool(value)
    return not all(isinstance(each, list) and _is_own(each) for each in value)


def _is_own(uris: list[object]) -> bool:
    return all(isinstance(uri, str) and uri.startswith(OWN_URI) for uri in uris)

"""Zotero's preferences of a document: custom properties `ZOTERO_PREF_1`, `..._2` and so on,
which together are XML (version 3), or JSON (version 4).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, cast, get_args

from lxml import etree

from loccit._startup.namedtuple import NamedTuple
from loccit.essays.live_citations.broken_code import BrokenCode
from loccit.essays.live_citations.json_code import json_of_code
from loccit.essays.live_citations.properties import joined, split
from loccit.essays.live_citations.values import mapping_at, text_at
from loccit.essays.live_citations.xml_code import read_xml

_PROPERTY = "ZOTERO_PREF"
#: A version whose data Zotero reads without changing them; its next session replaces
#: that of loccit.
_VERSION, _SESSION = "7.0.0", "loccit"
FieldType = Literal["Field", "Bookmark", "ReferenceMark"]
NoteType = Literal["in-text", "footnotes", "endnotes"]
#: In the order of Zotero's numbers for them.
_NOTE_TYPES: tuple[NoteType, ...] = get_args(NoteType)


class Preferences(NamedTuple):
    """What Zotero knows of a document.

    Attributes:
        style: the address of the CSL style.
        locale: the language of the citations, as `en-US`; "" is the style's own.
        field_type: how citations are kept: `Field` or `Bookmark` in Word,
            `ReferenceMark` or `Bookmark` in LibreOffice.
        note_type: where citations are.
    """

    style: str
    locale: str = ""
    field_type: FieldType = "Field"
    note_type: NoteType = "in-text"


def read_preferences(properties: Mapping[str, str]) -> Preferences | None:
    """Read the preferences in a document's custom properties; None if it has none, or
    if they are damaged.
    """
    text = joined(properties, _PROPERTY).strip()
    try:
        if text.startswith("{"):
            return _of_json(json_of_code(text).value)
        return _of_xml(text) if text else None
    except BrokenCode:
        return None


def preference_properties(preferences: Preferences) -> dict[str, str]:
    """Return the custom properties that hold preferences."""
    data = etree.Element("data", {"data-version": "3", "zotero-version": _VERSION})
    etree.SubElement(data, "session", id=_SESSION)
    style = {"id": preferences.style, "locale": preferences.locale}
    style |= {"hasBibliography": "1", "bibliographyStyleHasBeenSet": "1"}
    etree.SubElement(
        data, "style", {name: value for name, value in style.items() if value}
    )
    note_type = _NOTE_TYPES.index(preferences.note_type)
    prefs = etree.SubElement(data, "prefs")
    for name, value in (("fieldType", preferences.field_type), ("noteType", note_type)):
        etree.SubElement(prefs, "pref", name=name, value=str(value))
    return split(etree.tostring(data, encoding="unicode"), _PROPERTY)


def _of_xml(text: str) -> Preferences:
    data = read_xml(text)
    style = data.find("style")
    prefs = {
        str(pref.get("name")): pref.get("value") or "" for pref in data.iter("pref")
    }
    if style is None:
        raise BrokenCode("Zotero's preferences have no style.")
    return _preferences(style.get("id", ""), style.get("locale", ""), prefs)


def _of_json(data: Mapping[str, object]) -> Preferences:
    style, prefs = mapping_at(data, "style"), mapping_at(data, "prefs")
    values = {name: text_at(prefs, name) for name in prefs}
    return _preferences(text_at(style, "styleID"), text_at(style, "locale"), values)


def _preferences(style: str, locale: str, prefs: Mapping[str, str]) -> Preferences:
    field_type = prefs.get("fieldType", "")
    if field_type not in get_args(FieldType):
        field_type = "Field"
    number = prefs.get("noteType", "")
    note_type = _NOTE_TYPES[int(number)] if number in ("0", "1", "2") else "in-text"
    return Preferences(style, locale, cast(FieldType, field_type), note_type)

"""Word's own citations: `CITATION Bel09 \\p 4 \\l 1033 \\m Roe10` (ECMA-376, Part 1,
17.16.5.10).

The sources are in the document, by their tags.  LibreOffice writes its own citations as
`CITATION  "1"` without sources.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from loccit._startup.regex import regex
from loccit.essays.live_citations.live_citation import (
    FieldCode,
    Kind,
    LiveCitation,
    LiveCite,
    Record,
)
from loccit.essays.live_citations.records import record_of_name
from loccit.model.citation import CiteMode

_CITATION = regex(r"\s*CITATION\s+(?=[^\s\\])", re.IGNORECASE)
_LIST = regex(r"\s*BIBLIOGRAPHY\b", re.IGNORECASE)
#: A switch, a text in quotes (where a backslash escapes), or a word.
_TOKEN = regex(
    r'\\(?P<switch>[a-zA-Z*])|["“”](?P<quoted>(?:[^"“”\\]|\\.)*)["“”]|(?P<word>[^\s"“”\\]+)'
)
_ESCAPED = regex(r"\\(.)")


class _Part(NamedTuple):
    """One source: its tag, and the values of its switches by their letters."""

    tag: str
    switches: dict[str, str]


def what_is(code: FieldCode) -> Kind | None:
    if _LIST.match(code.text):
        return "list"
    return "citation" if _CITATION.match(code.text) else None


def read(code: FieldCode) -> LiveCitation:
    beginning = _CITATION.match(code.text)
    parts = _parts(code.text[beginning.end() :]) if beginning else []
    cites = tuple(_cite(part, code.sources) for part in parts)
    kept = next(filter(None, map(_kept, parts)), "")
    return LiveCitation("word", cites, kept=kept)


def _parts(text: str) -> list[_Part]:
    parts: list[_Part] = []
    switch = ""
    for token in _TOKEN.finditer(text):
        if token["switch"]:
            switch = token["switch"].lower()
            if parts and switch != "m":
                parts[-1].switches.setdefault(switch, "")
            continue
        value = token["word"] or _ESCAPED.sub(r"\1", token["quoted"] or "")
        if not parts or switch == "m":
            parts.append(_Part(value, {}))
        elif switch:
            parts[-1].switches[switch] = value
        switch = ""
    return parts


def _cite(part: _Part, sources: Mapping[str, str]) -> LiveCite:
    switches = part.switches
    pages, volume = switches.get("p", ""), switches.get("v", "")
    return LiveCite(
        _record(part.tag, sources),
        _mode(switches),
        pages or volume,
        "page" if pages else "volume" if volume else "",
        switches.get("f", ""),
        switches.get("s", ""),
    )


def _record(tag: str, sources: Mapping[str, str]) -> Record:
    """Return the source with a tag; if the document has none, only its key is known."""
    if tag in sources:
        return Record(sources[tag], "word_xml")
    return record_of_name(tag)


def _mode(switches: Mapping[str, str]) -> CiteMode:
    if "n" in switches:
        return "suppress-author"
    return "author-only" if "y" in switches else "parenthetical"


def _kept(part: _Part) -> str:
    if part.switches.get("p") and part.switches.get("v"):
        return "It cites a volume and a page of it, which loccit can't print."
    if {"n", "y"} <= part.switches.keys():
        return "It shows neither author nor year, which loccit can't print."
    return ""

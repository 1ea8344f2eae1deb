"""Word's own citations: `CITATION Bel09 \\p 4 \\l 1033 \\m Roe10` (ECMA-376, Part 1,
17.16.5.10).

The sources are in the document, by their tags.  LibreOffice writes its own citations as
`CITATION  "1"` without sources.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.essays.live_citations.live_citation import (
    FieldCode,
    Kind,
    LiveCitation,
    LiveCite,
    Record,
)
from loccit.essays.live_citations.records import record_of_name
from loccit.model import Citation, Cite, CiteMode

_CITATION = regex(r"\s*CITATION\s+(?=[^\s\\])", re.IGNORECASE)
_LIST = regex(r"\s*BIBLIOGRAPHY\b", re.IGNORECASE)
#: A switch, a text in quotes (where a backslash escapes), or a word.  Quotes that are
#: never closed end with the code.
_TOKEN = regex(
    r'\\(?P<switch>[a-zA-Z*])|["“”](?P<quoted>(?:[^"“”\\]|\\.)*)(?:["“”]|\\?$)|(?P<word>[^\s"“”\\]+)',
    re.DOTALL,
)
#: What needs no quotes, and what is escaped inside them.  Word takes curly quotes for
#: straight ones.
_PLAIN_WORD = regex(r"[\w.:+–-]+")
_TO_ESCAPE = regex(r'[\\"“”]')
_ESCAPED = regex(r"\\(.)")
#: Switches for a place in the source, and what they count.
_PLACES = {"p": "page", "v": "volume"}
#: Switches that hide a part, and modes that no switch means.
_HIDDEN: Mapping[str, CiteMode] = {"n": "suppress-author", "y": "author-only"}
_IMPOSSIBLE = ("narrative", "locator-only")


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


def citation_code(citation: Citation, language: int = 1033) -> str | None:
    """Write the code of a citation; None if Word can't print it so: a narrative one, a
    page alone, "as cited in", and places that are neither pages nor volumes.

    Args:
        citation: the citation; its keys are the tags of the document's sources.
        language: Word's number for the language of the text; 1033 is American English.
    """
    if not all(map(_is_possible, citation.cites)) or citation.mode in _IMPOSSIBLE:
        return None
    first, *others = map(_switches, citation.cites)
    return " ".join(
        [f"CITATION {first} \\l {language}", *(f"\\m {each}" for each in others)]
    )


def _is_possible(cite: Cite) -> bool:
    label = cite.locator.label if cite.locator else "page"
    return not cite.secondary and label in _PLACES.values()


def _switches(cite: Cite) -> str:
    """Write the tag of a source, and the switches for it."""
    values = {"f": cite.prefix.plain, "s": cite.suffix.plain}
    for letter, label in _PLACES.items():
        if cite.locator and cite.locator.label == label:
            values[letter] = cite.locator.value
    written = [f"\\{letter} {_quoted(text)}" for letter, text in values.items() if text]
    hidden = [f"\\{letter}" for letter, mode in _HIDDEN.items() if mode == cite.mode]
    return " ".join([_quoted(cite.key), *written, *hidden])


def _quoted(text: str) -> str:
    """Write a value, in quotes if it is more than a word."""
    if _PLAIN_WORD.fullmatch(text):
        return text
    return '"' + _TO_ESCAPE.sub(r"\\\g<0>", text) + '"'


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
    label = next((_PLACES[letter] for letter in _PLACES if switches.get(letter)), "")
    return LiveCite(
        _record(part.tag, sources),
        _mode(switches),
        switches.get("p") or switches.get("v", ""),
        label,
        switches.get("f", ""),
        switches.get("s", ""),
    )


def _record(tag: str, sources: Mapping[str, str]) -> Record:
    """Return the source with a tag; if the document has none, only its key is known."""
    if tag in sources:
        return Record(sources[tag], "word_xml")
    return record_of_name(tag)


def _mode(switches: Mapping[str, str]) -> CiteMode:
    modes = (mode for letter, mode in _HIDDEN.items() if letter in switches)
    return next(modes, "parenthetical")


def _kept(part: _Part) -> str:
    if part.switches.get("p") and part.switches.get("v"):
        return "It cites a volume and a page of it, which loccit can't print."
    if {"n", "y"} <= part.switches.keys():
        return "It shows neither author nor year, which loccit can't print."
    return ""

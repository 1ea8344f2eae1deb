"""What others recognize in typed essays, in the form of the gold set's scorer: a naive
baseline of a few regular expressions, and plagx-preflight, the one program that installs
and links citations to a list.

plagx-preflight only marks what it finds, so its own functions are asked for spans.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

Document = dict[str, Any]

YEAR = r"(?:1[5-9]|20)\d\d"
NAME = r"[A-Z][\w'’-]+"
NAMES = rf"{NAME}(?:(?:,? (?:and|&) |, ){NAME})*(?:,? et\.? al\.?)?"
PARENTHETICAL = re.compile(rf"\(([^()]*?\b{YEAR}[a-z]?\b[^()]*)\)")
CITE = re.compile(
    rf"({NAMES}),? ({YEAR})([a-z]?)(?:,? *(?:pp?\.?|:) *(\d+(?:[-–]\d+)?))?"
)
NARRATIVE = re.compile(
    rf"({NAMES}) \(({YEAR})([a-z]?)(?:,? *(?:pp?\.?|:) *(\d+(?:[-–]\d+)?))?\)"
)
HEADING = re.compile(
    r"^[#*\s]*(?:references|works cited|bibliography|sources)[*:\s]*$", re.I | re.M
)
BULLET = re.compile(r"\s*(?:[-*•]|\[?\d+[.)\]])\s+")
ENTRY = re.compile(rf"\s*({NAME}).*?\b({YEAR})", re.DOTALL)


def by_regexes(document: Document) -> Document:
    """Recognize with a few regular expressions: a list under a heading, an entry a
    paragraph, and links by the first name and the year.
    """
    text = document["content"]
    heading = next(iter(HEADING.finditer(text)), None)
    entries = [*_paragraphs(text, heading.end())] if heading else []
    body = text[: heading.start()] if heading else text
    citations = [*_parenthetical(body), *_narrative(body)]
    for citation in citations:
        for cite in citation["cites"]:
            cite["entry"] = _entry_of(cite, entries)
    return {"id": document["id"], "citations": citations, "list": entries}


def _paragraphs(text: str, start: int) -> Iterator[Document]:
    for found in re.finditer(r"[^\n]+(?:\n[^\n]+)*", text[start:]):
        bullet = BULLET.match(found[0])
        first = start + found.start() + (bullet.end() if bullet else 0)
        end = start + found.end()
        yield {"start": first, "end": end, "text": text[first:end], "fields": {}}


def _parenthetical(text: str) -> Iterator[Document]:
    for found in PARENTHETICAL.finditer(text):
        cites = [_cite(*each.groups()) for each in CITE.finditer(found[1])]
        if cites:
            yield _citation(found, "parenthetical", cites)


def _narrative(text: str) -> Iterator[Document]:
    for found in NARRATIVE.finditer(text):
        yield _citation(found, "narrative", [_cite(*found.groups())])


def _citation(found: re.Match[str], mode: str, cites: Sequence[Document]) -> Document:
    return {
        "start": found.start(),
        "end": found.end(),
        "text": found[0],
        "mode": mode,
        "cites": list(cites),
    }


def _cite(names: str, year: str, suffix: str, page: str | None) -> Document:
    locator = {"label": "page", "value": page} if page else None
    first = names.split(" ")[0].strip(",")
    return {"names": [first], "year": year, "suffix": suffix, "locator": locator}


def _entry_of(cite: Document, entries: Sequence[Document]) -> int | None:
    for number, entry in enumerate(entries):
        found = ENTRY.match(entry["text"])
        if found and [found[1], found[2]] == [cite["names"][0], cite["year"]]:
            return number
    return None


def by_plagx(document: Document) -> Document:
    """Recognize with plagx-preflight."""
    from plagx_preflight import _citations, _text  # a peer, only for benchmarks

    text = document["content"]
    structure = _text.structure(text)
    entries = [
        {**entry, "fields": {}, "parsed": _citations.parse_entry(entry["text"])}
        for entry in structure["entries"]
    ]
    body = text[: structure["body_end"]]
    citations: dict[int, Document] = {}
    for found in _citations.find(body):
        linked = [
            number
            for number, entry in enumerate(entries)
            if _citations.matches(found, entry["parsed"])
        ]
        cite = {
            "names": [found["author"].split()[-1]],
            "year": found["year"],
            "entry": linked[0] if linked else None,
        }
        start, end = _with_brackets(body, found["start"], found["end"])
        known = citations.setdefault(
            start, {"start": start, "end": end, "mode": "parenthetical", "cites": []}
        )
        known["cites"].append(cite)
    return {"id": document["id"], "citations": [*citations.values()], "list": entries}


def _with_brackets(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen a cite in brackets to the brackets around it."""
    opening = text.rfind("(", 0, start)
    closing = text.find(")", end)
    if text[end - 1] == ")" or opening < 0 or closing < 0:
        return start, end
    if ")" in text[opening:start] or "(" in text[end:closing]:
        return start, end
    return opening, closing + 1

"""Citations, entries and sources in a short notation, for tests of the matching.

A cite is `Names and year`: `Doe; Roe 2001b`, `Doe et al. 2001`, `[3]`.  An entry or a
source is a line with fields between bars: `- Doe, J.; Roe, R. | 2001 | A title`; further
fields are `DOI=10.1/x`, and what is typed of an entry is the line itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from loccit.bibliography import Library, read_library
from loccit.model import Source, Span
from loccit.recognize.matching import LIKELY, SURE, match_citations
from loccit.recognize.typed_citation import TypedCitation, TypedCite
from loccit.recognize.typed_list import TypedEntry

#: A library without sources.
NO_LIBRARY = read_library([])
_CITE = re.compile(
    r"(.*?)( et al\.)?(?: (\d{3,4}(?:/\d{4})?|n\.d\.|in press)([a-z]?))?"
)


def cite(text: str) -> TypedCite:
    """Read a cite."""
    if text.startswith("["):
        return TypedCite(number=text.strip("[]"))
    found = _CITE.fullmatch(text)
    assert found
    names = tuple(name for name in found[1].split("; ") if name)
    return TypedCite(names, bool(found[2]), found[3] or "", found[4] or "")


def item(key: str, line: str) -> dict[str, object]:
    """Read the fields of an entry or a source as a CSL item."""
    names, year, title, *fields = [part.strip() for part in line.split("|")]
    found: dict[str, object] = {"id": key, "type": "book", "title": title}
    found["author"] = [person(name) for name in names.split(";") if name.strip()]
    if year:
        found["issued"] = year if not year.isdigit() else {"date-parts": [[int(year)]]}
    for field in fields:
        name, _, value = field.partition("=")
        found[name] = value
    return found


def person(name: str) -> dict[str, str]:
    """Read a name: `Doe, J.` is a person, any other a group."""
    family, comma, given = name.strip().partition(", ")
    return {"family": family, "given": given} if comma else {"literal": family}


def source(line: str) -> Source:
    """Read a source that has no key."""
    found = read_library([item("x", line)]).get("x")
    assert found
    return Source("", found.type, found.variables)


def entry(line: str, number: str = "") -> TypedEntry:
    """Read an entry of a list."""
    return TypedEntry(line, Span(0, 0), number=number, source=source(line))


def library(lines: Sequence[str]) -> Library:
    """Read a library; the keys are s0, s1 ..."""
    items = [item(f"s{number}", line) for number, line in enumerate(lines)]
    return read_library(items)


def citation(*cites: TypedCite) -> TypedCitation:
    """Put cites in brackets."""
    return TypedCitation("parenthetical", cites, "", Span(0, 0), "", 0, 0, 0)


def matched(
    typed: TypedCite, entries: Sequence[TypedEntry], sources: Library | None = None
) -> TypedCite:
    """Match one cite."""
    sources = sources or NO_LIBRARY
    (found,) = match_citations([citation(typed)], entries, sources)
    return found.cites[0]


def level(confidence: float) -> str:
    """Return what is done with a match of that confidence."""
    if confidence >= SURE:
        return "sure"
    return "likely" if confidence >= LIKELY else "ask"

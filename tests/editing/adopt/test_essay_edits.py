"""Citations by key in the place of typed ones, and how they are read there.

A case marks what is typed, with its mode, its key (`?` if it has none) and its page:
`⟦narrative doe2001 3|Doe (2001, p. 3)⟧`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import cast

from loccit._startup.dataclass import replace
from loccit.editing.adopt.essay_edits import edits_of, write_citations
from loccit.editing.adopt.plan import CitationPlan, CitePlan
from loccit.essays import Essay, read_essay
from loccit.model import Locator, Name, Source
from loccit.recognize import TypedCitation, TypedCite, TypedMode

SOURCES = {
    key: Source(key, "book", {"author": (Name(family, "Jane"),)})
    for key, family in (("doe2001", "Doe"), ("roe2010", "Roe"))
}
MARKED = re.compile(r"⟦([\w-]+) ([\w?]+) ?([\d-]*)\|([^⟧]*)⟧")


def read(marked: str) -> tuple[Essay, list[CitationPlan]]:
    """The essay of a case, and the plans of its citations."""
    essay = read_essay(MARKED.sub(r"\4", marked).encode(), "essay.md")
    return essay, list(_plans(marked, essay))


def _plans(marked: str, essay: Essay) -> Iterator[CitationPlan]:
    removed = 0
    for found in MARKED.finditer(marked):
        mode, key, page, text = found.groups()
        start = found.start() - removed
        removed += len(found[0]) - len(text)
        citation = _citation(cast(TypedMode, mode), page, text, start, essay)
        if citation:
            yield _plan(f"c{start}", citation, key, essay)


def _citation(
    mode: TypedMode, page: str, text: str, origin: int, essay: Essay
) -> TypedCitation | None:
    """The citation at a place of the essay; none is in a tag."""
    locator = Locator("page", page) if page else None
    label = text.strip("[]") if mode == "numeric" else ""
    year = re.search(r"\d{4}", text)
    names = (re.split(r"\W*\d", text)[0],)
    cite = TypedCite(names, year=year[0] if year else "", number=label, locator=locator)
    for number, paragraph in enumerate(essay.document.paragraphs):
        for found in re.finditer(re.escape(text), paragraph.text):
            span = paragraph.span(*found.span())
            if span.start == origin:
                at = found.span()
                return TypedCitation(mode, (cite,), text, span, "", number, *at)
    return None


def _plan(name: str, citation: TypedCitation, key: str, essay: Essay) -> CitationPlan:
    place = essay.place(citation.span.start)
    [cite] = citation.cites
    if key == "?":
        cites = (CitePlan(name, cite, "unknown"),)
        return CitationPlan(name, citation, place, "unknown", cites)
    cites = (CitePlan(name, cite, "adopted", key, key=key),)
    return CitationPlan(name, citation, place, "adopted", cites)


def test_written(given: str, expected: str) -> None:
    essay, plans = read(given)
    written = write_citations(essay, plans, SOURCES.get, "en-US")
    assert essay.with_edits(edits_of(written)).decode() == expected


def test_nothing_is_written_of_what_is_doubtful() -> None:
    essay, [plan] = read("So it is ⟦parenthetical doe2001|(Doe, 2001)⟧.")
    doubtful = replace(plan, outcome="doubtful")
    assert write_citations(essay, [doubtful], SOURCES.get, "en-US") == [doubtful]

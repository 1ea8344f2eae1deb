"""Citations without a name are of the work that is named before: test_bound.txt.

Given is a list, and an essay with its citations in ⟦ ⟧, parenthetical ones in round
brackets; expected is the title of the work that the last citation is of, or `nothing`,
and the first reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loccit.essays.mapped_text import MappedText
from loccit.essays.paragraph import Paragraph
from loccit.model import Locator, Span
from loccit.recognize.matching import SURE, match_citations
from loccit.recognize.typed_citation import TypedCitation, TypedCite, TypedMode
from tests.recognize.matching.works import NO_LIBRARY, cite, entry

MARKED = re.compile("⟦(.*?)⟧")
PAGES = re.compile(r"p\. (\d+)")


def paragraphs(text: str) -> list[Paragraph]:
    """The paragraphs, whose citations are no longer marked."""
    plain = text.replace("⟦", "").replace("⟧", "")
    return [Paragraph(MappedText.of(each)) for each in plain.split("\n")]


def citations(text: str) -> Iterator[TypedCitation]:
    for index, line in enumerate(text.split("\n")):
        for count, found in enumerate(MARKED.finditer(line)):
            start = found.start() - 2 * count
            end = start + len(found[1])
            mode, cites = read(found[1])
            yield TypedCitation(
                mode, cites, found[1], Span(0, 0), "", index, start, end
            )


def read(text: str) -> tuple[TypedMode, tuple[TypedCite, ...]]:
    inside = text.strip("()")
    pages = PAGES.fullmatch(inside)
    if pages:
        return "page-only", (TypedCite(locator=Locator("page", pages[1])),)
    if inside.isdigit():
        return "year-only", (TypedCite(year=inside),)
    if inside.startswith("ibid"):
        return "ibid", (TypedCite(),)
    if inside.endswith(", op. cit."):
        return "ibid", (cite(inside.removesuffix(", op. cit.")),)
    cites = tuple(map(cite, inside.split("; ")))
    return ("parenthetical" if text.startswith("(") else "narrative"), cites


def test_what_a_citation_is_bound_to(given: str, expected: str) -> None:
    listed, _, essay = given.partition("\n\n")
    lines = [line.removeprefix("- ") for line in listed.splitlines()]
    entries = [entry(line) for line in lines]
    essay = essay.strip("\n")
    matched = [
        *match_citations([*citations(essay)], entries, NO_LIBRARY, paragraphs(essay))
    ]
    last = matched[-1].cites[0]
    if last.entry is None:
        assert expected == f"nothing, {len(last.candidates)}"
        return
    assert last.confidence < SURE
    title = lines[last.entry].split("|")[2].strip()
    assert expected == f"{title}\n{last.reasons[0].code}"

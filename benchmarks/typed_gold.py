"""Steps of `loccit.recognize` with exact input from the gold set, to measure a later step
by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from loccit.bibliography import Library, read_library
from loccit.essays import Essay
from loccit.essays.paragraph import Paragraph
from loccit.model import Locator, Source, Span
from loccit.recognize import Recognized, TypedCitation, TypedCite, TypedEntry, TypedList
from loccit.recognize.citations import find_citations
from loccit.recognize.matching import match_citations, match_entries

Document = dict[str, Any]

#: A year and its letter.
_YEAR = re.compile(r"(\d{4})([a-z]?)")
#: The number before an entry.
_NUMBER = re.compile(r"\[?(\d+)[\].)]\s*$")


def recognized_with_gold(
    document: Document, essay: Essay, library: Library, *, citations: bool
) -> Recognized:
    """Return what is recognized if the list is read without errors, and perhaps the
    citations.
    """
    paragraphs = essay.document.paragraphs
    entries = [*match_entries([*gold_entries(document)], library)]
    inside = [
        index
        for index, each in enumerate(paragraphs)
        if any(start <= each.span(0, 1).start < end for start, end in document["lists"])
    ]
    typed_list = TypedList(None, Span(0, 0), "", frozenset(inside), tuple(entries))
    if citations:
        found = [*gold_citations(document, paragraphs)]
    else:
        found = find_citations(paragraphs, entries, library, inside)
    matched = match_citations(found, entries, library, paragraphs)
    return Recognized(tuple(matched), typed_list)


def gold_entries(document: Document) -> Iterator[TypedEntry]:
    """Yield the entries of the list."""
    for each in document["list"]:
        start = each["start"]
        number = _NUMBER.search(document["content"][max(0, start - 8) : start])
        yield TypedEntry(
            each["text"],
            Span(start, each["end"]),
            number=number[1] if number else "",
            source=gold_source(each),
            confidence=1.0,
        )


def gold_source(entry: Document) -> Source:
    """Return the source of an entry."""
    fields = {"id": "x", "type": "document", **entry["fields"]}
    for role in ("author", "editor"):
        names = fields.get(role, [])
        fields[role] = [_name(name) for name in names]
    if fields.pop("et-al", False):
        fields["author"] = [*fields["author"], {"literal": "others"}]
    source = read_library([fields]).get("x")
    assert source is not None
    return source


def _name(name: object) -> object:
    return {"literal": name} if isinstance(name, str) else name


def gold_citations(
    document: Document, paragraphs: Sequence[Paragraph]
) -> Iterator[TypedCitation]:
    """Yield the citations."""
    spans = [each.span(0, len(each.text)) for each in paragraphs]
    for each in document["citations"]:
        span = Span(each["start"], each["end"])
        index = next(
            (
                place
                for place, around in enumerate(spans)
                if around.start <= span.start < around.end
            ),
            len(paragraphs),
        )
        start = end = 0
        if index < len(paragraphs):
            start = _offset(paragraphs[index], span.start)
            end = _offset(paragraphs[index], span.end)
        cites = tuple(_cite(cite) for cite in each["cites"])
        yield TypedCitation(
            each["mode"], cites, each["text"], span, "", index, start, end
        )


def _offset(paragraph: Paragraph, origin: int) -> int:
    """Return where a place of the part is in the text of a paragraph."""
    text = range(len(paragraph.text) + 1)
    return next((at for at in text if paragraph.mapped.origin(at) >= origin), text[-1])


def _cite(cite: Document) -> TypedCite:
    locator = cite.get("locator")
    typed_year = str(cite.get("year") or "")
    year = _YEAR.fullmatch(typed_year)
    return TypedCite(
        tuple(cite["names"]),
        bool(cite.get("et_al")),
        year[1] if year else typed_year,
        cite.get("suffix") or (year[2] if year else ""),
        str(cite.get("number") or ""),
        Locator(locator["label"], locator["value"]) if locator else None,
    )

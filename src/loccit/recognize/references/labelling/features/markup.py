"""Italics, bold and links, as the markup sets them.

In most styles the title of a book and the name of a journal are in italics.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit.essays.paragraph import MarkKind
from loccit.recognize.references.labelling.reference import Reference

_KINDS: tuple[MarkKind, ...] = ("emphasis", "strong", "link")
#: A mark that has more of the reference than this distinguishes nothing.
_WHOLE = 0.9


def add(reference: Reference, rows: list[list[str]]) -> None:
    """Add what is marked."""
    for kind in _KINDS:
        spans = list(_spans(reference, kind))
        if not spans:
            for row in rows:
                row.append(f"{kind}=never")
            continue
        _add_kind(reference, rows, kind, spans)


def _spans(reference: Reference, kind: MarkKind) -> Iterator[tuple[int, int]]:
    longest = len(reference.text) * _WHOLE
    for mark in reference.marks:
        if mark.kind == kind and mark.end - mark.start < longest:
            yield mark.start, mark.end


def _add_kind(
    reference: Reference,
    rows: list[list[str]],
    kind: MarkKind,
    spans: list[tuple[int, int]],
) -> None:
    first = spans[0][0]
    last = spans[-1][1]
    for index, (row, token) in enumerate(zip(rows, reference.tokens, strict=True)):
        fact = f"{kind}=between"
        if any(start <= token.start < end for start, end in spans):
            fact = f"{kind}=in"
        elif token.start < first:
            fact = f"{kind}=before"
        elif token.start >= last:
            fact = f"{kind}=after"
        row.append(fact)
        row.append(f"{fact}|{reference.facts[index].kind}")

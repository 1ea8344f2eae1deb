"""Spans of a text and the edits that change them: the one idea behind every change
that loccit makes.
"""

from __future__ import annotations

from collections.abc import Iterable

from loccit._startup.dataclass import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a text in characters (Unicode code points); `end` is exclusive."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start} to {self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the characters of `text` in the span."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """A replacement of what `span` covers with `new`; an empty span inserts.

    Attributes:
        part: the part of the document that the span counts in, as a file within a
            `.docx` file; "" for a document that is one text.
    """

    span: Span
    new: str
    part: str = ""


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """Make edits of one text; all that lies outside their spans stays as it was.

    Edits may come in any order; two insertions at one place are made in the order
    given.

    Raises:
        ValueError: two edits overlap, one lies outside the text, or they are of several
            parts.

    >>> apply_edits("see @a.", [Edit(Span(4, 6), "Alexander (2010)")])
    'see Alexander (2010).'
    """
    in_order = sorted(edits, key=lambda edit: edit.span)
    if len({edit.part for edit in in_order}) > 1:
        raise ValueError("edits of several parts")
    pieces: list[str] = []
    done = 0
    for edit in in_order:
        if edit.span.start < done:
            raise ValueError(f"edits overlap at {edit.span.start}")
        if edit.span.end > len(text):
            raise ValueError(f"edit at {edit.span.start} lies outside the text")
        pieces += [text[done : edit.span.start], edit.new]
        done = edit.span.end
    pieces.append(text[done:])
    return "".join(pieces)


def edits_by_part(edits: Iterable[Edit]) -> dict[str, list[Edit]]:
    """Sort edits into the parts of a document.

    >>> parts = edits_by_part([Edit(Span(0, 0), "a", "x"), Edit(Span(0, 0), "b", "y")])
    >>> {part: [edit.new for edit in edits] for part, edits in parts.items()}
    {'x': ['a'], 'y': ['b']}
    """
    parts: dict[str, list[Edit]] = {}
    for edit in edits:
        parts.setdefault(edit.part, []).append(edit)
    return parts

"""Spans of a text and the edits that change them: the one idea behind every change
loccit makes.
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
    """Put `new` where `span` is; an empty span inserts."""

    span: Span
    new: str


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """`text` with every edit made; all that lies outside the edits' spans is as it was.

    Edits may come in any order; two insertions at one place are made in the order
    given.

    Raises:
        ValueError: two edits overlap, or one lies outside the text.

    >>> apply_edits("see @a.", [Edit(Span(4, 6), "Alexander (2010)")])
    'see Alexander (2010).'
    """
    pieces: list[str] = []
    done = 0
    for edit in sorted(edits, key=lambda edit: edit.span):
        if edit.span.start < done:
            raise ValueError(f"edits overlap at {edit.span.start}")
        if edit.span.end > len(text):
            raise ValueError(f"edit at {edit.span.start} lies outside the text")
        pieces += text[done : edit.span.start], edit.new
        done = edit.span.end
    pieces.append(text[done:])
    return "".join(pieces)

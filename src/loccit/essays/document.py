"""What an essay is to the rest of the program."""

from __future__ import annotations

from typing import Literal

from loccit._startup.dataclass import dataclass
from loccit.model import Span


@dataclass(frozen=True, slots=True)
class Notes:
    """An essay's footnotes, numbered from 1 as readers will see them.

    Attributes:
        references: by number, where each is first referred to; the end of the essay for one that nothing refers to.
        labels: the labels in use; no new footnote may take one of them.
    """

    references: tuple[int, ...] = ()
    labels: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class ReferenceList:
    """The place of the reference list.

    Attributes:
        kind: `heading` where the essay ends with a section of its own for it, `div` inside `::: {#refs}` or
            `<div id="refs">`, `none` where a new heading is to be put at the end.
        span: where entries stand or go: what is under that heading or in that div, without the blank space around
            it; empty where nothing is there yet.
        start: where the section of the list begins, heading included; what goes before the list goes there.
        entries: the paragraphs or list items already there, each without the blank space around it.
        level: of a new heading, that of the essay's sections; 1 is the highest.
        unclosed: where a fence of code stands above it that is never closed; many programs take for code all that
            follows.
    """

    kind: Literal["heading", "div", "none"]
    span: Span
    start: int
    entries: tuple[Span, ...] = ()
    level: int = 1
    unclosed: int | None = None

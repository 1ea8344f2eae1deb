"""The result of processing a document."""

from __future__ import annotations

from loccit._startup.dataclass import dataclass
from loccit.model import BibliographyOptions, Mark, Problem, RichText

_LEFT_MARGIN = Mark("display", "left-margin")


@dataclass(frozen=True, slots=True)
class BibliographyEntry:
    """One entry of the bibliography."""

    key: str
    text: RichText


@dataclass(frozen=True, slots=True)
class Processed:
    """The texts of a document's citations, and its bibliography.

    Attributes:
        citations: in the order given.
        authors: for a narrative citation that becomes a note of its own, the author in
            the sentence before the note; empty for all other citations.
        bibliography: in the style's order.
        options: how to set the bibliography.
    """

    citations: tuple[RichText, ...]
    authors: tuple[RichText, ...]
    bibliography: tuple[BibliographyEntry, ...]
    options: BibliographyOptions
    problems: tuple[Problem, ...] = ()


def left_margin(text: RichText) -> int:
    """The number of characters in the left margin of an entry."""
    if not text.nodes:
        return 0
    first = text.nodes[0]
    if isinstance(first, str):
        return 0
    if first.mark == _LEFT_MARGIN:
        return len(first.content.plain)
    return left_margin(first.content)

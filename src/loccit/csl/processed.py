"""What processing a document gives."""

from __future__ import annotations

from loccit._startup.dataclass import dataclass
from loccit.model import BibliographyOptions, Mark, Marked, Problem, RichText


@dataclass(frozen=True, slots=True)
class BibliographyEntry:
    """One entry of the bibliography."""

    key: str
    text: RichText


@dataclass(frozen=True, slots=True)
class Processed:
    """The text of every citation, in the order given, and the bibliography in the
    style's order.

    `authors` are those that stand in the sentence before a note of their own, which a
    narrative citation becomes; empty for all other citations.
    """

    citations: tuple[RichText, ...]
    authors: tuple[RichText, ...]
    bibliography: tuple[BibliographyEntry, ...]
    options: BibliographyOptions
    problems: tuple[Problem, ...] = ()


def left_margin(text: RichText) -> int:
    """The width of what stands in an entry's left margin."""
    first = text.nodes[0] if text.nodes else ""
    if isinstance(first, Marked):
        return (
            len(first.content.plain)
            if first.mark == Mark("display", "left-margin")
            else left_margin(first.content)
        )
    return 0
